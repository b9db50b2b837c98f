import { describe, expect, test } from 'vitest';
import { everyCriterion } from '../builders/answers.ts';
import { sansEchange, socles, theScoredProduct } from '../builders/scored.ts';
import { anEnrolment } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';
import { download } from '../support/workbook.ts';

const app = useApp();
const theProduct = () => theScoredProduct(app());

describe('Q4: one validated response, as it was frozen', () => {
  test('who, when, attained and means as they were found that day; each criterion with its wording and comment', async () => {
    const { agent, pageOf, all, drafted } = await theProduct();
    const page = pageOf('securite');
    await drafted('securite', { ...all('securite', 2), '06.01': 0 }, { '06.01': 'Prévu en mars' });
    expect((await agent.post(`${page}/validation`)).status).toBe(303);
    const { text, status } = await agent.get(`${page}/historique/1`);
    expect(status).toBe(200);
    const said = textOf(text);
    expect(said).toContain('Validée le 20 novembre 2026 à 11 h 00 par Claire Roux. Elle ne change plus.');
    expect(said).toMatch(
      /Non atteint Doctrine du Numérique en Santé · Évaluation et projection socles \d critères en dessous/,
    );
    expect(said).toContain('Force probante des documents 1 0,0 sur 3, niveau 0');
    expect(said).toContain('Prévu en mars');
    expect(said).not.toContain('calculé');
    const criterion = app()
      .deps.referential.scope('evaluation-et-projection-socles', 'securite')
      ?.criteria.find((one) => one.criterion.code === '06.01')?.criterion;
    expect(criterion?.kind === 'maturity' && said.includes(criterion.levels[0].trim())).toBe(true);
    expect(await htmlProblems(text)).toEqual([]);
    expect(typographyProblems(text)).toEqual([]);
  });

  test('what is answered afterwards changes nothing of it', async () => {
    const { agent, pageOf, all, drafted } = await theProduct();
    const page = pageOf('securite');
    await drafted('securite', all('securite', 2));
    await agent.post(`${page}/validation`);
    const read = async () =>
      /Atteint ou non.*/.exec(textOf((await agent.get(`${page}/historique/1`)).text))?.[0] ?? 'nothing';
    const before = await read();
    await agent.post(`${page}/enregistrement`, { critere: '06.01', revision: '0', niveau: '0', commentaire: '' });
    expect(await read()).toBe(before);
    expect(textOf((await agent.get(`${page}/resultats`)).text)).toContain(
      'Force probante des documents 1 2,0 sur 3, niveau 2 0,0 −2,0',
    );
  });

  test('in the words of the version that was answered, where the questionnaire has changed since', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    const { id } = await validated('securite', all('securite', 2));
    const { prisma } = app().deps;
    const { versionId } = await prisma.response.findUniqueOrThrow({ where: { id }, select: { versionId: true } });
    const { content, kind, name } = await prisma.publishedVersion.findUniqueOrThrow({ where: { id: versionId } });
    const former = JSON.parse(
      JSON.stringify(content).replaceAll('Politique de sécurité applicable', 'Ancienne politique'),
    );
    const older = await prisma.publishedVersion.create({
      data: { kind, name, number: 0, hash: 'older', content: former, publishedAt: app().now() },
    });
    await prisma.response.update({ where: { id }, data: { versionId: older.id } });
    const said = textOf((await agent.get(`${pageOf('securite')}/historique/1`)).text);
    expect(said).toContain('Ancienne politique');
    expect(said).toContain('le questionnaire a changé depuis');
  });

  test('a document without the scores of that day has them computed, and says so', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    await validated('securite', all('securite', 2));
    const said = textOf((await agent.get(`${pageOf('securite')}/historique/1`)).text);
    expect(said).toContain('Résultats calculés aujourd’hui');
    expect(said).toMatch(/en dessous de ce qui était exigé · calculé aujourd’hui/);
  });

  test('Q9: a démarche joined since counts it alike on its page and in its workbooks, whatever qualification became', async () => {
    const { agent, product, pageOf, all, drafted } = await theScoredProduct(app(), [socles]);
    const asked = all('interoperabilite', 2, sansEchange);
    await drafted('interoperabilite', asked);
    expect((await agent.post(`${pageOf('interoperabilite')}/validation`)).status).toBe(303);
    await anEnrolment(product, sansEchange).inside(app());
    await app().deps.prisma.subject.update({ where: { id: product.id }, data: { declared: {} } });
    expect(
      Object.keys(everyCriterion(app(), { ...product, declared: {} }, sansEchange, 'interoperabilite', 2)),
    ).not.toEqual(Object.keys(asked));
    const page = pageOf('interoperabilite', sansEchange);
    const { text } = await agent.get(`${page}/historique/1`);
    expect(textOf(text)).toContain('Résultats calculés aujourd’hui');
    const attained = /(Atteint|Non atteint) Mon espace santé/.exec(textOf(text))?.[1];
    const past = await download(agent, `${page}/historique/1/telecharger`);
    expect(past.rows('Réponses').map(({ Code }) => Code)).toEqual(Object.keys(asked));
    const verdict = past.rows('Synthèse').find(({ Rubrique }) => Rubrique === 'Atteint');
    const now = await download(agent, `${page}/telecharger`);
    expect([attained, verdict?.Valeur, now.rows('Historique')[0]?.Atteint]).toEqual(['Atteint', 'Oui', 'Oui']);
  });

  test.each(['2', '0', '-1', '1e3', '999999999', '99999999999999', 'brouillon', '%00'])(
    'number %s is not found',
    async (number) => {
      const { agent, pageOf, all, validated } = await theProduct();
      await validated('securite', all('securite', 2));
      expect((await agent.get(`${pageOf('securite')}/historique/${number}`)).status).toBe(404);
    },
  );
});

describe('Q4: any two responses, compared', () => {
  test('the last against the one before; what was raised, lowered, moved and commented', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    await validated('securite', { ...all('securite', 2), '06.01': 0, '03.06': 3 });
    await validated(
      'securite',
      { ...all('securite', 2), '06.01': 2, '05.04': 'na' },
      { '03.06': 'Depuis mars', '03.11': 'Non concerné' },
    );
    const { text, status } = await agent.get(`${pageOf('securite')}/comparaison`);
    expect(status).toBe(200);
    const said = textOf(text);
    expect(said).toContain('3 réponses diffèrent : 1 relevée, 1 abaissée et 1 changée.');
    expect(said).toMatch(/03\.06 .*abaissé Commentaire avant aucun Commentaire après Depuis mars/);
    expect(said).toMatch(/03\.11 .*commentaire modifié Commentaire avant aucun Commentaire après Non concerné/);
    expect(said).toContain('Force probante des documents 0,0 sur 3, niveau 0 2,0 sur 3, niveau 2 +2,0');
    expect(await htmlProblems(text)).toEqual([]);
    expect(typographyProblems(text)).toEqual([]);
  });

  test('the two that the form names, the draft included; the other way round, the signs turn', async () => {
    const { agent, pageOf, all, validated, drafted } = await theProduct();
    await validated('securite', { ...all('securite', 2), '06.01': 0 });
    await drafted('securite', { ...all('securite', 2), '06.01': 3 });
    const page = `${pageOf('securite')}/comparaison`;
    expect(textOf((await agent.get(`${page}?de=1&a=brouillon`)).text)).toContain('niveau 3 +3,0');
    expect(textOf((await agent.get(`${page}?de=brouillon&a=1`)).text)).toContain('niveau 0 −3,0');
    expect(textOf((await agent.get(`${page}?de=1&a=1`)).text)).toContain('Aucun niveau ne diffère.');
  });

  test('one alone is not compared, and the page says when it will be', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    expect(textOf((await agent.get(`${pageOf('securite')}/comparaison`)).text)).toContain('pas encore deux réponses');
    await validated('securite', all('securite', 2));
    expect(textOf((await agent.get(`${pageOf('securite')}/comparaison`)).text)).toContain('pas encore deux réponses');
    expect((await agent.get(`${pageOf('securite')}/resultats`)).text).not.toContain('/comparaison');
  });

  test.each(['?de=7', '?a=brouillon', '?de=1&a=0', '?de=x'])('%s is not found', async (query) => {
    const { agent, pageOf, all, validated } = await theProduct();
    await validated('securite', all('securite', 1));
    await validated('securite', all('securite', 2));
    expect((await agent.get(`${pageOf('securite')}/comparaison${query}`)).status).toBe(404);
  });
});
