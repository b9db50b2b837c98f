import { describe, expect, test } from 'vitest';
import { everyCriterion } from '../builders/answers.ts';
import { aCompany, anAdministrator, aPerson, aProduct, aResponsible, aVerifier } from '../builders/people.ts';
import { anEnrolment, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { textOf } from '../support/html.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';
const PAGE = `/parcours/doctrine/${SOCLES}`;

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  return { company, claire, agent: await app().as(claire) };
}

const titles = (page: string): readonly string[] =>
  [...page.matchAll(/<h3 class="cv-card__title"><a href="[^"]+">([^<]+)<\/a>/g)].map(([, title = '']) => title);

describe('D4: a démarche’s page lists the enrolled subjects as cards', () => {
  test('D4: reference, questionnaires with state and n/m, responsible, overall state, results, a way in', async () => {
    const { company, claire, agent } = await aVendor();
    const carnet = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
    await anEnrolment(carnet, SOCLES).inside(app());
    const answers = everyCriterion(app(), carnet, SOCLES, 'urbanisation', 3);
    await aResponse(carnet, 'urbanisation').answering(answers).validatedBy(claire).inside(app());
    await aResponse(carnet, 'interoperabilite').answering({ 'A10.1': 1 }).draftedBy(claire).inside(app());
    const { text: page } = await agent.get(PAGE);
    const text = textOf(page);
    for (const words of [
      `Careoptim – v1.0 Référence : ${carnet.reference} · Responsable : Claire Roux En cours`,
      'Évaluation Urbanisation 6/6 critères renseignés Terminé',
      'Évaluation Sécurité 0/36 critères renseignés À compléter',
      'Projection Sécurité Pas encore ouvert',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/Évaluation Interopérabilité \d\/7 critères renseignés En cours/);
    for (const href of [`${PAGE}/${carnet.reference}`, `${PAGE}/${carnet.reference}/telecharger`, `${PAGE}/ajouter`]) {
      expect(page).toContain(`href="${href}"`);
    }
  });

  test('D4: only what this person sees, of their company, that is not archived', async () => {
    const { company, claire, agent } = await aVendor();
    const other = await aVendor();
    const seen = await aProduct('Vu').of(company).ledBy(claire).inside(app());
    const hidden = await aProduct('Caché').of(company).ledBy(claire).inside(app());
    const old = await aProduct('Ancien').of(company).ledBy(claire).archived().inside(app());
    const theirs = await aProduct('Ailleurs').of(other.company).ledBy(other.claire).inside(app());
    for (const product of [seen, hidden, old, theirs]) await anEnrolment(product, SOCLES).inside(app());
    const colleague = await app().as(await aPerson().of(company).under(claire).accessing(seen).inside(app()));
    expect(titles((await agent.get(PAGE)).text)).toEqual(['Caché – v1.0', 'Vu – v1.0']);
    expect(titles((await colleague.get(PAGE)).text)).toEqual(['Vu – v1.0']);
  });

  test('D4: visitors, the staff and who has not accepted the CGU read the public page', async () => {
    const { company } = await aVendor();
    const agents = [
      app().visitor(),
      await app().as(await aVerifier().inside(app())),
      await app().as(await anAdministrator().inside(app())),
      await app().as(await aResponsible().of(company).beforeTerms().inside(app())),
    ];
    for (const agent of agents) {
      const { status, text } = await agent.get(PAGE);
      expect([status, text.includes('/ajouter"'), text.includes('id="completer"')]).toEqual([200, false, true]);
    }
  });

  test('« Comment compléter cette démarche ? » is folded for who works there', async () => {
    const { agent } = await aVendor();
    expect((await agent.get(PAGE)).text).toMatch(
      /<details class="cv-details">\s*<summary>Comment compléter cette démarche\u00a0\?<\/summary>/,
    );
  });

  test('an empty démarche says what to do next', async () => {
    const { agent } = await aVendor();
    const text = textOf((await agent.get(PAGE)).text);
    expect(text).toContain('Aucun produit n’est inscrit à cette démarche');
  });

  test('P8: they are searched, sorted by name, reference, responsible or state, and paged by ten', async () => {
    const { company, claire, agent } = await aVendor();
    const paul = await aPerson().of(company).under(claire).named('Paul', 'Abel').inside(app());
    for (let n = 1; n <= 11; n += 1) {
      const product = await aProduct(`Produit ${n}`).of(company).ledBy(claire).inside(app());
      await anEnrolment(product, SOCLES).inside(app());
    }
    const agenda = await aProduct('Agenda').of(company).ledBy(paul).qualified(guideQualification).inside(app());
    await anEnrolment(agenda, SOCLES).inside(app());
    await aResponse(agenda, 'urbanisation').answering({ 'A08.7.2': 3 }).draftedBy(claire).inside(app());
    const at = async (query: string): Promise<string> => (await agent.get(`${PAGE}?${query}`)).text;
    const first = await at('');
    expect(textOf(first)).toContain('10 produits sur 12');
    expect(titles(first).slice(0, 3)).toEqual(['Agenda – v1.0', 'Produit 1 – v1.0', 'Produit 2 – v1.0']);
    expect(titles(await at('page=2'))).toEqual(['Produit 10 – v1.0', 'Produit 11 – v1.0']);
    expect(titles(await at('page=99'))).toEqual(['Produit 10 – v1.0', 'Produit 11 – v1.0']);
    expect(titles(await at('tri=-reference'))[0]).toBe('Agenda – v1.0');
    expect(titles(await at('tri=responsable'))[0]).toBe('Agenda – v1.0');
    expect(titles(await at('tri=-etat'))[0]).toBe('Agenda – v1.0');
    for (const search of ['agen', String(agenda.reference), 'abel']) {
      expect(titles(await at(`q=${search}`))).toEqual(['Agenda – v1.0']);
    }
    expect(textOf(await at('q=zzz'))).toContain('Aucun produit inscrit ne correspond à « zzz »');
  });

  test('500 products cost no more queries than one, and no answer of those that are not shown is read', async () => {
    const { company, claire, agent } = await aVendor();
    const { prisma } = app().deps;
    await prisma.subject.createMany({
      data: Array.from({ length: 500 }, (_, n) => ({
        companyId: company.id,
        kind: 'PRODUCT' as const,
        name: `Produit ${n}`,
        responsibleId: claire.id,
      })),
    });
    const subjects = await prisma.subject.findMany({ where: { companyId: company.id }, select: { id: true } });
    const product = { version: 'v1', type: 'CORE' as const, description: 'Un produit.' };
    await prisma.product.createMany({ data: subjects.map(({ id }) => ({ ...product, subjectId: id })) });
    await prisma.enrolment.createMany({
      data: subjects.map(({ id }) => ({ subjectId: id, demarche: SOCLES, createdBy: 'Claire Roux' })),
    });
    // The first reading counts the ten that it shows.
    await agent.get(PAGE);
    const { result, queries } = await countQueries(app().deps.database, () => agent.get(PAGE));
    expect(textOf(result.text)).toContain('10 produits sur 500');
    expect(queries).toHaveLength(3);
    expect(queries.some((sql) => sql.includes('"Answer"'))).toBe(false);
    // J5: of the ten that are shown, what was evaluated since it was projected.
    for (const sql of queries.filter((one) => one.includes('"frozen"'))) expect(sql).toContain('WHERE e."id" = ANY(');
  });
});
