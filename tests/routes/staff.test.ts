import { describe, expect, test } from 'vitest';
import { issueToken } from '../../src/accounts/tokens.ts';
import { anAdministrator, aVerifier } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { linkIn } from '../support/mailbox.ts';

const app = useApp();
const newcomer = {
  firstName: 'Léa',
  lastName: 'Dupuis',
  position: 'Chargée de vérification',
  email: 'lea.dupuis@exemple.fr',
  login: 'lea.dupuis',
  role: 'VERIFIER',
};

describe('the staff of the Agence', () => {
  test('A3: somebody is added, receives a link, and receives another when asked for', async () => {
    const agent = await app().as(await anAdministrator().inside(app()));
    expect((await agent.post('/administration/equipe/nouveau', newcomer)).status).toBe(303);
    await app().deliver();
    const first = linkIn(app().mailbox.to(newcomer.email)[0]);
    app().wait(120_000);
    expect((await agent.post('/administration/equipe/LEA.dupuis/invitation')).status).toBe(303);
    const twice = await agent.post('/administration/equipe/LEA.dupuis/invitation');
    expect([twice.status, twice.text.includes('laissez-lui une minute')]).toEqual([422, true]);
    await app().deliver();
    expect((await app().visitor().get(first)).status).toBe(410);
    expect(
      (
        await app()
          .visitor()
          .get(linkIn(app().mailbox.to(newcomer.email)[1]))
      ).status,
    ).toBe(200);
  });

  test('A4: what is taken is refused, and what was typed is kept', async () => {
    const { login, email } = await aVerifier().inside(app());
    const agent = await app().as(await anAdministrator().inside(app()));
    const answer = await agent.post('/administration/equipe/nouveau', { ...newcomer, login, email });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Chargée de vérification');
  });

  test('A7: somebody who leaves is removed and told; one’s own account is not', async () => {
    const administrator = await anAdministrator().inside(app());
    const verifier = await aVerifier().inside(app());
    const agent = await app().as(administrator);
    expect((await agent.post(`/administration/equipe/${verifier.login}/suppression`)).status).toBe(303);
    expect((await agent.get(`/administration/equipe/${verifier.login}`)).status).toBe(404);
    await app().deliver();
    expect(app().mailbox.to(verifier.email)[0]?.subject).toBe('Votre compte Convergence est supprimé');
    expect((await agent.post(`/administration/equipe/${administrator.login}/suppression`)).status).toBe(422);
  });

  test('they are searched and paged, and a page too far is the last one', async () => {
    for (let n = 0; n < 21; n += 1) await aVerifier().named('Zoé', `Zut${n}`).inside(app());
    const agent = await app().as(await anAdministrator().inside(app()));
    const { text } = await agent.get('/administration/equipe?q=zut&page=99');
    expect(text).toContain('1\u00a0compte sur 21');
    expect(text.match(/<th scope="row"/g)).toHaveLength(1);
  });

  test('A3: the list and their page say who was invited and whose link is too old', async () => {
    const verifier = await aVerifier().named('Ines', 'Tardive').inside(app());
    const agent = await app().as(await anAdministrator().inside(app()));
    const pages = ['/administration/equipe?q=tardive', `/administration/equipe/${verifier.login}`];
    const { prisma } = app().deps;
    for (const page of pages) expect((await agent.get(page)).text).toContain('Actif');
    await prisma.user.update({ where: { id: verifier.id }, data: { passwordHash: null } });
    await issueToken(prisma, verifier.id, 'SET_PASSWORD', app().now());
    for (const page of pages) expect((await agent.get(page)).text).toContain('Invitation envoyée le');
    await prisma.oneTimeToken.updateMany({ where: { userId: verifier.id }, data: { expiresAt: app().now() } });
    for (const page of pages) expect((await agent.get(page)).text).toContain('Lien d’invitation expiré');
  });
});
