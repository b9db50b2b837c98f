import { describe, expect, test } from 'vitest';
import { aPerson } from '../builders/people.ts';
import { aForm, aRequest, bothPapers, deposit } from '../builders/requests.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, typographyProblems } from '../support/html.ts';

const app = useApp();

const requests = () => app().deps.prisma.accountRequest;

async function storedFiles(): Promise<number> {
  let count = 0;
  for await (const _ of app().deps.storage.list()) count += 1;
  return count;
}

describe('A1, A4: of several requests for the same thing, the first whose papers come holds it', () => {
  test.each([
    ['siren', 'déjà représentée'],
    ['login', 'n’est pas disponible'],
    ['email', 'faites une nouvelle demande avec une autre adresse'],
  ] as const)(
    'A1, A4: the second with the same %s is told at the deposit, and its files are not kept',
    async (field, told) => {
      const first = await aRequest(app());
      const second = await aRequest(app(), { [field]: first.form[field] });
      const link = { first: first.link, second: second.link };
      expect((await deposit(app(), link.first)).status).toBe(303);
      const before = await storedFiles();
      const answer = await deposit(app(), link.second);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(told);
      expect(await htmlProblems(answer.text)).toEqual([]);
      expect(typographyProblems(answer.text)).toEqual([]);
      expect(await storedFiles()).toBe(before);
      expect(await requests().count({ where: { [field]: first.form[field], submittedAt: { not: null } } })).toBe(1);
    },
  );

  test('A4: whose login was taken meanwhile chooses another one there, and the verifier reads that one', async () => {
    const person = await aPerson().inside(app());
    const request = await aRequest(app());
    await app().deps.prisma.user.update({
      where: { id: person.id },
      data: { login: request.form.login, loginKey: request.form.login },
    });
    const visitor = app().visitor();
    expect((await visitor.get(request.link)).text).not.toContain('name="login"');
    const fields = { kbisDate: '2026-11-03' };
    const refused = await visitor.post(request.link, fields, bothPapers);
    expect(refused.text).toContain('href="#champ-login"');
    const wrong = await visitor.post(request.link, { ...fields, login: 'é' }, bothPapers);
    expect([wrong.status, wrong.text.includes('name="login"')]).toEqual([422, true]);
    const login = `${request.form.login}.Autre`;
    expect((await visitor.post(request.link, { ...fields, login }, bothPapers)).status).toBe(303);
    expect(await request.row()).toMatchObject({ status: 'SUBMITTED', login, loginKey: login.toLowerCase() });
  });

  test.each(['siren', 'login', 'email'] as const)(
    'A4: of two simultaneous deposits for the same %s, one is kept',
    async (field) => {
      const first = await aRequest(app());
      const second = await aRequest(app(), { [field]: first.form[field] });
      const answers = await Promise.all([deposit(app(), first.link), deposit(app(), second.link)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
      expect(await requests().count({ where: { [field]: first.form[field], status: 'SUBMITTED' } })).toBe(1);
    },
  );

  test('A4: a request asked for other papers still holds what it asked for', async () => {
    const { form, row, link } = await aRequest(app());
    await deposit(app(), link);
    const { id } = await row();
    await requests().update({ where: { id }, data: { status: 'AWAITING_PAPERS' } });
    const answer = await app()
      .visitor()
      .post('/demande-de-compte', aForm({ siren: form.siren, login: form.login }));
    expect(answer.status).toBe(422);
    for (const field of ['siren', 'login']) expect(answer.text).toContain(`href="#champ-${field}"`);
  });
});
