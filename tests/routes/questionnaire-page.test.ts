import { describe, expect, test } from 'vitest';
import { aVendor, type Fields } from '../builders/additions.ts';
import { everyCriterion } from '../builders/answers.ts';
import { aPerson } from '../builders/people.ts';
import { anEnrolment, aProduct, aResponse, aStrategy, guideQualification } from '../builders/subjects.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';
const MES = 'referencement-sans-echange';

/** The guide's product in its two démarches, and whoever answers for it. */
async function theProduct() {
  const { company, claire, hugo } = await aVendor(app());
  const product = await aProduct('Careoptim')
    .of(company)
    .ledBy(claire)
    .versioned('v0.1')
    .qualified(guideQualification)
    .inside(app());
  await anEnrolment(product, SOCLES).inside(app());
  await anEnrolment(product, MES).inside(app());
  const socles = (slug: string) => `/parcours/doctrine/${SOCLES}/${product.reference}/questionnaires/${slug}`;
  const mes = (slug: string) => `/parcours/mon-espace-sante/${MES}/${product.reference}/questionnaires/${slug}`;
  return { company, claire, hugo, product, agent: await app().as(claire), socles, mes };
}

async function textAt(agent: Agent, path: string): Promise<string> {
  return textOf((await agent.get(path)).text);
}

/** The article of one criterion, as HTML. */
function criterion(page: string, code: string): string {
  return page.split(`data-criterion="${code}"`)[1]?.split('</article>')[0] ?? '';
}

function codes(page: string): readonly string[] {
  return [...page.matchAll(/data-criterion="([^"]+)"/g)].map(([, code = '']) => code);
}

describe('Q1, Q2: a maturity questionnaire', () => {
  test('asks its 36 criteria, each with its code, nature, aim, reason and levels as radios', async () => {
    const { agent, socles, product } = await theProduct();
    const { status, text: page } = await agent.get(socles('securite'));
    expect([status, codes(page).length]).toEqual([200, 36]);
    const one = criterion(page, '04.03');
    expect(textOf(one)).toContain('Niveau de garantie de l’identification électronique');
    expect(textOf(one)).toMatch(/Obligation|Option/);
    expect(textOf(one)).toContain(
      'Critère affiché parce que vous avez répondu « Usagers » à la question 10 de la qualification.',
    );
    expect(one).toContain(`href="/produits/${product.reference}/qualification#champ-qualification-acteurs"`);
    expect([...one.matchAll(/type="radio"[^>]* value="([^"]+)"/g)].map(([, value]) => value)).toEqual([
      'na',
      '0',
      '1',
      '2',
      '3',
    ]);
    expect(one).toContain('Recommandé');
    expect(one).toContain('Accepté');
    expect(textOf(page)).toContain('N/A n’est pas proposé pour ce critère.');
  });

  test('shows what is answered: level, what follows from it, comment, by whom and when', async () => {
    const { agent, socles, product, hugo } = await theProduct();
    await aResponse(product, 'securite')
      .answering({ '01.01': 2, '01.03': 0 }, { '01.01': 'Depuis mars' })
      .draftedBy(hugo)
      .inside(app());
    const { text: page } = await agent.get(socles('securite'));
    const one = criterion(page, '01.01');
    expect(one).toMatch(/value="2" checked/);
    expect(textOf(one)).toContain('Niveau recommandé atteint · le niveau 3 reste la cible');
    expect(textOf(one)).toContain('Hugo Petit, aujourd’hui à');
    expect(one).toContain('>Depuis mars</textarea>');
    expect(textOf(criterion(page, '01.03'))).toMatch(/sous le recommandé/);
    expect(textOf(page)).toContain('L’évaluation « Sécurité » est complétée à 5 %');
    expect(textOf(page)).toContain('2/36 critères renseignés · 34 points à régler avant de valider');
  });

  test('Q2: names the option products that a level may depend on, and not those that one does not see', async () => {
    const { agent, socles, company, claire, product } = await theProduct();
    await aProduct('Module').of(company).ledBy(claire).optionOf(product).inside(app());
    await aProduct('Ancien module').of(company).ledBy(claire).optionOf(product).archived().inside(app());
    const { text: page } = await agent.get(socles('securite'));
    expect(page).toContain('Module – v1.0');
    expect(page).not.toContain('Ancien module');
  });

  test('speaks of the strategy where it is the strategy that is evaluated', async () => {
    const { company, claire, agent } = await theProduct();
    const strategy = await aStrategy().of(company).ledBy(claire).inside(app());
    await anEnrolment(strategy, SOCLES).inside(app());
    const page = await textAt(
      agent,
      `/parcours/doctrine/${SOCLES}/${strategy.reference}/questionnaires/politique-globale`,
    );
    expect(page).toContain('Sélectionnez le niveau de maturité de votre stratégie globale');
    expect(page).toContain('Critère affiché pour toutes les stratégies globales.');
  });

  test('counts one criterion in the singular', async () => {
    const { agent, socles, product, claire } = await theProduct();
    await aResponse(product, 'urbanisation').answering({ 'A04.1': 2 }).draftedBy(claire).inside(app());
    const { text: page } = await agent.get(socles('urbanisation'));
    expect(page).toContain('aria-label="1 critère renseigné sur 6"');
    expect(textOf(page)).toContain('1/1 critère renseigné Cible');
  });
});

describe('Q5, Q6: a compliance questionnaire', () => {
  test('asks three answers, in nested sections with their counters, and the proofs expected', async () => {
    const { agent, mes, product, claire } = await theProduct();
    const all = Object.keys(everyCriterion(app(), product, MES, 'ethique-mes', 0));
    const [first = '', second = ''] = all;
    await aResponse(product, 'ethique-mes')
      .answering({ [first]: 0, [second]: 'na' })
      .draftedBy(claire)
      .inside(app());
    const { text: page } = await agent.get(mes('ethique-mes'));
    expect(codes(page)).toEqual(all);
    expect(textOf(criterion(page, first))).toMatch(/Non applicable Non conforme Conforme/);
    expect(textOf(criterion(page, second))).toContain(
      'obligatoire : expliquez pourquoi cette exigence ne s’applique pas',
    );
    expect(textOf(criterion(page, first))).toContain('facultatif, lu par votre équipe et par les vérificateurs');
    expect(textOf(page)).toMatch(/Exigences complétées \(1\/\d+\)/);
    expect(page).toMatch(/<div class="cv-nest"/);
  });
});

describe('The rail and its filters', () => {
  test.each([
    ['restants', 34],
    ['sous-recommande', 1],
    ['a-corriger', 0],
    ['nimporte', 36],
  ])('?filtre=%s keeps %i criteria, which the rail counts', async (filter, count) => {
    const { agent, socles, product, claire } = await theProduct();
    await aResponse(product, 'securite').answering({ '01.01': 3, '01.02': 1 }).draftedBy(claire).inside(app());
    const { text: page } = await agent.get(`${socles('securite')}?filtre=${filter}`);
    expect(codes(page)).toHaveLength(count);
    expect([...page.matchAll(/data-cell="/g)]).toHaveLength(36);
    if (filter !== 'nimporte') expect(page).toContain(`data-filter-count="${filter}">${count}<`);
  });

  test('a filter that keeps nothing says so and leads back', async () => {
    const { agent, socles } = await theProduct();
    expect(await textAt(agent, `${socles('securite')}?filtre=a-corriger`)).toContain(
      'Aucun critère sous « À corriger ». Tout afficher',
    );
  });

  test('« Modifiés » are those that say something else than what was validated', async () => {
    const { agent, socles, product, claire } = await theProduct();
    await aResponse(product, 'urbanisation').answering({ 'A06.1': 1 }).validatedBy(claire).inside(app());
    const post: Fields = { critere: 'A06.1', revision: '0', niveau: '3', commentaire: '' };
    await agent.post(`${socles('urbanisation')}/enregistrement`, post);
    const { text: page } = await agent.get(`${socles('urbanisation')}?filtre=modifies`);
    expect(codes(page)).toEqual(['A06.1']);
  });
});

describe('What one should know first', () => {
  test('P5: the questionnaire is to be read again, and why', async () => {
    const { agent, socles, product } = await theProduct();
    await app().deps.prisma.rereading.create({
      data: {
        subjectId: product.id,
        questionnaire: 'urbanisation',
        since: app().now(),
        changedBy: 'Hugo Petit',
        appeared: ['A06.1'],
        vanished: ['A09.9'],
      },
    });
    const page = await textAt(agent, socles('urbanisation'));
    expect(page).toContain('Questionnaire à relire');
    expect(page).toContain('par Hugo Petit : 1 critère apparaît (A06.1) et 1 critère disparaît (A09.9).');
  });

  test('Q4: who validated last, and when; the results are then open', async () => {
    const { agent, socles, product, claire } = await theProduct();
    await aResponse(product, 'urbanisation').answering({ 'A06.1': 1 }).validatedBy(claire).inside(app());
    const page = await textAt(agent, socles('urbanisation'));
    expect(page).toMatch(/Dernière validation : le \d+ .+ par Claire Roux/);
    expect(page).toContain('Modifier une réponse commence un brouillon');
  });

  test('P6: an archived product is read, not answered', async () => {
    const { agent, socles, product } = await theProduct();
    await app().deps.prisma.subject.update({ where: { id: product.id }, data: { archivedAt: app().now() } });
    const { text: page } = await agent.get(socles('urbanisation'));
    expect(textOf(page)).toContain('Ce produit est archivé');
    expect(page).toContain('<fieldset class="cv-locked" disabled>');
    expect(page).not.toContain('value="valider"');
  });

  test('A5: who may not validate is offered to ask for it, and nothing else', async () => {
    const { company, claire, product, socles } = await theProduct();
    const hugo = await aPerson().of(company).under(claire).accessing(product).inside(app());
    const { text: page } = await (await app().as(hugo)).get(socles('urbanisation'));
    expect(page).toContain('value="demander-validation"');
    expect(page).not.toContain('value="valider"');
  });

  test('where one was: the last criterion that one answered', async () => {
    const { agent, socles } = await theProduct();
    await agent.post(`${socles('urbanisation')}/enregistrement`, {
      critere: 'A07.2',
      revision: '0',
      niveau: '1',
      commentaire: '',
    });
    expect(await textAt(agent, socles('urbanisation'))).toMatch(/Vous en étiez au critère A07\.2 .+, aujourd’hui à/);
  });
});

describe('Its making', () => {
  test.each(['securite', 'ethique-mes'])('%s is valid HTML and French, and costs two queries', async (slug) => {
    const { agent, mes, product, claire } = await theProduct();
    const grades = everyCriterion(app(), product, MES, slug, slug === 'securite' ? 1 : 0);
    await aResponse(product, slug).answering(grades).draftedBy(claire).inside(app());
    const { queries } = await countQueries(app().deps.database, () => agent.get(mes(slug)));
    expect(queries).toHaveLength(2);
    const { text: page } = await agent.get(mes(slug));
    expect(await htmlProblems(page)).toEqual([]);
    expect(typographyProblems(page)).toEqual([]);
  });

  test('nobody else finds it', async () => {
    const { socles, hugo } = await theProduct();
    const { claire: stranger } = await aVendor(app());
    for (const one of [stranger, hugo]) {
      expect((await (await app().as(one)).get(socles('urbanisation'))).status).toBe(404);
    }
  });
});
