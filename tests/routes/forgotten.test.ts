import { describe, expect, test } from 'vitest';
import { aCompany, aResponsible } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';

const app = useApp();

const HOUR = 3_600_000;
const path = '/mot-de-passe-oublie';

const someone = async () => {
  const company = await aCompany().inside(app());
  return aResponsible().of(company).inside(app());
};

async function mailsTo(email: string): Promise<number> {
  await app().deliver();
  return app().mailbox.to(email).length;
}

describe('A8: a forgotten password is limited', () => {
  test('A8: asked twelve times at once, three mails are sent', async () => {
    const person = await someone();
    const visitors = Array.from({ length: 12 }, () => app().visitor());
    for (const visitor of visitors) await visitor.get(path);
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(path, { login: person.login })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await mailsTo(person.email)).toBe(3);
    app().wait(2 * HOUR);
    await app().visitor().post(path, { login: person.login });
    expect(await mailsTo(person.email)).toBe(4);
  });

  test('A8: one address asks for twenty people at most, were it at once', async () => {
    const people = await Promise.all(Array.from({ length: 22 }, () => someone()));
    const visitor = app().visitor();
    await visitor.get(path);
    await Promise.all(people.map(({ login }) => visitor.post(path, { login })));
    const sent = await Promise.all(people.map(({ email }) => mailsTo(email)));
    expect(sent.filter((count) => count > 0)).toHaveLength(20);
  });
});

describe('A8: nobody learns whether a login exists', () => {
  test('A8: a login that is known and one that is not cost the same queries', async () => {
    const person = await someone();
    const visitor = app().visitor();
    await visitor.get(path);
    const asked = async (login: string): Promise<number> => {
      const { queries } = await countQueries(app().deps.database, () => visitor.post(path, { login }));
      // Mails are sent meanwhile, by their own loop.
      return queries.filter(
        (sql) => !sql.includes('UPDATE "OutboxMessage"') && !sql.includes('UPDATE "public"."OutboxMessage"'),
      ).length;
    };
    await asked('quelqu-un-d-autre');
    expect(await asked(person.login)).toBe(await asked('vraiment-personne'));
  });

  test('A8: of what is written for nobody, nothing is left but the line of the trail, without what was typed', async () => {
    const { prisma } = app().deps;
    await app().deliver();
    const before = await prisma.outboxMessage.count();
    await app().visitor().post(path, { login: 'encore-moins-personne' });
    expect(await prisma.outboxMessage.count()).toBe(before);
    const last = await prisma.auditEvent.findFirstOrThrow({ orderBy: { seq: 'desc' } });
    expect([last.action, last.target, last.actorId]).toEqual(['password.forgotten', 'nom d’utilisateur inconnu', null]);
  });
});
