import { describe, expect, test } from 'vitest';
import { aCompany, aPerson, aResponsible, PASSWORD } from '../builders/people.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, typographyProblems } from '../support/html.ts';
import { linkIn } from '../support/mailbox.ts';

const app = useApp();
const HOUR = 3_600_000;

async function someone() {
  const company = await aCompany().inside(app());
  return aPerson()
    .of(company)
    .under(await aResponsible().of(company).inside(app()))
    .inside(app());
}

const emailOf = async (person: { readonly id: string }): Promise<string> =>
  (await app().deps.prisma.user.findUniqueOrThrow({ where: { id: person.id } })).email;
const ask = (agent: Agent, email: string, currentPassword = PASSWORD) =>
  agent.post('/compte/adresse', { email, currentPassword });

async function linkSentTo(email: string): Promise<string> {
  await app().deliver();
  return linkIn(app().mailbox.to(email).at(-1));
}

describe('A4, A8 changing one’s address', () => {
  test('A4: it changes only once the new address answers, and the former one is told', async () => {
    const person = await someone();
    const agent = await app().as(person);
    const email = `Nouvelle.${person.email}`;
    expect((await ask(agent, email)).headers.location).toBe('/compte');
    expect(await emailOf(person)).toBe(person.email);
    expect((await agent.get('/compte/adresse')).text).toContain(`a été envoyé à ${email}`);

    const link = await linkSentTo(email);
    const visitor = app().visitor();
    const page = await visitor.get(link);
    expect(page.text).toContain(email);
    expect([await htmlProblems(page.text), typographyProblems(page.text)]).toEqual([[], []]);
    // Opening the link is not answering it: programs that read mails do it
    expect(await emailOf(person)).toBe(person.email);
    expect((await visitor.post(link)).headers.location).toBe('/connexion');
    expect(await emailOf(person)).toBe(email);

    await app().deliver();
    expect(
      app()
        .mailbox.to(person.email)
        .map(({ subject }) => subject),
    ).toEqual(['L’adresse électronique de votre compte a changé']);
    const events = await app().deps.prisma.auditEvent.findMany({
      where: { target: person.login },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual(['account.emailAsked', 'account.emailChanged']);
    expect((await app().visitor().post(link)).status).toBe(410);
  });

  test('A4: in the browser where one is signed in, one comes back to one’s account', async () => {
    const person = await someone();
    const agent = await app().as(person);
    await ask(agent, `ici.${person.email}`);
    const link = await linkSentTo(`ici.${person.email}`);
    expect((await agent.post(link)).headers.location).toBe('/compte');
    expect((await agent.get('/compte')).text).toContain('Votre nouvelle adresse est confirmée');
  });

  test.each([
    ['a wrong password', 'x@medisoft.example', 'une autre phrase que la mienne', 'currentPassword'],
    ['what is no address', 'medisoft', PASSWORD, 'email'],
  ])('A8: with %s no link is sent, and the field says why', async (_, email, password, field) => {
    const person = await someone();
    const answer = await ask(await app().as(person), email, password);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#champ-${field}"`);
    expect(answer.text).toContain(`value="${email}"`);
    expect(await app().deps.prisma.oneTimeToken.count({ where: { userId: person.id } })).toBe(0);
  });

  test('A4: neither the address that one has nor another’s, whatever the case', async () => {
    const [person, other] = [await someone(), await someone()];
    const agent = await app().as(person);
    for (const email of [person.email.toUpperCase(), other.email.toUpperCase()]) {
      expect([email, (await ask(agent, email)).status]).toEqual([email, 422]);
    }
  });

  test('A4: taken by somebody else before it was confirmed, it is refused', async () => {
    const [person, other] = [await someone(), await someone()];
    const email = `meme.${person.email}`;
    await ask(await app().as(person), email);
    const first = await linkSentTo(email);
    await ask(await app().as(other), email);
    const second = await linkSentTo(email);
    expect((await app().visitor().post(second)).status).toBe(303);
    const refused = await app().visitor().post(first);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('déjà celle d’un compte');
    expect([await emailOf(person), await emailOf(other)]).toEqual([person.email, email]);
  });

  test('A4: confirmed twice at once, it changes once', async () => {
    const person = await someone();
    const email = `deux.${person.email}`;
    await ask(await app().as(person), email);
    const link = await linkSentTo(email);
    const visitors = [app().visitor(), app().visitor()];
    for (const visitor of visitors) await visitor.get(link);
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(link)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  test('A8: a later request replaces the link, a day ends it, and an unknown one says the same', async () => {
    const person = await someone();
    const agent = await app().as(person);
    const email = `jour.${person.email}`;
    await ask(agent, email);
    const first = await linkSentTo(email);
    await ask(agent, email);
    const second = await linkSentTo(email);
    const status = async (link: string): Promise<number> => (await app().visitor().get(link)).status;
    expect([await status(first), await status(second), await status(`/compte/adresse/${'x'.repeat(43)}`)]).toEqual([
      410, 200, 410,
    ]);
    app().wait(25 * HOUR);
    expect(await status(second)).toBe(410);
  });

  test('A8: a link to choose a password that was sent to the former address stops working', async () => {
    const person = await someone();
    await app().visitor().post('/mot-de-passe-oublie', { login: person.login });
    const reset = await linkSentTo(person.email);
    const email = `apres.${person.email}`;
    await ask(await app().as(person), email);
    await app()
      .visitor()
      .post(await linkSentTo(email));
    expect((await app().visitor().get(reset)).status).toBe(410);
  });
});
