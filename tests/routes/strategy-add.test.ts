import { describe, expect, test } from 'vitest';
import {
  type Fields,
  hiddenIn,
  identified as identifiedProduct,
  productSteps,
  qualified as qualifiedProduct,
  strategySteps,
  walkedTo,
} from '../builders/additions.ts';
import { aCompany, aPerson, aResponsible } from '../builders/people.ts';
import { aStrategy } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();
const query = '?demarche=doctrine/evaluation-et-projection-socles';
const qualified: Fields = { 'strategy-qualification.autres-services': 'non' };

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const hugo = await aPerson()
    .of(company)
    .under(claire)
    .named('Hugo', 'Petit')
    .with({ accessesStrategy: true })
    .inside(app());
  const lina = await aPerson().of(company).under(claire).named('Lina', 'Noir').inside(app());
  return { company, claire, hugo, lina };
}

const identified = (responsible: { readonly login: string }, name = 'Edicare'): Fields => ({
  name,
  responsible: responsible.login,
  certifications: 'ISO XXXXX',
});

const strategiesOf = (company: { readonly id: string }) =>
  app().deps.prisma.subject.findMany({ where: { companyId: company.id }, include: { enrolments: true } });

describe('D1 the strategy, from its identification to its page in the démarche', () => {
  test('D1: the guide’s steps 3.1 to 4.1: named as the company, qualified, read again, enrolled', async () => {
    const { company, claire, hugo } = await aVendor();
    const agent = await app().as(hugo);
    const opened = await agent.get(`${strategySteps.identification}${query}`);
    expect(opened.text).toContain(`value="${company.legalName}"`);
    expect(opened.text).toContain(`value="${hugo.login}" selected`);
    const page = textOf(opened.text);
    expect(page).toContain('Stratégie globale : Évaluation et projection socles');
    expect(page).toContain('Claire Roux');
    expect(page).not.toContain('Lina Noir');

    const asked = await walkedTo(agent, strategySteps, identified(claire), qualified, query);
    expect(await strategiesOf(company)).toEqual([]);
    const answer = await agent.post(strategySteps.recap, asked);
    const [strategy] = await strategiesOf(company);
    expect(answer.headers.location).toBe(`/parcours/doctrine/evaluation-et-projection-socles/${strategy?.reference}`);
    expect(strategy).toMatchObject({
      kind: 'STRATEGY',
      name: 'Edicare',
      certifications: 'ISO XXXXX',
      responsibleId: claire.id,
      declared: { 'strategy-qualification': { 'autres-services': 'non' } },
      enrolments: [{ demarche: 'evaluation-et-projection-socles' }],
    });
    const [told] = await app().deps.prisma.notification.findMany({ where: { userId: claire.id } });
    expect(told).toMatchObject({
      title: 'Vous êtes responsable de la stratégie globale',
      body: 'Hugo Petit l’a initialisée et vous en confie la responsabilité.',
      href: '/strategie-globale',
    });
  });

  test('D1: opened by itself, it leads to its own page', async () => {
    const { company, claire } = await aVendor();
    const agent = await app().as(claire);
    const asked = await walkedTo(agent, strategySteps, identified(claire), qualified);
    const answer = await agent.post(strategySteps.recap, asked);
    expect([answer.status, answer.headers.location]).toEqual([303, '/strategie-globale']);
    expect((await strategiesOf(company))[0]?.enrolments).toEqual([]);
  });

  test('D1: it is initialised once: there is one, its first step leads to it', async () => {
    const { company, claire } = await aVendor();
    await aStrategy().of(company).ledBy(claire).inside(app());
    const answer = await (await app().as(claire)).get(`${strategySteps.identification}${query}`);
    expect([answer.status, answer.headers.location]).toEqual([303, '/strategie-globale']);
  });

  test('D1: two people at once make one, and the second is led to it and told', async () => {
    const { company, claire, hugo } = await aVendor();
    const [hers, his] = [await app().as(claire), await app().as(hugo)];
    const asked = await walkedTo(hers, strategySteps, identified(claire, 'La sienne'), qualified, query);
    const other = await walkedTo(his, strategySteps, identified(hugo, 'L’autre'), qualified, query);
    const answers = await Promise.all([hers.post(strategySteps.recap, asked), his.post(strategySteps.recap, other)]);
    const [strategy, ...others] = await strategiesOf(company);
    expect(others).toEqual([]);
    const there = `/parcours/doctrine/evaluation-et-projection-socles/${strategy?.reference}`;
    expect(answers.map(({ headers }) => headers.location)).toEqual([there, there]);
    const second = strategy?.name === 'La sienne' ? his : hers;
    const first = second === his ? hers : his;
    expect(textOf((await second.get('/plan-du-site')).text)).toContain('ce que vous avez saisi n’est pas enregistré');
    expect(textOf((await first.get('/plan-du-site')).text)).toContain('Votre stratégie globale est initialisée');
  });

  test('P2, A5: what is missing is said at its step, and the responsible has the right', async () => {
    const { company, claire, lina } = await aVendor();
    const agent = await app().as(claire);
    const wrong = await agent.post(strategySteps.qualification, { ...identified(lina, ' '), ...qualified });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong.text)).toContain('Indiquez le nom de la stratégie globale.');
    expect(textOf(wrong.text)).toContain('Choisissez le responsable dans la liste.');
    expect(hiddenIn(wrong.text)).toMatchObject(qualified);
    const unanswered = await agent.post(strategySteps.recap, identified(claire));
    expect(unanswered.status).toBe(422);
    expect(textOf(unanswered.text)).toContain('Question 1 : choisissez une réponse.');
    expect(await strategiesOf(company)).toEqual([]);
  });

  test('P2: the key of its steps, sent again with a product, makes that product', async () => {
    const { company, claire } = await aVendor();
    const agent = await app().as(claire);
    const { creationKey = '', ...asked } = await walkedTo(agent, strategySteps, identified(claire), qualified);
    await agent.post(strategySteps.recap, { ...asked, creationKey });
    const product = await walkedTo(agent, productSteps, identifiedProduct(claire.login), qualifiedProduct);
    const answer = await agent.post(productSteps.recap, { ...product, creationKey });
    expect(answer.status).toBe(303);
    expect((await strategiesOf(company)).map(({ kind }) => kind).sort()).toEqual(['PRODUCT', 'STRATEGY']);
  });
});
