import { describe, expect, test } from 'vitest';
import { aTeamAtWork, SOCLES } from '../builders/handing.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';
import { linkIn } from '../support/mailbox.ts';

const app = useApp();
const MINUTE = 60_000;

/** What was received about this, by address. */
async function received(people: readonly { readonly email: string }[]): Promise<readonly number[]> {
  await app().deliver();
  return people.map(({ email }) => app().mailbox.to(email).length);
}

describe('Q3: « demander validation »', () => {
  test('A5: says who will be told: whoever has the right and the access, and nobody else', async () => {
    const team = await aTeamAtWork(app());
    await team.drafts('urbanisation', team.every('urbanisation', 2));
    const within = () => aPerson().of(team.company).under(team.claire).with({ validates: true });
    await within().named('Luc', 'Sans-Accès').inside(app());
    const invited = await within().accessing(team.product).named('Zoé', 'Invitée').inside(app());
    await app().deps.prisma.user.update({ where: { id: invited.id }, data: { passwordHash: null } });
    const { text } = await (await app().as(team.hugo)).get(`${team.place('urbanisation')}/demande-de-validation`);
    expect(textOf(text)).toContain('Ces personnes seront prévenues Inès Robin, Contributeur Claire Roux, Responsable');
    expect(textOf(text)).not.toContain('Sans-Accès');
    expect(textOf(text)).not.toContain('Invitée');
  });

  test('is kept with its message, and told by a mail and a notification that lead to what changed', async () => {
    const team = await aTeamAtWork(app());
    await team.drafts('urbanisation', team.every('urbanisation', 2));
    const agent = await app().as(team.hugo);
    const page = team.place('urbanisation');
    const answer = await agent.post(`${page}/demande-de-validation`, { message: 'Relisez A04,\nsurtout.' });
    expect([answer.status, answer.headers.location]).toEqual([303, page]);
    expect(textOf((await agent.get(page)).text)).toContain(
      'Validation demandée Un message prévient Inès Robin et Claire Roux.',
    );
    const card = await agent.get(`/parcours/doctrine/${SOCLES}/${team.product.reference}`);
    expect(textOf(card.text)).toContain('6/6 critères renseignés Validation demandée');
    expect(await team.responses('urbanisation')).toMatchObject([
      {
        status: 'DRAFT',
        requestedAt: app().now(),
        requestedBy: 'Hugo Petit',
        requestedById: team.hugo.id,
        requestMessage: 'Relisez A04,\nsurtout.',
      },
    ]);
    expect(await team.trail()).toEqual([
      {
        action: 'response.requested',
        actorName: 'Hugo Petit',
        details: { demarche: SOCLES, questionnaire: 'urbanisation' },
      },
    ]);
    const news = {
      title: 'Validation demandée\u00a0: «\u00a0Urbanisation\u00a0», Careoptim – v0.1',
      body: 'Hugo Petit vous demande de le relire et de le valider. «\u00a0Relisez A04,\nsurtout.\u00a0»',
      href: `${page}?filtre=modifies`,
    };
    for (const person of [team.ines, team.claire]) expect(await team.newsOf(person)).toEqual([news]);
    expect(await team.newsOf(team.hugo)).toEqual([]);
    expect(await received([team.ines, team.claire, team.hugo])).toEqual([1, 1, 0]);
    const [mail] = app().mailbox.to(team.ines.email);
    expect(mail?.subject).toBe('Validation demandée\u00a0: «\u00a0Urbanisation\u00a0», Careoptim – v0.1');
    expect(mail?.text).toContain('Relisez A04');
    expect(mail?.text).toContain('Toutes les réponses y sont');
    expect(linkIn(mail)).toBe(page);
    const { text } = await (await app().as(team.ines)).get('/tableau-de-bord');
    expect(textOf(text)).toContain('À valider Relire et valider « Urbanisation »');
    expect(text).toContain(`href="${page}?filtre=modifies"`);
  });

  test('accepts what is incomplete, and says how much is left', async () => {
    const team = await aTeamAtWork(app());
    const [code = ''] = Object.keys(team.every('urbanisation', 2));
    await team.drafts('urbanisation', { [code]: 2 });
    const agent = await app().as(team.hugo);
    const page = `${team.place('urbanisation')}/demande-de-validation`;
    expect(textOf((await agent.get(page)).text)).toContain('Il reste 5 points à régler avant de pouvoir valider');
    expect((await agent.post(page)).status).toBe(303);
    await app().deliver();
    expect(app().mailbox.to(team.ines.email).at(-1)?.text).toContain('Il reste 5\u00a0points à régler');
  });

  test('twice at once, or within minutes, tells nobody twice; the last message is the one that is kept', async () => {
    const team = await aTeamAtWork(app());
    await team.drafts('urbanisation', team.every('urbanisation', 2));
    const agents = [await app().as(team.hugo), await app().as(team.hugo)];
    const page = `${team.place('urbanisation')}/demande-de-validation`;
    for (const agent of agents) await agent.get('/plan-du-site');
    const both = await Promise.all(agents.map((agent) => agent.post(page, { message: 'Une fois' })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    app().wait(2 * MINUTE);
    await agents[0]?.post(page, { message: 'Deux fois' });
    expect(await received([team.ines, team.claire])).toEqual([1, 1]);
    expect(await team.newsOf(team.ines)).toHaveLength(1);
    expect(await team.responses('urbanisation')).toMatchObject([{ requestMessage: 'Deux fois' }]);
    app().wait(10 * MINUTE);
    await agents[0]?.post(page, { message: 'Trois fois' });
    expect(await received([team.ines, team.claire])).toEqual([2, 2]);
    expect(textOf((await agents[0]?.get(page))?.text ?? '')).toContain('Validation déjà demandée le');
  });

  test('A5: whoever may validate asks others all the same, or validates from there', async () => {
    const team = await aTeamAtWork(app());
    await team.drafts('urbanisation', team.every('urbanisation', 2));
    const agent = await app().as(team.ines);
    const page = `${team.place('urbanisation')}/demande-de-validation`;
    const { text } = await agent.get(page);
    expect(textOf(text)).toContain('Cette personne sera prévenue Claire Roux, Responsable');
    expect(text).toContain(`formaction="${team.place('urbanisation')}/validation"`);
    expect((await agent.post(page)).status).toBe(303);
    expect(await received([team.ines, team.claire])).toEqual([0, 1]);
  });

  test('there must be something to validate: nothing was answered, or nothing changed since', async () => {
    const team = await aTeamAtWork(app());
    const agent = await app().as(team.hugo);
    const page = `${team.place('urbanisation')}/demande-de-validation`;
    const nothing = await agent.post(page, { message: 'Un mot' });
    expect(nothing.status).toBe(422);
    expect(textOf(nothing.text)).toContain('Il n’y a rien à valider pour le moment');
    expect(nothing.text).toContain('Un mot</textarea>');
    await aResponse(team.product, 'urbanisation')
      .answering(team.every('urbanisation', 2))
      .validatedBy(team.claire)
      .inside(app());
    expect((await agent.post(page)).status).toBe(422);
    expect((await team.responses('urbanisation')).map(({ status }) => status)).toEqual(['VALIDATED']);
    // P5: what the qualification changed is to be read again
    await app().deps.prisma.rereading.create({
      data: {
        subjectId: team.product.id,
        questionnaire: 'urbanisation',
        since: app().now(),
        changedBy: 'Claire Roux',
        vanished: ['A99.9'],
      },
    });
    expect((await agent.post(page)).status).toBe(303);
  });

  test('P6: nothing is asked of an archived product', async () => {
    const team = await aTeamAtWork(app());
    await team.drafts('urbanisation', team.every('urbanisation', 2));
    await app().deps.prisma.subject.update({ where: { id: team.product.id }, data: { archivedAt: app().now() } });
    const agent = await app().as(team.hugo);
    for (const answer of [
      await agent.get(`${team.place('urbanisation')}/demande-de-validation`),
      await agent.post(`${team.place('urbanisation')}/demande-de-validation`),
    ]) {
      expect(answer.status).toBe(422);
      expect(textOf(answer.text)).toContain('Ce produit est archivé');
    }
  });
});

describe('A5: nobody else may validate', () => {
  test('the only Responsable is told so, and validates or gives the right', async () => {
    const company = await aCompany().inside(app());
    const claire = await aResponsible().of(company).inside(app());
    const product = await aProduct('Carnet').of(company).ledBy(claire).qualified(guideQualification).inside(app());
    await anEnrolment(product, SOCLES).inside(app());
    await aResponse(product, 'urbanisation').answering({}).draftedBy(claire).inside(app());
    const page = `/parcours/doctrine/${SOCLES}/${product.reference}/questionnaires/urbanisation`;
    const agent = await app().as(claire);
    const { text } = await agent.get(`${page}/demande-de-validation`);
    expect(textOf(text)).toContain('Vous êtes la seule personne à pouvoir valider ce questionnaire');
    expect(text).toContain(`action="${page}/validation"`);
    expect(text).toContain('href="/utilisateurs"');
    expect((await agent.post(`${page}/demande-de-validation`)).status).toBe(422);
  });

  test('a contributor is told who gives the right', async () => {
    const team = await aTeamAtWork(app());
    await team.drafts('urbanisation', team.every('urbanisation', 2));
    await app().deps.prisma.user.update({ where: { id: team.ines.id }, data: { validates: false } });
    await app().deps.prisma.user.update({ where: { id: team.claire.id }, data: { passwordHash: null } });
    const agent = await app().as(team.hugo);
    const { text } = await agent.get(`${team.place('urbanisation')}/demande-de-validation`);
    expect(textOf(text)).toContain(
      'Personne ne peut encore valider ce questionnaire. Ce droit est donné par Claire Roux.',
    );
  });
});
