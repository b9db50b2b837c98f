import { describe, expect, test } from 'vitest';
import { aTeamAtWork, SOCLES } from '../builders/handing.ts';
import { aResponse } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';
import { linkIn } from '../support/mailbox.ts';

const app = useApp();

/** Hugo asked for the validation of a draft that differs from what was validated by its first criterion. */
async function asked() {
  const team = await aTeamAtWork(app());
  const grades = team.every('urbanisation', 2);
  const [first = '', second = ''] = Object.keys(grades);
  await aResponse(team.product, 'urbanisation').answering(grades).validatedBy(team.claire).inside(app());
  await team.drafts('urbanisation', { ...grades, [first]: 3 }, 'Relisez.');
  const page = team.place('urbanisation');
  return { ...team, first, second, page, back: `${page}/renvoi`, reviewer: await app().as(team.ines) };
}

describe('Q3: a validation that was asked for is sent back with remarks', () => {
  test('whoever validates reads the request, what changed first, then the others', async () => {
    const { reviewer, back, first, second } = await asked();
    const { text } = await reviewer.get(back);
    expect(textOf(text)).toContain('Validation demandée le 20 novembre 2026 à 11 h 00 par Hugo Petit « Relisez. »');
    const [changed = '', others = ''] = text.split('<summary>');
    expect(changed).toContain(`name="remarque.${first}"`);
    expect(textOf(changed)).toContain('Ce qui a changé depuis la validation du 20 novembre 2026');
    expect(textOf(changed)).toContain('Niveau 3, vert, fort avant : Niveau 2, jaune, moyen Hugo Petit');
    expect(changed).not.toContain(`name="remarque.${second}"`);
    expect(others).toContain(`name="remarque.${second}"`);
  });

  test('a message and remarks are kept, shown with the answers, and told to whoever asked', async () => {
    const { reviewer, back, page, first, hugo, product, responses, newsOf, trail } = await asked();
    const sent = { message: 'Presque.', [`remarque.${first}`]: 'Quelle preuve ?', 'remarque.A99': ' ' };
    const answer = await reviewer.post(back, sent);
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      `/parcours/doctrine/${SOCLES}/${product.reference}`,
    ]);
    const draft = (await responses('urbanisation')).find(({ status }) => status === 'DRAFT');
    expect(draft).toMatchObject({
      requestedAt: null,
      requestedById: null,
      requestMessage: '',
      returnedAt: app().now(),
      returnedBy: 'Inès Robin',
      returnMessage: 'Presque.',
      remarks: [{ criterion: first, text: 'Quelle preuve ?', writtenBy: 'Inès Robin' }],
    });
    expect(await trail()).toEqual([
      {
        action: 'response.returned',
        actorName: 'Inès Robin',
        details: { demarche: SOCLES, questionnaire: 'urbanisation', remarks: 1 },
      },
    ]);
    expect(await newsOf(hugo)).toEqual([
      {
        title: 'À revoir avant validation\u00a0: «\u00a0Urbanisation\u00a0», Careoptim – v0.1',
        body: 'Inès Robin vous le renvoie avec ses remarques. «\u00a0Presque.\u00a0»',
        href: page,
      },
    ]);
    await app().deliver();
    const [mail] = app().mailbox.to(hugo.email);
    expect(mail?.text).toContain('1\u00a0critère porte une remarque');
    expect(linkIn(mail)).toBe(page);
    const { text } = await (await app().as(hugo)).get(page);
    expect(text).toMatch(new RegExp(`data-cell="${first}" aria-label="[^"]*, remarque à traiter"`));
    const shown = textOf(text);
    expect(shown).not.toContain('prêt à être validé');
    expect(shown).toContain('Presque.');
    expect(shown).toContain('Quelle preuve ?');
  });

  test('at least one word is asked for, and what was typed comes back', async () => {
    const { reviewer, back, first, responses } = await asked();
    const empty = await reviewer.post(back, { message: ' ' });
    expect(empty.status).toBe(422);
    expect(textOf(empty.text)).toContain('Écrivez ce qui est à revoir : un message, ou une remarque sur un critère.');
    const long = await reviewer.post(back, { message: 'Un mot', [`remarque.${first}`]: 'a'.repeat(2001) });
    expect(long.status).toBe(422);
    expect(textOf(long.text)).toContain('Raccourcissez ce texte : 2000 caractères au plus.');
    expect(long.text).toContain('Un mot</textarea>');
    expect(long.text).toContain(`${'a'.repeat(2001)}</textarea>`);
    expect((await responses('urbanisation')).at(-1)?.requestedAt).toEqual(app().now());
  });

  test('P5: a remark on what is not asked any more is given back rather than lost', async () => {
    const { reviewer, back } = await asked();
    const answer = await reviewer.post(back, { message: '', 'remarque.A99.9': 'À préciser' });
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('Le critère A99.9 n’est plus demandé : votre remarque « À préciser »');
  });

  test('only while it is asked for: of two who send it back, one does and the other is told by whom', async () => {
    const { reviewer, back, claire, place, drafts, responses } = await asked();
    const other = await app().as(claire);
    for (const agent of [reviewer, other]) await agent.get('/plan-du-site');
    const both = await Promise.all([reviewer, other].map((agent) => agent.post(back, { message: 'Non' })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(textOf(both.find(({ status }) => status === 409)?.text ?? '')).toMatch(
      /(Inès Robin|Claire Roux) a déjà renvoyé ce questionnaire, le 20 novembre 2026 à 11 h 00\./,
    );
    expect((await responses('urbanisation')).filter(({ returnedAt }) => returnedAt !== null)).toHaveLength(1);
    await drafts('interoperabilite', {});
    expect((await reviewer.get(`${place('interoperabilite')}/renvoi`)).status).toBe(422);
    expect((await reviewer.post(`${place('interoperabilite')}/renvoi`, { message: 'Non' })).status).toBe(422);
  });

  test('asked for again, its message goes and its remarks stay; the next remarks replace them, a validation ends them', async () => {
    const { reviewer, back, page, first, second, hugo, responses } = await asked();
    const author = await app().as(hugo);
    const remarks = async () => (await responses('urbanisation')).at(-1)?.remarks.map(({ text }) => text);
    await reviewer.post(back, { message: 'Presque.', [`remarque.${first}`]: 'Premier tour' });
    await author.post(`${page}/demande-de-validation`);
    expect((await responses('urbanisation')).at(-1)).toMatchObject({ returnedAt: null, returnMessage: '' });
    expect(await remarks()).toEqual(['Premier tour']);
    expect(textOf((await reviewer.get(back)).text)).toContain('Remarque du renvoi précédent : Premier tour');
    await reviewer.post(back, { message: '', [`remarque.${second}`]: 'Second tour' });
    expect(await remarks()).toEqual(['Second tour']);
    expect((await reviewer.post(`${page}/validation`)).status).toBe(303);
    expect(await remarks()).toEqual([]);
  });

  test('A7: whoever asked has left since: it is sent back, and nobody is told', async () => {
    const { reviewer, back, hugo, responses, newsOf } = await asked();
    await app().deps.prisma.user.update({ where: { id: hugo.id }, data: { deletedAt: app().now() } });
    expect((await reviewer.post(back, { message: 'Non' })).status).toBe(303);
    expect((await responses('urbanisation')).at(-1)?.returnMessage).toBe('Non');
    expect(await newsOf(hugo)).toEqual([]);
  });
});
