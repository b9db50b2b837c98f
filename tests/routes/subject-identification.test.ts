import { describe, expect, test } from 'vitest';
import { aVendor, type Fields, hiddenIn } from '../builders/additions.ts';
import { aQualificationOf } from '../builders/initialisation.ts';
import { aPerson, aProduct } from '../builders/people.ts';
import { aStrategy } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();

async function aTeam() {
  const { company, claire, hugo } = await aVendor(app());
  const carnet = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
  const declared = { interests: { dispositifs: ['aucun'] } };
  await app().deps.prisma.subject.update({ where: { id: carnet.id }, data: { declared } });
  const nina = await aPerson().of(company).under(claire).named('Nina', 'Blanc').accessing(carnet).inside(app());
  const path = `/produits/${carnet.reference}/identification`;
  const fields = (over: Fields = {}): Fields => ({
    name: 'Carnet',
    version: 'v1.0',
    type: 'CORE',
    nil: '',
    responsible: claire.login,
    description: 'Ce que fait Carnet.',
    certifications: '',
    'interests.dispositifs': ['aucun'],
    revision: '0',
    ...over,
  });
  return { company, claire, hugo, nina, carnet, path, fields, agent: await app().as(claire) };
}

const subjectOf = (id: string) =>
  app().deps.prisma.subject.findUniqueOrThrow({ where: { id }, include: { product: true, accesses: true } });
const events = (reference: number) =>
  app().deps.prisma.auditEvent.findMany({ where: { target: String(reference), action: 'subject.identified' } });
const newsOf = (userId: string) => app().deps.prisma.notification.findMany({ where: { userId } });

describe('P5: the identification of a product is changed at any time', () => {
  test('P5: its form says what is known; saved, each changed field is told before → after', async () => {
    const { agent, carnet, path, fields } = await aTeam();
    const page = (await agent.get(path)).text;
    expect(await htmlProblems(page)).toEqual([]);
    expect(typographyProblems(page)).toEqual([]);
    for (const value of ['value="Carnet"', 'value="v1.0"', 'Ce que fait Carnet.', 'name="revision" value="0"']) {
      expect(page).toContain(value);
    }
    const sent = fields({ version: 'v2.0', nil: '42', 'interests.dispositifs': ['catalogue-mes'] });
    const saved = await agent.post(path, sent);
    expect([saved.status, saved.headers.location]).toEqual([303, `/produits/${carnet.reference}`]);
    expect(await subjectOf(carnet.id)).toMatchObject({
      revision: 1,
      declared: { interests: { dispositifs: ['catalogue-mes'] } },
      product: { version: 'v2.0', nil: '42', type: 'CORE' },
    });
    expect((await events(carnet.reference)).map(({ details }) => details)).toEqual([
      {
        version: 'v1.0 → v2.0',
        nil: 'non renseigné → 42',
        interests: 'Aucun dispositif identifié → Catalogue de services de Mon espace santé',
      },
    ]);
    expect(textOf((await agent.get(`/produits/${carnet.reference}`)).text)).toContain('Identification modifiée');
  });

  test('P5: what is the same is not saved, nor told; a double click acts once', async () => {
    const { agent, carnet, path, fields } = await aTeam();
    expect((await agent.post(path, fields({ description: ' Ce que fait Carnet. ' }))).status).toBe(303);
    expect(await events(carnet.reference)).toEqual([]);
    expect((await subjectOf(carnet.id)).revision).toBe(0);
    await Promise.all([agent.post(path, fields({ nil: '7' })), agent.post(path, fields({ nil: '7' }))]);
    expect(await events(carnet.reference)).toHaveLength(1);
    const text = textOf((await agent.get(`/produits/${carnet.reference}`)).text);
    expect(text).toContain('L’identification est enregistrée');
  });

  test('P5: what is wrong is said at its field, with all that was typed', async () => {
    const { agent, carnet, path, fields } = await aTeam();
    const answer = await agent.post(
      path,
      fields({ name: '', description: 'Un texte gardé.', responsible: 'personne' }),
    );
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('Indiquez le nom du produit.');
    expect(textOf(answer.text)).toContain('Choisissez le responsable dans la liste.');
    expect(answer.text).toContain('Un texte gardé.');
    expect(await htmlProblems(answer.text)).toEqual([]);
    expect((await subjectOf(carnet.id)).revision).toBe(0);
  });

  test('P5: two at once: the second is told who changed what and when, chooses where both did, then saves', async () => {
    const { agent, nina, carnet, path, fields } = await aTeam();
    const other = await app().as(nina);
    const opened = hiddenIn((await other.get(path)).text);
    await agent.post(path, fields({ version: 'v2.0' }));
    const refused = await other.post(path, { ...opened, ...fields({ version: 'v3.0', nil: '9' }) });
    expect(refused.status).toBe(409);
    const text = textOf(refused.text).replaceAll('\u00a0', ' ');
    expect(text).toContain('Claire Roux, aujourd’hui à 11 h 00 Identification modifiée Version : v1.0 → v2.0');
    expect(text).toContain('Version Enregistré : v2.0 Vous avez saisi : v3.0');
    expect(text).not.toContain('Vous avez saisi : 9');
    expect(refused.text).toContain('value="v3.0"');
    expect(refused.text).toContain('name="revision" value="1"');
    expect(await htmlProblems(refused.text)).toEqual([]);
    expect(typographyProblems(refused.text)).toEqual([]);
    expect(await subjectOf(carnet.id)).toMatchObject({ product: { version: 'v2.0', nil: '' } });
    const again = { ...fields({ version: 'v3.0', nil: '9' }), ...hiddenIn(refused.text) };
    expect((await other.post(path, again)).status).toBe(303);
    expect(await subjectOf(carnet.id)).toMatchObject({ product: { version: 'v3.0', nil: '9' } });
  });

  test('P5: two at once, each another field: the form comes back with both, and undoes neither', async () => {
    const { agent, nina, carnet, path, fields } = await aTeam();
    const other = await app().as(nina);
    const opened = hiddenIn((await other.get(path)).text);
    await agent.post(path, fields({ version: 'v2.0', 'interests.dispositifs': ['catalogue-mes'] }));
    const refused = await other.post(path, { ...opened, ...fields({ description: 'Ce que Nina en dit.' }) });
    expect(refused.status).toBe(409);
    expect(refused.text).toMatch(/value="v2\.0"[^>]* name="version"/);
    expect(refused.text).toMatch(/<textarea[^>]*name="description"[^>]*>Ce que Nina en dit\./);
    expect(refused.text).toMatch(/value="catalogue-mes"[^>]* checked/);
    expect(refused.text).not.toMatch(/value="aucun"[^>]* checked/);
    expect(textOf(refused.text)).not.toContain('Vous avez saisi');
    expect(await htmlProblems(refused.text)).toEqual([]);
    const again = fields({
      version: 'v2.0',
      description: 'Ce que Nina en dit.',
      'interests.dispositifs': ['catalogue-mes'],
    });
    expect((await other.post(path, { ...again, ...hiddenIn(refused.text) })).status).toBe(303);
    expect(await subjectOf(carnet.id)).toMatchObject({
      declared: { interests: { dispositifs: ['catalogue-mes'] } },
      product: { version: 'v2.0', description: 'Ce que Nina en dit.' },
    });
  });

  test('P5: whatever a form claims that it was opened with, only what could be typed is proposed', async () => {
    const { agent, nina, carnet, path, fields } = await aTeam();
    const other = await app().as(nina);
    await agent.post(path, fields({ version: 'v2.0' }));
    const forged = { ...fields({ nil: '9' }), 'opened.version': ['', 'x'], 'opened.nil': '9', 'opened.companyId': 'y' };
    const refused = await other.post(path, forged);
    expect(refused.status).toBe(409);
    expect(refused.text).not.toContain('companyId');
    expect(await htmlProblems(refused.text)).toEqual([]);
    expect(await subjectOf(carnet.id)).toMatchObject({ revision: 1, product: { version: 'v2.0', nil: '' } });
  });

  test('P5: a conflict is told even after a field was repaired', async () => {
    const { agent, nina, path, fields } = await aTeam();
    const other = await app().as(nina);
    await agent.post(path, fields({ version: 'v2.0' }));
    const invalid = await other.post(path, fields({ name: '' }));
    expect(invalid.status).toBe(422);
    expect(invalid.text).toContain('name="revision" value="0"');
    expect((await other.post(path, fields({ nil: '9' }))).status).toBe(409);
  });

  test('P5: what a form was opened with is kept while a field is repaired', async () => {
    const { agent, nina, path, fields } = await aTeam();
    const other = await app().as(nina);
    const opened = hiddenIn((await other.get(path)).text);
    await agent.post(path, fields({ version: 'v2.0' }));
    const invalid = await other.post(path, { ...opened, ...fields({ name: '' }) });
    expect(hiddenIn(invalid.text)).toEqual(opened);
  });

  test('P5: a qualification changed meanwhile is no conflict for its identification', async () => {
    const { agent, nina, carnet, path, fields } = await aTeam();
    const { deps } = app();
    await (await app().as(nina)).post(`/produits/${carnet.reference}/qualification`, aQualificationOf({}));
    expect(
      await deps.prisma.auditEvent.count({ where: { target: String(carnet.reference), action: 'subject.qualified' } }),
    ).toBe(1);
    expect((await agent.post(path, fields({ nil: '7' }))).status).toBe(303);
    const { declared } = await subjectOf(carnet.id);
    expect(declared).toMatchObject({ qualification: { 'catalogue-mes': 'reference' } });
  });
});

describe('P5, P7, A7: what only some may change', () => {
  test('A7: another responsible gets the access, is told, and the change is recorded', async () => {
    const { agent, hugo, carnet, path, fields } = await aTeam();
    expect(textOf((await agent.get(path)).text)).toContain('Hugo Petit (en reçoit l’accès)');
    await agent.post(path, fields({ responsible: hugo.login }));
    const { responsibleId, accesses } = await subjectOf(carnet.id);
    expect(responsibleId).toBe(hugo.id);
    expect(accesses.map(({ userId }) => userId)).toContain(hugo.id);
    expect((await events(carnet.reference))[0]?.details).toEqual({ responsible: 'Claire Roux → Hugo Petit' });
    expect(await newsOf(hugo.id)).toMatchObject([
      {
        title: 'Vous êtes responsable de Carnet – v1.0',
        body: expect.stringContaining('Vous y avez maintenant accès.'),
      },
    ]);
  });

  test('A7: a hand-over made meanwhile from the page of a user is not taken back', async () => {
    const { agent, hugo, claire, carnet, path, fields } = await aTeam();
    const opened = hiddenIn((await agent.get(path)).text);
    await agent.post(`/utilisateurs/${claire.login}/passation`, { [`successor-${carnet.reference}`]: hugo.login });
    expect((await subjectOf(carnet.id)).responsibleId).toBe(hugo.id);
    const refused = await agent.post(path, { ...opened, ...fields({ nil: '7' }) });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(`<option value="${hugo.login}" selected`);
    expect(textOf(refused.text)).toContain('Passation de responsabilité');
  });

  test('A7, P7: who only accesses it is offered neither another responsible nor another type, and is refused both', async () => {
    const { nina, hugo, carnet, path, fields } = await aTeam();
    const agent = await app().as(nina);
    const page = (await agent.get(path)).text;
    expect(page).not.toContain('Hugo Petit');
    expect(page).not.toContain('value="OPTION"');
    expect((await agent.post(path, fields({ responsible: hugo.login }))).status).toBe(422);
    const retyped = await agent.post(path, fields({ type: 'OPTION' }));
    expect(retyped.status).toBe(422);
    expect(textOf(retyped.text)).toContain('Seuls son responsable et les Responsables de l’entreprise');
    expect((await agent.post(path, fields({ nil: '9' }))).status).toBe(303);
    expect(await subjectOf(carnet.id)).toMatchObject({ product: { nil: '9', type: 'CORE' } });
  });

  test('P7: it becomes an option of a core product, unless it has options itself', async () => {
    const { company, claire, agent, carnet, path, fields } = await aTeam();
    const module = await aProduct('Module').of(company).ledBy(claire).inside(app());
    const core = String(module.reference);
    expect((await agent.post(path, fields({ type: 'OPTION', core: String(carnet.reference) }))).status).toBe(422);
    expect((await agent.post(path, fields({ type: 'OPTION', core }))).status).toBe(303);
    expect(await subjectOf(carnet.id)).toMatchObject({ product: { type: 'OPTION', coreId: module.id } });
    const refused = await agent.post(`/produits/${core}/identification`, {
      ...fields({ name: 'Module', description: 'Ce que fait Module.' }),
      type: 'OPTION',
    });
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain('a lui-même des produits option');
  });

  test('A5: a core product that one does not see is neither shown nor lost', async () => {
    const { company, claire, carnet, hugo } = await aTeam();
    const option = await aProduct('Option').of(company).ledBy(hugo).optionOf(carnet).inside(app());
    await app().deps.prisma.subjectAccess.create({ data: { userId: hugo.id, subjectId: option.id } });
    const agent = await app().as(hugo);
    const path = `/produits/${option.reference}/identification`;
    expect((await agent.get(path)).text).not.toContain(`value="${carnet.reference}"`);
    const sent = {
      name: 'Option',
      version: 'v2.0',
      type: 'OPTION',
      description: 'Ce que fait Option.',
      revision: '0',
      'interests.dispositifs': 'aucun',
    };
    expect((await agent.post(path, { ...sent, responsible: hugo.login })).status).toBe(303);
    expect(await subjectOf(option.id)).toMatchObject({ product: { version: 'v2.0', coreId: carnet.id } });
    const owner = await app().as(claire);
    expect((await owner.get(path)).text).toContain(`<option value="${carnet.reference}" selected`);
  });

  test.each(['identification', 'qualification'])(
    'A5: another company’s product gives 404 for every verb (%s)',
    async (page) => {
      const { carnet, fields } = await aTeam();
      const other = await app().as((await aTeam()).claire);
      const path = `/produits/${carnet.reference}/${page}`;
      expect((await other.get(path)).status).toBe(404);
      for (const sent of [{}, fields(), { revision: '0' }, { revision: '0', act: 'confirmer' }]) {
        expect((await other.post(path, sent)).status).toBe(404);
      }
      for (const reference of ['0', '99999999999', 'x']) {
        expect((await other.get(`/produits/${reference}/${page}`)).status).toBe(404);
      }
    },
  );
});

describe('P5: the identification of the strategy', () => {
  test('P5: its name, its certifications, its responsible among those who access it', async () => {
    const { company, claire, hugo, agent } = await aTeam();
    const lea = await aPerson()
      .of(company)
      .under(claire)
      .named('Léa', 'Noir')
      .with({ accessesStrategy: true })
      .inside(app());
    const strategy = await aStrategy('Édicare').of(company).ledBy(claire).inside(app());
    const path = '/strategie-globale/identification';
    const page = (await agent.get(path)).text;
    expect(await htmlProblems(page)).toEqual([]);
    expect(typographyProblems(page)).toEqual([]);
    expect(page).toContain('value="Édicare"');
    expect(page).toContain('Léa Noir');
    expect(page).not.toContain('Hugo Petit');
    const sent = { name: 'Édicare', certifications: 'HDS', responsible: lea.login, revision: '0' };
    expect((await agent.post(path, { ...sent, responsible: hugo.login })).status).toBe(422);
    expect((await agent.post(path, sent)).headers.location).toBe('/strategie-globale');
    expect(await subjectOf(strategy.id)).toMatchObject({ certifications: 'HDS', responsibleId: lea.id });
    expect(await newsOf(lea.id)).toMatchObject([{ title: 'Vous êtes responsable de la stratégie globale' }]);
    expect((await (await app().as(hugo)).get(path)).status).toBe(403);
  });
});
