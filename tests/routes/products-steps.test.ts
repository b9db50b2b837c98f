import { describe, expect, test } from 'vitest';
import { aVendor, hiddenIn, identified, productSteps, qualified, subjectsOf, walkedTo } from '../builders/additions.ts';
import { aProduct } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();

/** Everything that a step might have left behind. */
async function traces() {
  const { subject, product, subjectAccess, enrolment, auditEvent, notification, outboxMessage } = app().deps.prisma;
  return Promise.all([
    subject.count(),
    product.count(),
    subjectAccess.count(),
    enrolment.count(),
    auditEvent.count(),
    notification.count(),
    outboxMessage.count(),
  ]);
}

describe('P2 three steps, and no draft', () => {
  test('P2: whatever step is left, nothing is anywhere', async () => {
    const { claire } = await aVendor(app());
    const agent = await app().as(claire);
    await agent.get('/plan-du-site');
    const before = await traces();
    await walkedTo(agent, productSteps, identified(claire.login), qualified, '?demarche=doctrine/telesoin');
    await agent.post(productSteps.recap, { ...identified(claire.login), act: 'valider' });
    expect(await traces()).toEqual(before);
    const [session] = await app().deps.prisma.session.findMany({ where: { userId: claire.id } });
    expect(JSON.stringify(session?.data)).not.toContain('Careoptim');
  });

  test('P2: back and forth, valid or not, every step carries what the others hold', async () => {
    const { claire } = await aVendor(app());
    const agent = await app().as(claire);
    const first = identified(claire.login, { name: 'Carnet "Été" & <fils>', description: 'Une ligne\r\net deux' });
    const half = { 'qualification.catalogue-mes': 'reference', 'qualification.acteurs': ['usagers', 'structures'] };
    const opened = await agent.post(productSteps.qualification, { ...first });
    // « Précédent » from a step half answered, then « Suivant » from an identification spoilt meanwhile
    const back = await agent.post(productSteps.identification, { ...hiddenIn(opened.text), ...half });
    expect(back.status).toBe(200);
    expect(back.text).toContain('Étape 1 sur 3');
    expect(textOf(back.text)).toContain('Une ligne et deux');
    const spoilt = await agent.post(productSteps.qualification, { ...hiddenIn(back.text), ...first, name: '' });
    expect(spoilt.status).toBe(422);
    const again = await agent.post(productSteps.qualification, { ...hiddenIn(spoilt.text), ...first });
    expect(again.status).toBe(200);
    expect(again.text).toMatch(/name="qualification\.acteurs" value="usagers" checked/);
    expect(again.text).toMatch(/name="qualification\.acteurs" value="structures" checked/);
    expect(hiddenIn(again.text)).toMatchObject({ ...hiddenIn(opened.text), name: first.name });
    // « Suivant » from there: what is missing is said, what is answered stays
    const refused = await agent.post(productSteps.recap, { ...hiddenIn(again.text), ...half });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Étape 2 sur 3');
    expect(textOf(refused.text)).toContain('18 informations sont à corriger');
    expect(hiddenIn(refused.text)).toEqual(hiddenIn(again.text));
    // The recap is read again, and leads back to each step
    const recap = await agent.post(productSteps.recap, { ...hiddenIn(refused.text), ...qualified });
    expect(recap.status).toBe(200);
    const read = textOf(recap.text);
    for (const words of [
      'Carnet &#34;Été',
      'Une ligne',
      'et deux',
      'Claire Roux',
      'Catalogue de services de Mon espace santé',
    ]) {
      expect(read).toContain(words.replace('&#34;', '"'));
    }
    expect(read).toContain('20. ');
    expect(recap.text).toContain(`formaction="${productSteps.identification}"`);
    expect(recap.text).toContain(`formaction="${productSteps.qualification}"`);
  });

  test.each([productSteps.qualification, productSteps.recap])(
    'P2: %s opened by its address begins with the first',
    async (path) => {
      const { claire } = await aVendor(app());
      const answer = await (await app().as(claire)).get(path);
      expect([answer.status, answer.headers.location]).toEqual([303, productSteps.identification]);
    },
  );

  test('P2: every step, and what follows, is valid HTML set as French', async () => {
    const { company, claire } = await aVendor(app());
    await aProduct('Agenda').of(company).ledBy(claire).inside(app());
    const agent = await app().as(claire);
    const opened = await agent.get(`${productSteps.identification}?demarche=doctrine/telesoin`);
    const refused = await agent.post(productSteps.qualification, hiddenIn(opened.text));
    const first = { ...hiddenIn(opened.text), ...identified(claire.login), demarche: '' };
    const second = await agent.post(productSteps.qualification, first);
    const recap = await agent.post(productSteps.recap, { ...hiddenIn(second.text), ...qualified });
    const added = await agent.post(productSteps.recap, { ...hiddenIn(recap.text), act: 'valider' });
    const last = await agent.get(String(added.headers.location));
    for (const { text } of [opened, refused, second, recap, last]) {
      expect(await htmlProblems(text)).toEqual([]);
      expect(typographyProblems(text)).toEqual([]);
    }
  });

  test('P2: a stale form comes back at its step with all that it carried', async () => {
    const { company, claire } = await aVendor(app());
    const agent = await app().as(claire);
    const asked = await walkedTo(agent, productSteps, identified(claire.login), qualified);
    const stale = await agent.post(productSteps.recap, { ...asked, _csrf: 'périmé' });
    expect(stale.status).toBe(403);
    expect(stale.text).toContain('Étape 3 sur 3');
    expect({ ...hiddenIn(stale.text), act: 'valider' }).toEqual(asked);
    expect(await subjectsOf(app(), company)).toEqual([]);
    expect((await agent.post(productSteps.recap, asked)).status).toBe(303);
  });

  test('P2: two « Valider » at once add one product, and both lead to it', async () => {
    const { company, claire } = await aVendor(app());
    const agent = await app().as(claire);
    const asked = await walkedTo(agent, productSteps, identified(claire.login), qualified);
    const answers = await Promise.all([agent.post(productSteps.recap, asked), agent.post(productSteps.recap, asked)]);
    const [subject, ...others] = await subjectsOf(app(), company);
    expect(others).toEqual([]);
    const there = `/produits/${subject?.reference}/ajoute`;
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
      [303, there],
      [303, there],
    ]);
    const events = { where: { action: 'subject.created', target: String(subject?.reference) } };
    expect(await app().deps.prisma.auditEvent.count(events)).toBe(1);
  });

  test('P2: the same steps sent again with something else add nothing, and say so', async () => {
    const { company, claire } = await aVendor(app());
    const agent = await app().as(claire);
    const asked = await walkedTo(agent, productSteps, identified(claire.login), qualified);
    await agent.post(productSteps.recap, asked);
    const answer = await agent.post(productSteps.recap, { ...asked, name: 'Careoptim 2' });
    const rows = await subjectsOf(app(), company);
    expect(rows.map(({ name }) => name)).toEqual(['Careoptim']);
    expect(answer.headers.location).toBe(`/produits/${rows[0]?.reference}`);
    expect(textOf((await agent.get('/plan-du-site')).text)).toContain(
      'ce que vous venez de changer n’est pas enregistré',
    );
  });

  test('P2: another company’s key opens nothing of theirs: one’s own product is added, once', async () => {
    const theirs = await aVendor(app());
    const ours = await aVendor(app());
    const them = await app().as(theirs.claire);
    const asked = await walkedTo(them, productSteps, identified(theirs.claire.login), qualified);
    await them.post(productSteps.recap, asked);
    const agent = await app().as(ours.claire);
    const sent = { ...asked, responsible: ours.claire.login };
    const twice = [await agent.post(productSteps.recap, sent), await agent.post(productSteps.recap, sent)];
    const [subject, ...others] = await subjectsOf(app(), ours.company);
    expect(others).toEqual([]);
    const there = `/produits/${subject?.reference}/ajoute`;
    expect(twice.map(({ headers }) => headers.location)).toEqual([there, there]);
    expect(await subjectsOf(app(), theirs.company)).toHaveLength(1);
  });
});
