import { describe, expect, test } from 'vitest';
import type { Grade } from '../../src/domain/referential/level.ts';
import type { Subject } from '../../src/domain/subjects/subject.ts';
import { afterValidation } from '../../src/enrolments/finished.ts';
import { refreshStale } from '../../src/enrolments/stale.ts';
import { everyCriterion } from '../builders/answers.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, aStrategy, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';
const MES = 'referencement-sans-echange';
const socles = (reference: number): string => `/parcours/doctrine/${SOCLES}/${reference}`;
const mes = (reference: number): string => `/parcours/mon-espace-sante/${MES}/${reference}`;

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const carnet = await aProduct('Careoptim')
    .of(company)
    .ledBy(claire)
    .versioned('v0.1')
    .qualified(guideQualification)
    .inside(app());
  await anEnrolment(carnet, SOCLES).inside(app());
  const agent = await app().as(claire);
  const validates = (questionnaire: string, grade: Grade, demarche = SOCLES, more: Record<string, Grade> = {}) =>
    aResponse(carnet, questionnaire)
      .answering({ ...everyCriterion(app(), carnet, demarche, questionnaire, grade), ...more })
      .validatedBy(claire)
      .inside(app());
  return { company, claire, carnet, agent, validates };
}

async function pageOf(agent: { get(path: string): Promise<{ text: string }> }, path: string): Promise<string> {
  return textOf((await agent.get(path)).text);
}

/** The words of one cell of the matrix. */
function cell(page: string, row: 'Évaluation' | 'Projection', column: number): string {
  return textOf(cellHtml(page, column, row));
}

function cellHtml(page: string, column: number, row: 'Évaluation' | 'Projection' = 'Évaluation'): string {
  const line = page.slice(page.indexOf(`<th scope="row">${row}</th>`));
  return line.split('<td>')[column]?.split('</td>')[0] ?? '';
}

describe('D1, D2, D3: a product in a démarche', () => {
  test('D1: its questionnaires in order, in two rows, with n/m and state', async () => {
    const { carnet, agent } = await aVendor();
    const { text: page } = await agent.get(socles(carnet.reference));
    const columns = [...page.matchAll(/<th scope="col">([^<]+)<\/th>/g)].map(([, title]) => title);
    expect(columns).toEqual(['Urbanisation', 'Interopérabilité', 'Sécurité']);
    expect(cell(page, 'Évaluation', 1)).toBe(
      '0/6 critères renseignés À compléter Ce questionnaire est commun à plusieurs parcours Démarrer : Urbanisation',
    );
    expect(cell(page, 'Évaluation', 3)).toContain('0/36 critères renseignés');
    expect(page).toContain(`href="${socles(carnet.reference)}/questionnaires/urbanisation"`);
    expect(textOf(page)).toContain(`Careoptim – v0.1 – ${carnet.reference} : Évaluation et projection socles`);
    // As on the product's own page.
    const identity = `Produit n° ${carnet.reference}`;
    for (const html of [page, (await agent.get(`/produits/${carnet.reference}`)).text]) {
      expect(textOf(html)).toContain(identity);
    }
  });

  test('D3: a projection says why it is closed, then opens', async () => {
    const { carnet, agent, validates } = await aVendor();
    const before = (await agent.get(socles(carnet.reference))).text;
    expect(cell(before, 'Projection', 1)).toBe(
      'Pas encore ouvert S’ouvre quand l’évaluation Urbanisation est validée.',
    );
    await validates('urbanisation', 1);
    const after = (await agent.get(socles(carnet.reference))).text;
    expect(cell(after, 'Projection', 1)).toContain('critères planifiés À compléter');
    expect(cell(after, 'Projection', 2)).toContain('Pas encore ouvert');
  });

  test('Q3, Q4: its card says « Démarrer », « Continuer », then leads to the results, on its page and on the product’s', async () => {
    const { carnet, agent, claire, validates } = await aVendor();
    const answers = everyCriterion(app(), carnet, SOCLES, 'urbanisation', 2);
    const questionnaire = `${socles(carnet.reference)}/questionnaires/urbanisation`;
    const acts = async (path: string) =>
      [...cellHtml((await agent.get(path)).text, 1).matchAll(/<a [^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/g)].map(
        ([, href, words = '']) => [textOf(words), href],
      );
    const pages = [socles(carnet.reference), `/produits/${carnet.reference}`];
    const shown = async () => {
      const [here, there] = await Promise.all(pages.map(acts));
      expect(there).toEqual(here);
      return here;
    };
    expect(await shown()).toEqual([['Démarrer : Urbanisation', questionnaire]]);
    const draft = await aResponse(carnet, 'urbanisation').answering({ 'A03.1': 2 }).draftedBy(claire).inside(app());
    expect(await shown()).toEqual([['Continuer : Urbanisation', questionnaire]]);
    await app().deps.prisma.response.delete({ where: { id: draft.id } });
    await validates('urbanisation', 2);
    const results = [
      ['Voir les résultats : Urbanisation', `${questionnaire}/resultats`],
      ['Télécharger les résultats : Urbanisation', `${questionnaire}/telecharger`],
    ];
    const [read, download] = results;
    expect(await shown()).toEqual([read, ['Éditer : Urbanisation', questionnaire], download]);
    // Q4: edited again, the validated answers are still those of the results
    await aResponse(carnet, 'urbanisation').answering(answers).draftedBy(claire).inside(app());
    expect(await shown()).toEqual([['Continuer : Urbanisation', questionnaire], read, download]);
    // P6: archived, it is read
    await app().deps.prisma.subject.update({ where: { id: carnet.id }, data: { archivedAt: app().now() } });
    expect(await shown()).toEqual([read, ['Consulter : Urbanisation', questionnaire], download]);
  });

  test('D2: answers shared by two démarches count in both, attained in one and not in the other', async () => {
    const { carnet, agent, validates } = await aVendor();
    await anEnrolment(carnet, MES).inside(app());
    // The démarche of Mon espace santé accepts N/A, 2 and 3; the Doctrine recommends 3 for this criterion.
    const all = everyCriterion(app(), carnet, SOCLES, 'urbanisation', 3);
    const [code] = belowRecommendedYetAccepted(carnet);
    await validates('urbanisation', 3, SOCLES, { [code ?? '']: 2 });
    const here = cell((await agent.get(socles(carnet.reference))).text, 'Évaluation', 1);
    const titles = [...(await agent.get(mes(carnet.reference))).text.matchAll(/<th scope="col">([^<]+)<\/th>/g)];
    const column = titles.findIndex(([, title]) => title === 'Urbanisation') + 1;
    const there = cell((await agent.get(mes(carnet.reference))).text, 'Évaluation', column);
    const count = Object.keys(all).length;
    expect(here).toContain(`${count}/${count} critères renseignés Terminé Non atteint · 1 critère à relever`);
    expect(there).toContain('critères renseignés Terminé Atteint');
    expect(there).toContain('Validé le 20 novembre 2026 par Claire Roux');
    expect(await app().deps.prisma.response.count({ where: { subjectId: carnet.id } })).toBe(1);
  });

  test('D2: what is shared is said, with the parcours that share it', async () => {
    const { carnet, agent } = await aVendor();
    expect(await pageOf(agent, socles(carnet.reference))).toContain(
      'Urbanisation, Interopérabilité et Sécurité sont communs à des démarches des parcours Doctrine du Numérique en Santé et Mon espace santé. Les réponses apportées dans le cadre de cette démarche seront reprises pour les autres démarches.',
    );
  });

  test('the strategy has its own title, questionnaire and places to change it', async () => {
    const { company, claire, agent } = await aVendor();
    const strategy = await aStrategy('Edicare').of(company).ledBy(claire).inside(app());
    await anEnrolment(strategy, SOCLES).inside(app());
    const { text: page } = await agent.get(socles(strategy.reference));
    expect(textOf(page)).toContain('Stratégie globale : Évaluation et projection socles');
    expect(cell(page, 'Évaluation', 1)).toContain('critères renseignés À compléter');
    for (const href of ['/strategie-globale/identification', '/strategie-globale/qualification']) {
      expect(page).toContain(`href="${href}"`);
    }
  });

  test('P5: a questionnaire to read again says so, and why', async () => {
    const { carnet, agent } = await aVendor();
    await app().deps.prisma.rereading.create({
      data: {
        subjectId: carnet.id,
        questionnaire: 'urbanisation',
        since: app().now(),
        changedBy: 'Yves Durand',
        appeared: ['A01.1', 'A02.1'],
        vanished: ['A03.1'],
      },
    });
    const { text: page } = await agent.get(socles(carnet.reference));
    expect(cell(page, 'Évaluation', 1)).toContain(
      'À relire La qualification a été modifiée le 20 novembre 2026 par Yves Durand : 2 critères apparaissent (A01.1, A02.1) et 1 critère disparaît (A03.1).',
    );
    expect(cell(page, 'Évaluation', 2)).not.toContain('À relire');
  });

  test('the recap links to where identification and qualification are changed, and the other démarches are there', async () => {
    const { carnet, agent } = await aVendor();
    await anEnrolment(carnet, MES).inside(app());
    const { text: page } = await agent.get(socles(carnet.reference));
    const { reference } = carnet;
    for (const href of [
      `/produits/${reference}/identification`,
      `/produits/${reference}/qualification`,
      mes(reference),
    ]) {
      expect(page).toContain(`href="${href}"`);
    }
    expect(textOf(page)).toContain('Récapitulatif');
    expect(textOf(page)).toContain('20 réponses, modifiées le 20 novembre 2026.');
  });

  test('G4: nothing is read of what another referential counted: it is counted anew, and kept', async () => {
    const { carnet, agent } = await aVendor();
    const { prisma } = app().deps;
    const enrolment = await prisma.enrolment.findFirstOrThrow({ where: { subjectId: carnet.id } });
    const age = async (): Promise<void> => {
      await prisma.progressItem.updateMany({ where: { enrolmentId: enrolment.id }, data: { total: 999 } });
      await prisma.enrolment.update({ where: { id: enrolment.id }, data: { computedFor: 'another referential' } });
    };
    const total = async (): Promise<number | undefined> =>
      (await prisma.progressItem.findFirst({ where: { enrolmentId: enrolment.id, position: 0 } }))?.total;
    for (const path of [socles(carnet.reference), `/parcours/doctrine/${SOCLES}`]) {
      await age();
      // Opened by two people at once.
      const pages = await Promise.all([agent.get(path), agent.get(path)]);
      expect(pages.map(({ status, text }) => [status, text.includes('999')])).toEqual(Array(2).fill([200, false]));
      expect(await total()).toBe(6);
    }
    await age();
    expect(await refreshStale(app().deps)).toBe(1);
    expect(await total()).toBe(6);
    expect(await refreshStale(app().deps)).toBe(0);
  });
});

/** The criteria of Urbanisation for which level 2 attains the listing, and not the Doctrine. */
function belowRecommendedYetAccepted(product: Subject): readonly string[] {
  const { referential } = app().deps;
  const entry = (demarche: string) => referential.scope(demarche, 'urbanisation')?.criteria ?? [];
  const accepting = entry(MES).filter(({ accepted }) => Array.isArray(accepted) && accepted.includes(2));
  const mandatory = entry(SOCLES).filter(({ accepted }) => accepted === 'recommended');
  const applicable = everyCriterion(app(), product, SOCLES, 'urbanisation', 3);
  return mandatory
    .filter(
      ({ criterion }) => criterion.code in applicable && criterion.kind === 'maturity' && criterion.recommended === 3,
    )
    .map(({ criterion }) => criterion.code)
    .filter((code) => accepting.some(({ criterion }) => criterion.code === code));
}

describe('D5: what comes next', () => {
  async function aTelesoin() {
    const vendor = await aVendor();
    await anEnrolment(vendor.carnet, 'teleexpertise').inside(app());
    const demarche = app().deps.referential.demarches.find(({ id }) => id === 'teleexpertise');
    if (demarche === undefined) throw new Error('teleexpertise');
    return { ...vendor, demarche, path: `/parcours/doctrine/teleexpertise/${vendor.carnet.reference}` };
  }

  test('D5: the validation that ends a démarche leads to the window, which the page offers as long as it is done', async () => {
    const { claire, carnet, agent, demarche, path } = await aTelesoin();
    const { prisma } = app().deps;
    expect((await agent.get(path)).text).not.toContain('id="termine"');
    await app().deps.prisma.enrolment.deleteMany({ where: { subjectId: carnet.id, demarche: SOCLES } });
    const answers = everyCriterion(app(), carnet, 'teleexpertise', 'teleexpertise', 0);
    await aResponse(carnet, 'teleexpertise').answering(answers).validatedBy(claire).inside(app());
    expect(await afterValidation(prisma, carnet, demarche, app().now())).toBe(`${path}#termine`);
    const { text: page } = await agent.get(path);
    expect(page).toMatch(/<dialog id="termine"/);
    expect(page).toContain('href="#termine"');
    for (const words of ['Et maintenant ?', demarche.next.title, `Référence à communiquer : ${carnet.reference}`]) {
      expect(textOf(page)).toContain(words);
    }
    expect(page.match(/teleexpertise\/\d+\/telecharger/g)?.length).toBe(2);
    // Another validation, later, ends nothing: it was ended before.
    app().wait(1000);
    expect(await afterValidation(prisma, carnet, demarche, app().now())).toBe(path);
    await aResponse(carnet, 'teleexpertise').answering({}).draftedBy(claire).inside(app());
    expect((await agent.get(path)).text).not.toContain('id="termine"');
  });
});

describe('a subject leaves a démarche', () => {
  test('D4: it is confirmed first; its answers are kept, and are there again when it comes back', async () => {
    const { carnet, agent, validates } = await aVendor();
    await validates('urbanisation', 3);
    const path = socles(carnet.reference);
    const asked = await pageOf(agent, `${path}/retrait`);
    expect(asked).toContain('Les réponses, validées ou en brouillon, sont conservées');
    const answer = await agent.post(`${path}/retrait`);
    expect(answer.headers.location).toBe(`/parcours/doctrine/${SOCLES}`);
    expect(await pageOf(agent, `/parcours/doctrine/${SOCLES}`)).toContain('n’est plus dans cette démarche');
    expect((await agent.get(path)).status).toBe(404);
    expect(await app().deps.prisma.axisMean.count({ where: { subjectId: carnet.id } })).toBe(0);
    await agent.post(`/parcours/doctrine/${SOCLES}/ajouter`, { product: String(carnet.reference) });
    expect(cell((await agent.get(path)).text, 'Évaluation', 1)).toContain('6/6 critères renseignés Terminé');
    expect(await app().deps.prisma.axisMean.count({ where: { subjectId: carnet.id } })).toBeGreaterThan(0);
  });

  test('a double click leaves once', async () => {
    const { carnet, agent } = await aVendor();
    await agent.get(`${socles(carnet.reference)}/retrait`);
    const answers = await Promise.all([1, 2].map(() => agent.post(`${socles(carnet.reference)}/retrait`)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const target = String(carnet.reference);
    expect(await app().deps.prisma.auditEvent.count({ where: { target, action: 'subject.withdrawn' } })).toBe(1);
  });

  test('A5: who leads it only: whoever accesses it is not offered to, and is refused', async () => {
    const { company, claire, carnet, agent } = await aVendor();
    const colleague = await app().as(await aPerson().of(company).under(claire).accessing(carnet).inside(app()));
    const path = socles(carnet.reference);
    expect((await agent.get(path)).text).toContain(`${path}/retrait`);
    expect((await colleague.get(path)).text).not.toContain(`${path}/retrait`);
    for (const answer of [await colleague.get(`${path}/retrait`), await colleague.post(`${path}/retrait`)]) {
      expect(answer.status).toBe(403);
    }
    expect((await colleague.get(path)).status).toBe(200);
  });

  test('P6: an archived product leaves the démarche’s page, keeps its own, and leaves no démarche', async () => {
    const { carnet, agent } = await aVendor();
    await app().deps.prisma.subject.update({ where: { id: carnet.id }, data: { archivedAt: app().now() } });
    expect(await pageOf(agent, `/parcours/doctrine/${SOCLES}`)).not.toContain('Careoptim');
    const { text: page } = await agent.get(socles(carnet.reference));
    expect(textOf(page)).toContain('Produit archivé');
    expect(page).not.toContain('/retrait"');
    expect((await agent.post(`${socles(carnet.reference)}/retrait`)).status).toBe(422);
    expect(await app().deps.prisma.enrolment.count({ where: { subjectId: carnet.id } })).toBe(1);
    await app().deps.prisma.subject.update({ where: { id: carnet.id }, data: { archivedAt: null } });
    expect(await pageOf(agent, `/parcours/doctrine/${SOCLES}`)).toContain('Careoptim');
  });
});

describe('what is another’s is not found', () => {
  test('another company’s reference, one that is not accessed, one that is not enrolled: 404 for every verb', async () => {
    const { company, claire, carnet, agent } = await aVendor();
    const stranger = (await aVendor()).agent;
    const colleague = await app().as(await aPerson().of(company).under(claire).inside(app()));
    const here = socles(carnet.reference);
    const elsewhere = mes(carnet.reference);
    const wrongParcours = here.replace('doctrine', 'mon-espace-sante');
    for (const [who, paths] of [
      [stranger, [here]],
      [colleague, [here]],
      [agent, [elsewhere, wrongParcours, socles(2_147_483_647), socles(99_999_999_999)]],
    ] as const) {
      for (const path of paths) {
        for (const end of ['', '/telecharger', '/retrait'])
          expect([path, end, (await who.get(path + end)).status]).toEqual([path, end, 404]);
      }
    }
    for (const who of [stranger, colleague]) expect((await who.post(`${here}/retrait`)).status).toBe(404);
    expect(await app().deps.prisma.enrolment.count({ where: { subjectId: carnet.id } })).toBe(1);
  });
});
