import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { newSecret } from '../../src/accounts/tokens.ts';
import { aCompany, anAdministrator, aPerson, aProduct, aResponsible, aVerifier } from '../builders/people.ts';
import { aRequest, aSubmittedRequest } from '../builders/requests.ts';
import { describeInBrowser } from '../support/browser.ts';
import { type LiveApp, useLiveApp } from '../support/live.ts';

const live = useLiveApp();

interface Walk {
  readonly who: string;
  readonly open: (app: LiveApp, colorScheme: 'light' | 'dark', width: number) => Promise<Page>;
  readonly paths: readonly string[];
}

/** Addresses that exist once the people do. */
const found = { visitor: [] as string[], verifier: [] as string[] };

const publicPaths = [
  '/',
  '/connexion',
  '/mot-de-passe-oublie',
  '/demande-de-compte',
  '/demande-de-compte/enregistree',
  '/faq',
  '/faq?q=produit',
  '/faq?q=introuvable',
  '/cgu',
  '/accessibilite',
  '/mentions-legales',
  '/donnees-personnelles',
  '/plan-du-site',
  '/questionnaires',
  '/questionnaires?q=usager',
  '/questionnaires?q=introuvable',
  '/questionnaires/urbanisation',
  '/questionnaires/securite?demarche=evaluation-et-projection-socles&q=usager',
  '/questionnaires/ethique-mes',
  '/questionnaires/rgpd-mes',
  '/questionnaires/qualification',
  '/parcours/doctrine',
  '/parcours/doctrine/evaluation-et-projection-socles',
  '/rien-ici',
  '/dev/courriels',
];
const ownPaths = [
  '/tableau-de-bord',
  '/notifications',
  '/compte',
  '/compte/profil',
  '/compte/adresse',
  '/compte/mot-de-passe',
  '/compte/sessions',
];

const walks: readonly Walk[] = [
  {
    who: 'a visitor',
    open: (app, colorScheme, width) => app.window({ colorScheme, viewport: { width, height: 900 } }),
    paths: publicPaths,
  },
  {
    who: 'a Responsable',
    open: (app, colorScheme, width) =>
      app.windowOf(people.responsible, { colorScheme, viewport: { width, height: 900 } }),
    paths: [
      ...ownPaths,
      '/utilisateurs',
      '/utilisateurs?q=personne-du-tout',
      '/utilisateurs/nouveau',
      '/utilisateurs/cible',
      '/utilisateurs/cible/profil',
      '/utilisateurs/cible/droits',
      '/utilisateurs/cible/passation',
      '/utilisateurs/cible/suppression',
    ],
  },
  {
    who: 'a vérificateur',
    open: (app, colorScheme, width) => app.windowOf(people.verifier, { colorScheme, viewport: { width, height: 900 } }),
    paths: [
      '/tableau-de-bord',
      '/verification/demandes',
      '/verification/demandes?q=introuvable',
      '/administration/journal',
    ],
  },
  {
    who: 'an administrateur',
    open: (app, colorScheme, width) =>
      app.windowOf(people.administrator, { colorScheme, viewport: { width, height: 900 } }),
    paths: [
      '/administration/equipe',
      '/administration/equipe/nouveau',
      '/administration/equipe/collegue',
      '/administration/journal',
    ],
  },
  {
    who: 'somebody before the CGU',
    open: (app, colorScheme, width) => app.windowOf(people.newcomer, { colorScheme, viewport: { width, height: 900 } }),
    paths: ['/acceptation-des-cgu'],
  },
];

const people: Record<'responsible' | 'verifier' | 'administrator' | 'newcomer', { id: string }> = {
  responsible: { id: '' },
  verifier: { id: '' },
  administrator: { id: '' },
  newcomer: { id: '' },
};

describeInBrowser('Every page passes axe, in light and dark, on a desk and on a phone', () => {
  beforeAll(async () => {
    const app = live();
    const company = await aCompany().inside(app);
    const responsible = await aResponsible().of(company).inside(app);
    const target = await aPerson().of(company).under(responsible).called('cible').inside(app);
    await aProduct('Carnet de suivi Web').of(company).ledBy(target).inside(app);
    await aVerifier().called('collegue').inside(app);
    people.responsible = responsible;
    people.verifier = await aVerifier().inside(app);
    people.administrator = await anAdministrator().inside(app);
    people.newcomer = await aResponsible().of(company).beforeTerms().inside(app);
    const { secret, hash } = newSecret();
    const waiting = await aRequest(app);
    const submitted = await aSubmittedRequest(app);
    found.visitor = [`/mot-de-passe/${secret}`, `/mot-de-passe/${'x'.repeat(43)}`, waiting.link, submitted.link];
    found.verifier = [`/verification/demandes/${(await submitted.row()).number}`, '/notifications'];
    const expiresAt = new Date(app.now().getTime() + 3_600_000);
    await app.deps.prisma.oneTimeToken.create({ data: { kind: 'SET_PASSWORD', userId: target.id, hash, expiresAt } });
  });

  const looks = [
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const;

  for (const { who, open, paths } of walks) {
    test.each(looks)(
      `${who}: %s, %i pixels wide`,
      async (scheme, width) => {
        const page = await open(live(), scheme, width);
        const wrong: string[] = [];
        for (const path of [
          ...paths,
          ...(who === 'a visitor' ? found.visitor : who === 'a vérificateur' ? found.verifier : []),
        ]) {
          await page.goto(path);
          const { violations } = await new AxeBuilder({ page }).analyze();
          wrong.push(
            ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${path} ${id} ${node.target.join(' ')}`)),
          );
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (overflow > 0) wrong.push(`${path} is ${overflow} pixels too wide`);
          const headings = await page.getByRole('heading', { level: 1 }).count();
          if (headings !== 1) wrong.push(`${path} has ${headings} h1`);
        }
        expect(wrong).toEqual([]);
      },
      400_000,
    );
  }
});
