import { describe, expect, test } from 'vitest';
import { aVendor, type Fields, hiddenIn } from '../builders/additions.ts';
import { everyCriterion } from '../builders/answers.ts';
import { aPerson } from '../builders/people.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';
const MES = 'referencement-sans-echange';

/** The guide's product in its two démarches, and two people who answer for it. */
async function theProduct() {
  const { company, claire } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, SOCLES).inside(app());
  await anEnrolment(product, MES).inside(app());
  const hugo = await aPerson().of(company).under(claire).accessing(product).named('Hugo', 'Petit').inside(app());
  return {
    company,
    claire,
    hugo,
    product,
    page: `/parcours/doctrine/${SOCLES}/${product.reference}/questionnaires/urbanisation`,
    ethics: `/parcours/mon-espace-sante/${MES}/${product.reference}/questionnaires/ethique-mes`,
    byClaire: await app().as(claire),
    byHugo: await app().as(hugo),
    rows: async () => {
      const rows = await app().deps.prisma.answer.findMany({
        where: { response: { subjectId: product.id } },
        orderBy: { criterion: 'asc' },
      });
      return rows.map(({ criterion, level, comment, revision }) => [criterion, level, comment, revision]);
    },
  };
}

/** The whole form as a browser without scripts sends it: what the page holds, and what is typed over. */
async function filled(agent: Agent, page: string, typed: Fields): Promise<Fields> {
  return { ...fieldsIn((await agent.get(page)).text), ...typed };
}

function fieldsIn(html: string): Fields {
  const texts = [...html.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)];
  const radios = [...html.matchAll(/type="radio"[^>]* name="([^"]+)" value="([^"]+)" checked/g)];
  const boxes = [...html.matchAll(/type="checkbox"[^>]* name="([^"]+)"(?: value="([^"]+)")? checked/g)];
  const found = [...texts, ...radios, ...boxes].map(([, name = '', value = 'on']) => [name, value]);
  return { ...hiddenIn(html), ...Object.fromEntries(found) };
}

describe('Q3: « Enregistrer comme brouillon », the whole form without scripts', () => {
  test('saves what changed and says so; what is missing prevents nothing', async () => {
    const { byClaire, page, rows } = await theProduct();
    const typed = { 'niveau.A06.1': '2', 'commentaire.A07.2': 'À voir', action: 'brouillon' };
    const sent = await byClaire.post(page, await filled(byClaire, page, typed));
    expect([sent.status, sent.headers.location]).toEqual([303, page]);
    expect(await rows()).toEqual([
      ['A06.1', 2, '', 1],
      ['A07.2', null, 'À voir', 1],
    ]);
    expect(textOf((await byClaire.get(page)).text)).toContain('Brouillon enregistré à 11 h 00');
  });

  test('leaves alone what was not changed, whoever answered it meanwhile', async () => {
    const { byClaire, byHugo, page, rows } = await theProduct();
    const form = await filled(byClaire, page, { 'niveau.A06.1': '2', action: 'brouillon' });
    await byHugo.post(page, await filled(byHugo, page, { 'niveau.A07.2': '1', action: 'brouillon' }));
    expect((await byClaire.post(page, form)).status).toBe(303);
    expect(await rows()).toEqual([
      ['A06.1', 2, '', 1],
      ['A07.2', 1, '', 1],
    ]);
  });

  test('of a page that is filtered, saves what it shows, and comes back to it', async () => {
    const { byClaire, page, rows } = await theProduct();
    const filtered = `${page}?filtre=obligations`;
    const sent = await byClaire.post(filtered, await filled(byClaire, filtered, { 'niveau.A06.1': '2' }));
    expect(sent.headers.location).toBe(filtered);
    expect(await rows()).toEqual([['A06.1', 2, '', 1]]);
  });

  test('takes a hundred thousand characters of comments', async () => {
    const { byClaire, ethics, rows } = await theProduct();
    const form = await filled(byClaire, ethics, { action: 'brouillon' });
    const comments = Object.keys(form).filter((name) => name.startsWith('commentaire.'));
    const typed = Object.fromEntries(comments.map((name) => [name, 'é'.repeat(5000)]));
    expect((await byClaire.post(ethics, { ...form, ...typed })).status).toBe(303);
    expect(await rows()).toHaveLength(34);
  });

  test('P5: saves a questionnaire that is to be read again as read, though nothing changed', async () => {
    const { byClaire, page, product } = await theProduct();
    const { rereading } = app().deps.prisma;
    const mark = { since: app().now(), changedBy: 'Hugo Petit', appeared: ['A06.1'], vanished: [] };
    await rereading.create({ data: { subjectId: product.id, questionnaire: 'urbanisation', ...mark } });
    await byClaire.post(page, await filled(byClaire, page, { action: 'brouillon' }));
    expect(await rereading.count({ where: { subjectId: product.id } })).toBe(0);
  });

  test.each([
    ['a comment too long', { 'commentaire.A06.1': 'a'.repeat(5001) }, 'Raccourcissez ce texte'],
    ['a level that is none', { 'niveau.A06.1': '7' }, 'Cette réponse n’est pas de celles qui sont proposées'],
  ])('refuses %s: the page again, with what was typed and a link to it', async (_, typed, message) => {
    const { byClaire, page, rows } = await theProduct();
    const other = { 'commentaire.A07.2': 'Gardé malgré tout' };
    const sent = await byClaire.post(page, await filled(byClaire, page, { ...typed, ...other, action: 'brouillon' }));
    expect(sent.status).toBe(422);
    expect(textOf(sent.text)).toContain(message);
    expect(sent.text).toContain('>Gardé malgré tout</textarea>');
    expect(sent.text).toMatch(/<a class="fr-link" href="#champ-(niveau|commentaire)-A06-1">/);
    expect(await rows()).toEqual([]);
  });

  test('a stale token loses nothing that was typed', async () => {
    const { byClaire, page } = await theProduct();
    const form = await filled(byClaire, page, { 'niveau.A06.1': '2', 'commentaire.A06.1': 'Tapé', _csrf: 'périmé' });
    const sent = await byClaire.post(page, form);
    expect(sent.status).toBe(403);
    expect(sent.text).toContain('>Tapé</textarea>');
    expect(sent.text).toMatch(/id="champ-niveau-A06-1-2"[^>]* checked/);
  });

  test('P6: an archived product is not answered for', async () => {
    const { byClaire, page, product, rows } = await theProduct();
    const form = await filled(byClaire, page, { 'niveau.A06.1': '2' });
    await app().deps.prisma.subject.update({ where: { id: product.id }, data: { archivedAt: app().now() } });
    expect((await byClaire.post(page, form)).status).toBe(422);
    expect(await rows()).toEqual([]);
  });
});

describe('Two answers to one criterion', () => {
  /** Claire's form of before what Hugo saved. */
  async function aConflict() {
    const given = await theProduct();
    const { byClaire, byHugo, page } = given;
    const form = await filled(byClaire, page, { 'niveau.A06.1': '2', 'commentaire.A06.1': 'De Claire' });
    const his = { 'niveau.A06.1': '1', 'commentaire.A06.1': 'De Hugo', action: 'brouillon' };
    await byHugo.post(page, await filled(byHugo, page, his));
    const refused = await byClaire.post(page, { ...form, 'niveau.A07.2': '3', action: 'brouillon' });
    return { ...given, refused };
  }

  test('are both shown, with who and when; the others are saved', async () => {
    const { refused, rows } = await aConflict();
    expect(refused.status).toBe(409);
    const words = textOf(refused.text);
    expect(words).toContain('Deux réponses différentes à ce critère. Laquelle garder ?');
    expect(words).toMatch(/Réponse de Hugo Petit · aujourd’hui à 11 h 00/);
    expect(words).toContain('« De Hugo »');
    expect(words).toContain('« De Claire »');
    expect(await rows()).toEqual([
      ['A06.1', 1, 'De Hugo', 1],
      ['A07.2', 3, '', 1],
    ]);
  });

  test('« Garder ma réponse » saves mine', async () => {
    const { refused, byClaire, page, rows } = await aConflict();
    const chosen = await byClaire.post(page, { ...fieldsIn(refused.text), action: 'garder:A06.1' });
    expect(chosen.status).toBe(303);
    expect((await rows())[0]).toEqual(['A06.1', 2, 'De Claire', 2]);
  });

  test('« Prendre cette réponse » leaves theirs', async () => {
    const { refused, byClaire, page, rows } = await aConflict();
    const chosen = await byClaire.post(page, { ...fieldsIn(refused.text), action: 'prendre:A06.1' });
    expect(chosen.status).toBe(303);
    expect((await rows())[0]).toEqual(['A06.1', 1, 'De Hugo', 1]);
  });

  test('saving without choosing asks again: nobody chooses for them', async () => {
    const { refused, byClaire, page, rows } = await aConflict();
    const again = await byClaire.post(page, { ...fieldsIn(refused.text), action: 'brouillon' });
    expect(again.status).toBe(409);
    expect((await rows())[0]).toEqual(['A06.1', 1, 'De Hugo', 1]);
  });

  test('a third answer of meanwhile is shown before mine is kept', async () => {
    const { refused, byClaire, byHugo, page, rows } = await aConflict();
    await byHugo.post(page, await filled(byHugo, page, { 'niveau.A06.1': '3', action: 'brouillon' }));
    const chosen = await byClaire.post(page, { ...fieldsIn(refused.text), action: 'garder:A06.1' });
    expect(chosen.status).toBe(409);
    expect((await rows())[0]).toEqual(['A06.1', 3, 'De Hugo', 2]);
  });

  test('the same answer twice is no conflict', async () => {
    const { byClaire, byHugo, page } = await theProduct();
    const form = await filled(byClaire, page, { 'niveau.A06.1': '2', action: 'brouillon' });
    await byHugo.post(page, await filled(byHugo, page, { 'niveau.A06.1': '2', action: 'brouillon' }));
    expect((await byClaire.post(page, form)).status).toBe(303);
  });
});

describe('Q3: « Valider » and « Enregistrer et demander validation »', () => {
  test('what is missing is listed with links; what was typed is saved as a draft', async () => {
    const { byClaire, page, rows } = await theProduct();
    const sent = await byClaire.post(page, await filled(byClaire, page, { 'niveau.A06.1': '2', action: 'valider' }));
    expect(sent.status).toBe(422);
    const words = textOf(sent.text);
    expect(words).toContain('Le questionnaire n’est pas encore validé : il reste 5 points à régler.');
    expect(words).toContain('Vos réponses sont enregistrées comme brouillon.');
    expect(words).toMatch(/A04\.1 [^:]+ : choisissez un niveau\./);
    expect(sent.text).toContain('href="#champ-niveau-A04-1"');
    expect(sent.text).toContain('id="champ-niveau-A04-1"');
    expect(await rows()).toHaveLength(1);
  });

  test('Q2: a level that depends on an option product needs to say which', async () => {
    const { byClaire, page, product } = await theProduct();
    const all = everyCriterion(app(), product, SOCLES, 'urbanisation', 3);
    const levels = Object.fromEntries(Object.keys(all).map((code) => [`niveau.${code}`, '3']));
    const typed = { ...levels, 'depend.A06.1': 'on', action: 'valider' };
    const sent = await byClaire.post(page, await filled(byClaire, page, typed));
    expect(sent.status).toBe(422);
    expect(textOf(sent.text)).toContain('choisissez le produit option dont dépend ce niveau, ou décochez la case.');
    expect(sent.text).toContain('id="champ-option-A06-1-erreur"');
  });

  test('Q4: with nothing missing, it freezes the answers', async () => {
    const { byClaire, page, product } = await theProduct();
    const all = everyCriterion(app(), product, SOCLES, 'urbanisation', 3);
    const levels = Object.fromEntries(Object.keys(all).map((code) => [`niveau.${code}`, '3']));
    const sent = await byClaire.post(page, await filled(byClaire, page, { ...levels, action: 'valider' }));
    expect(sent.status).toBe(303);
    const [response] = await app().deps.prisma.response.findMany({ where: { subjectId: product.id } });
    expect(response).toMatchObject({ status: 'VALIDATED', number: 1, frozen: { answers: { 'A06.1': 3 } } });
  });

  test('A5: by hand, who may not validate is refused, and what they typed is saved', async () => {
    const { byHugo, page, rows } = await theProduct();
    const sent = await byHugo.post(page, await filled(byHugo, page, { 'niveau.A06.1': '2', action: 'valider' }));
    expect(sent.status).toBe(403);
    expect(await rows()).toEqual([['A06.1', 2, '', 1]]);
  });

  test('« Enregistrer et demander validation » saves, then asks for a message', async () => {
    const { byHugo, page, rows } = await theProduct();
    const form = await filled(byHugo, page, { 'niveau.A06.1': '2', action: 'demander-validation' });
    const sent = await byHugo.post(page, form);
    expect([sent.status, sent.headers.location]).toEqual([303, `${page}/demande-de-validation`]);
    expect(await rows()).toHaveLength(1);
  });
});

describe('Q5: a section switched to N/A', () => {
  test('answers for its criteria, with its reason, and gives them back as they were', async () => {
    const { byClaire, ethics, product, claire, rows } = await theProduct();
    await aResponse(product, 'ethique-mes').answering({ 'ETH.2.1': 0 }).draftedBy(claire).inside(app());
    const reason = { 'raison.SF_IA': 'Aucun algorithme', action: 'na:SF_IA' };
    const off = await byClaire.post(ethics, await filled(byClaire, ethics, reason));
    expect([off.status, off.headers.location]).toEqual([303, `${ethics}#s-SF_IA`]);
    const { text: page } = await byClaire.get(ethics);
    expect(textOf(page)).toContain('Section déclarée non applicable par vous, aujourd’hui à 11 h 00');
    expect(page).toContain('>Aucun algorithme</textarea>');
    expect(textOf(page)).toMatch(/4\/34 exigences/);
    expect(page).toMatch(/<div id="s-SF_IA-corps" data-body hidden>/);
    await byClaire.post(ethics, await filled(byClaire, ethics, { action: 'retablir:SF_IA' }));
    expect(await rows()).toMatchObject([['ETH.2.1', 0, '', 1]]);
    expect((await byClaire.get(ethics)).text).not.toContain('Section déclarée non applicable');
  });

  test('the switch counts when the form is saved', async () => {
    const { byClaire, ethics } = await theProduct();
    const typed = { 'na.SF_IA': 'on', 'raison.SF_IA': 'Aucun algorithme', action: 'brouillon' };
    await byClaire.post(ethics, await filled(byClaire, ethics, typed));
    const form = await filled(byClaire, ethics, {});
    expect([form['na.SF_IA'], form['raison.SF_IA']]).toEqual(['on', 'Aucun algorithme']);
  });

  test('without a reason it is saved, and validation asks for it once', async () => {
    const { byClaire, ethics } = await theProduct();
    await byClaire.post(ethics, await filled(byClaire, ethics, { action: 'na:SF_IA' }));
    const sent = await byClaire.post(ethics, await filled(byClaire, ethics, { action: 'valider' }));
    expect(textOf(sent.text).match(/dites pourquoi cette section n’est pas applicable/g)).toHaveLength(2);
    expect(sent.text).toContain('href="#champ-raison-SF_IA"');
    // Q3: one count, over the form and under it.
    const points = [...textOf(sent.text).matchAll(/(\d+) points à régler/g)].map(([, count]) => count);
    expect(new Set(points).size).toBe(1);
    expect(points.length).toBeGreaterThan(1);
  });

  test('a reason too long is refused, and comes back with the switch as it was moved', async () => {
    const { byClaire, ethics } = await theProduct();
    const typed = { 'na.SF_IA': 'on', 'raison.SF_IA': 'a'.repeat(5001), 'niveau.QUA.1.1': '0', action: 'brouillon' };
    const sent = await byClaire.post(ethics, await filled(byClaire, ethics, typed));
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('href="#champ-raison-SF_IA"');
    const again = fieldsIn(sent.text);
    expect([again['na.SF_IA'], again['raison.SF_IA'], again['niveau.QUA.1.1']]).toEqual(['on', 'a'.repeat(5001), '0']);
  });

  test('by itself, for scripts, says who and when', async () => {
    const { byClaire, ethics, claire } = await theProduct();
    const form = await filled(byClaire, ethics, {});
    const answer = await byClaire
      .raw('post', `${ethics}/sections`)
      .accept('application/json')
      .type('form')
      .send({ _csrf: tokenIn((await byClaire.get(ethics)).text), section: 'SF_IA', etat: 'na', raison: 'Aucun' });
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        section: 'SF_IA',
        notApplicable: true,
        reason: 'Aucun',
        by: `${claire.firstName} ${claire.lastName}`,
        at: '11\u00a0h\u00a000',
      },
    ]);
    expect(form['na.SF_IA']).toBeUndefined();
  });

  test('a state that is none is refused with a sentence', async () => {
    const { byClaire, ethics } = await theProduct();
    const sent = await byClaire.post(`${ethics}/sections`, { section: 'SF_IA', etat: 'peut-être', raison: '' });
    expect([sent.status, textOf(sent.text)]).toEqual([
      422,
      expect.stringContaining('Dites si cette section est applicable, ou non.'),
    ]);
  });

  test.each(['QUA', 'SF_NON', 'SF_ACC'])('is not offered for %s', async (section) => {
    const { byClaire, ethics } = await theProduct();
    const sent = await byClaire.post(`${ethics}/sections`, { section, etat: 'na', raison: 'Aucun' });
    expect(sent.status).toBe(422);
  });
});

function tokenIn(page: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
}
