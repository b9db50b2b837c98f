import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import { aVerifier, sirenOf } from '../builders/people.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { linkIn } from '../support/mailbox.ts';
import { accountRequestPage } from './pages/account-request.ts';
import { keyboard } from './pages/keyboard.ts';
import { signInPage } from './pages/sign-in.ts';

const seeds = join(root, 'seeds/demo');
const PASSWORD = 'une phrase que moi seule connais';

const ways: readonly (readonly [string, BrowserContextOptions, number])[] = [
  ['with JavaScript, on a desk', {}, 9001],
  ['without JavaScript, on a phone', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }, 9002],
];

describeInBrowser('From a visitor’s request to a contributor at work (A1 to A6)', () => {
  const live = useLiveApp();

  test.each(ways)('%s', async (_how, options, number) => {
    const app = live();
    const company = `Éditions Médicales ${number}`;
    const email = `awa.perrin.${number}@exemple.fr`;
    const login = `awa.perrin.${number}`;

    // A1: a visitor asks, and receives a private link
    const visitor = await app.window(options);
    await accountRequestPage(visitor).ask({ company, siren: sirenOf(number), login, email });
    await visitor.getByRole('heading', { level: 1, name: 'Consultez votre messagerie' }).waitFor();
    await app.deliver();
    const [wanted] = app.mailbox.to(email);

    // A2: the papers, then the verifier's decision
    const today = app.now().toISOString().slice(0, 10);
    await accountRequestPage(visitor).deposit(
      linkIn(wanted),
      join(seeds, 'piece-identite.pdf'),
      join(seeds, 'kbis.pdf'),
      today,
    );
    await visitor.getByRole('main').filter({ hasText: 'examen' }).waitFor();
    const verifier = await app.windowOf(await aVerifier().inside(app), options);
    await accountRequestPage(verifier).approve(company);
    await verifier
      .getByRole('main')
      .filter({ hasText: /Approuvée/ })
      .waitFor();
    await app.deliver();

    // A3: the password, the CGU, then the dashboard
    const approved = app.mailbox.to(email).find((mail) => mail.subject?.includes('ouvert'));
    const responsible = await app.window(options);
    await signInPage(responsible).choosePassword(linkIn(approved), PASSWORD);
    await signInPage(responsible).signIn(login, PASSWORD);
    await responsible.waitForURL('**/acceptation-des-cgu');
    await responsible.goto('/utilisateurs');
    await responsible.waitForURL('**/acceptation-des-cgu');
    await signInPage(responsible).acceptTerms();
    await responsible.getByRole('heading', { level: 1, name: 'Tableau de bord', exact: true }).waitFor();
    await responsible.getByRole('main').filter({ hasText: company }).waitFor();

    // A5: the responsible invites a contributor, who gets in
    const hugo = `hugo.${number}@exemple.fr`;
    await responsible.goto('/utilisateurs');
    await responsible.getByRole('link', { name: 'Ajouter un utilisateur' }).first().click();
    await responsible.getByLabel('Prénom').fill('Hugo');
    await responsible.locator('[name=lastName]').fill('Marchand');
    await responsible.getByLabel('Fonction').fill('Chef de projet');
    await responsible.getByLabel('Téléphone professionnel').fill('06 12 34 56 78');
    await responsible.getByLabel('Adresse électronique professionnelle').fill(hugo);
    await responsible.getByLabel('Nom d’utilisateur').fill(hugo);
    await responsible.getByRole('radiogroup', { name: 'Rôle' }).getByText('Contributeur').first().click();
    await responsible.getByRole('button', { name: 'Créer le compte et envoyer l’invitation' }).click();
    await responsible.getByRole('main').filter({ hasText: 'Hugo Marchand' }).waitFor();
    await app.deliver();
    const contributor = await app.window(options);
    await signInPage(contributor).choosePassword(linkIn(app.mailbox.to(hugo)[0]), PASSWORD);
    await signInPage(contributor).signIn(hugo, PASSWORD);
    await signInPage(contributor).acceptTerms();
    await contributor.waitForURL('**/tableau-de-bord');
    await contributor.getByRole('heading', { level: 1, name: 'Tableau de bord' }).waitFor();
    // A6: nobody reaches whom they do not manage
    const answer = await contributor.goto(`/utilisateurs/${login}`);
    expect(answer?.status()).toBe(404);
  });

  test('A8: with the keyboard alone one signs in, is told what is wrong, and signs out', async () => {
    const app = live();
    const person = await aVerifier().inside(app);
    const page = await app.window();
    await page.goto('/connexion');
    const { fill, press } = keyboard(page);
    await fill('Nom d’utilisateur', person.login);
    await press('Enter');
    // The error summary has the focus: the next key goes on from there.
    await page.waitForLoadState();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('à corriger');
    await fill('Mot de passe', 'quatre mots sans aucun rapport');
    await press('Enter');
    await page.waitForURL('**/tableau-de-bord');
  });
});
