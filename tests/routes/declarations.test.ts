import { describe, expect, test } from 'vitest';
import { aVendor, hiddenIn } from '../builders/additions.ts';
import { aPerson } from '../builders/people.ts';
import { anEnrolment, aProduct, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const segur = 'segur-vague-2-lgc';
const answers = {
  'segur-eligibilite.nie': 'NIE-1',
  'segur-eligibilite.nil': 'NIL-1',
  'segur-eligibilite.homologation': 'pre-examen',
  'segur-eligibilite.vague-1': 'oui',
  'segur-eligibilite.versions-arretees': 'non',
  'segur-eligibilite.profils': ['aucun'],
  'segur-eligibilite.carte-vitale': 'non',
};

async function theProduct() {
  const { company, claire, ...others } = await aVendor(app());
  const product = await aProduct('Cabinet').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, segur).inside(app());
  const base = `/parcours/segur/${segur}/${product.reference}`;
  const page = `${base}/questionnaires/segur-eligibilite`;
  const agent = await app().as(claire);
  /** As the page sends it: with what it holds hidden. */
  const send = async (fields: Record<string, string | readonly string[]>, by = agent) =>
    by.post(page, { ...hiddenIn((await by.get(page)).text), ...fields });
  const responses = () =>
    app().deps.prisma.response.findMany({ where: { subjectId: product.id }, orderBy: { startedAt: 'asc' } });
  const declared = async () =>
    (await app().deps.prisma.subject.findUniqueOrThrow({ where: { id: product.id } })).declared;
  return { company, claire, product, base, page, agent, send, responses, declared, ...others };
}

describe('Q3: a form that a démarche asks', () => {
  test('is saved as a draft however incomplete, and asks again for what does not read', async () => {
    const { send, agent, page, declared, responses } = await theProduct();
    const saved = await send({ 'segur-eligibilite.nie': 'NIE-1', action: 'brouillon' });
    expect([saved.status, saved.headers.location]).toEqual([303, page]);
    expect(await declared()).toMatchObject({ 'segur-eligibilite': { nie: 'NIE-1' } });
    expect((await agent.get(page)).text).toContain('value="NIE-1"');
    expect(await responses()).toMatchObject([{ status: 'DRAFT' }]);
    const wrong = await send({ 'segur-eligibilite.homologation': 'ailleurs', action: 'brouillon' });
    expect([wrong.status, wrong.text.includes('choisissez parmi les réponses proposées')]).toEqual([422, true]);
  });

  test('is validated once complete: the questionnaire that waits for it opens', async () => {
    const { send, agent, base, responses } = await theProduct();
    const next = `${base}/questionnaires/segur-lgc-vague-2`;
    const refused = await send({ 'segur-eligibilite.nie': 'NIE-1', action: 'valider' });
    expect(refused.status).toBe(422);
    expect((await agent.get(next)).text).toContain('ouvre quand');
    const validated = await send({ ...answers, action: 'valider' });
    expect(validated.status).toBe(303);
    expect(await responses()).toMatchObject([{ status: 'VALIDATED', number: 1 }]);
    expect((await agent.get(next)).text).not.toContain('ouvre quand');
  });

  test('asks for the validation of whoever may not validate, and refuses theirs', async () => {
    const { company, claire, product, send, page } = await theProduct();
    const writer = await app().as(await aPerson().of(company).under(claire).accessing(product).inside(app()));
    expect((await writer.get(page)).text).not.toContain('value="valider"');
    const asked = await send({ ...answers, action: 'demander-validation' }, writer);
    expect(asked.headers.location).toBe(`${page}/demande-de-validation`);
    expect((await send({ ...answers, action: 'valider' }, writer)).status).toBe(403);
  });
});

describe('P5, G4: changed once the questionnaires that it decides are answered', () => {
  test('it shows first what appears and vanishes, and marks them to be read again once confirmed', async () => {
    const { send, agent, base, page, product, declared } = await theProduct();
    await send({ ...answers, action: 'valider' });
    const slug = `${base}/questionnaires/segur-lgc-vague-2`;
    const [code = ''] =
      app()
        .deps.referential.scope(segur, 'segur-lgc-vague-2')
        ?.criteria.filter(({ when }) => when === null)
        .map(({ criterion }) => criterion.code) ?? [];
    const saved = await agent.post(`${slug}/enregistrement`, { critere: code, revision: '0', niveau: '0' });
    expect(saved.status).toBe(200);
    const changed = { ...answers, 'segur-eligibilite.profils': ['hebergement'], action: 'brouillon' };
    const shown = await send(changed);
    expect([shown.status, shown.text.includes('Rien n’est encore enregistré')]).toEqual([200, true]);
    expect(await declared()).toMatchObject({ 'segur-eligibilite': { profils: ['aucun'] } });
    const confirmed = await agent.post(page, { ...hiddenIn(shown.text), ...changed, confirme: 'oui' });
    expect(confirmed.status).toBe(303);
    expect(await declared()).toMatchObject({ 'segur-eligibilite': { profils: ['hebergement'] } });
    expect(await app().deps.prisma.rereading.findMany({ where: { subjectId: product.id } })).toMatchObject([
      { questionnaire: 'segur-lgc-vague-2' },
    ]);
  });

  test('two people who change different answers keep both; the same, the second is shown both', async () => {
    const { send, agent, page, declared } = await theProduct();
    await send({ ...answers, action: 'brouillon' });
    const opened = hiddenIn((await agent.get(page)).text);
    await send({ ...answers, 'segur-eligibilite.nie': 'NIE-2', action: 'brouillon' });
    const other = await agent.post(page, {
      ...opened,
      ...answers,
      'segur-eligibilite.nil': 'NIL-2',
      action: 'brouillon',
    });
    expect(other.status).toBe(303);
    expect(await declared()).toMatchObject({ 'segur-eligibilite': { nie: 'NIE-2', nil: 'NIL-2' } });
    const late = await agent.post(page, {
      ...opened,
      ...answers,
      'segur-eligibilite.nie': 'NIE-3',
      action: 'brouillon',
    });
    expect([late.status, late.text.includes('NIE-2'), late.text.includes('NIE-3')]).toEqual([409, true, true]);
  });
});
