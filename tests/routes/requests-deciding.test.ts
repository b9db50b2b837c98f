import { describe, expect, test } from 'vitest';
import { aCompany, aPerson, aVerifier } from '../builders/people.ts';
import { type Asked, aForm, aRequest, aSubmittedRequest, deposit, latestLink } from '../builders/requests.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, typographyProblems } from '../support/html.ts';

const app = useApp();

type Decision = 'approbation' | 'refus' | 'complement';

const addressOf = (number: number, decision?: Decision): string =>
  `/verification/demandes/${number}${decision ? `/${decision}` : ''}`;

/** What a verifier sends from the page as it is now. */
async function formOf(request: Asked, said: Readonly<Record<string, string>> = {}) {
  const { number, revision } = await request.row();
  return { number, fields: { revision: String(revision), ...said } };
}

async function decide(
  verifier: Agent,
  request: Asked,
  decision: Decision,
  said: Readonly<Record<string, string>> = {},
) {
  const { number, fields } = await formOf(request, said);
  return verifier.post(addressOf(number, decision), fields);
}

const aVerifierSignedIn = async (): Promise<Agent> => app().as(await aVerifier().inside(app()));

const lastMailTo = async (email: string) => {
  await app().deliver();
  return app().mailbox.to(email).at(-1);
};

const eventsOn = async (request: Asked) => {
  const { number } = await request.row();
  const events = await app().deps.prisma.auditEvent.findMany({
    where: { target: `Demande n°\u00a0${number}` },
    orderBy: { seq: 'asc' },
  });
  return events.map(({ action }) => action);
};

describe('A3 approval', () => {
  test('A3: it creates the company and its Responsable, who chooses a password and signs in', async () => {
    const request = await aSubmittedRequest(app());
    const answer = await decide(await aVerifierSignedIn(), request, 'approbation');
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(addressOf(request.number));

    const { form } = request;
    const company = await app().deps.prisma.company.findUniqueOrThrow({
      where: { siren: form.siren },
      include: { users: true },
    });
    expect(company).toMatchObject({
      legalName: form.legalName,
      legalForm: 'SAS',
      street: form.street,
      postalCode: '75002',
      city: 'Paris',
      country: 'FR',
    });
    expect(company.users).toMatchObject([
      { role: 'RESPONSIBLE', parentId: null, login: form.login, email: form.email, lastName: 'Durand' },
    ]);

    const mail = await lastMailTo(form.email);
    expect(mail?.subject).toBe('Votre compte Convergence est ouvert');
    expect(mail?.text).toContain(form.login);
    const link = await latestLink(app(), form.email);
    const person = app().visitor();
    const password = 'girafe ventilo mandarine';
    await person.get(link);
    expect((await person.post(link, { password })).status).toBe(303);
    expect((await person.post('/connexion', { login: form.login, password })).headers.location).toBe(
      '/tableau-de-bord',
    );
    expect((await person.get('/tableau-de-bord')).headers.location).toBe('/acceptation-des-cgu');

    expect((await app().visitor().get(request.link)).text).toContain('Acceptée');
    expect(await eventsOn(request)).toEqual(['request.created', 'request.papersDeposited', 'request.approved']);
  });

  test('A3: a double click approves once, and shows no error', async () => {
    const request = await aSubmittedRequest(app());
    const verifier = await aVerifierSignedIn();
    const { number, fields } = await formOf(request);
    await verifier.get(addressOf(number));
    const answers = await Promise.all([1, 2].map(() => verifier.post(addressOf(number, 'approbation'), fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await app().deps.prisma.user.count({ where: { email: request.form.email } })).toBe(1);
    expect((await eventsOn(request)).filter((action) => action === 'request.approved')).toHaveLength(1);
    await app().deliver();
    expect(
      app()
        .mailbox.to(request.form.email)
        .filter(({ subject }) => subject === 'Votre compte Convergence est ouvert'),
    ).toHaveLength(1);
  });

  test('A4: identifiers taken all the same are told, and nothing is created', async () => {
    const request = await aSubmittedRequest(app());
    const { siren, login, email } = request.form;
    await aCompany(siren).inside(app());
    await aPerson().called(login).inside(app());
    const rival = await aPerson().inside(app());
    await app().deps.prisma.user.update({ where: { id: rival.id }, data: { emailKey: email } });
    const answer = await decide(await aVerifierSignedIn(), request, 'approbation');
    expect(answer.status).toBe(422);
    for (const said of [
      'entreprise est déjà représentée',
      'nom d’utilisateur est celui',
      'adresse électronique est celle',
    ]) {
      expect(answer.text).toContain(said);
    }
    expect((await request.row()).status).toBe('SUBMITTED');
  });

  test('A2: a request without its papers is not approved', async () => {
    const request = await aRequest(app());
    const answer = await decide(await aVerifierSignedIn(), request, 'approbation');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('sont attendues. Il n’est donc pas possible d’approuver');
    expect(await app().deps.prisma.company.count({ where: { siren: request.form.siren } })).toBe(0);
  });
});

describe('A2 refusal', () => {
  test('A2: it takes a reason, which is e-mailed, and frees company, login and address', async () => {
    const request = await aSubmittedRequest(app());
    const verifier = await aVerifierSignedIn();
    const without = await decide(verifier, request, 'refus', { refusalReason: ' ' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('href="#champ-refusalReason"');
    expect(await htmlProblems(without.text)).toEqual([]);

    const refusalReason = 'L’extrait Kbis est celui\nd’une autre société.';
    expect((await decide(verifier, request, 'refus', { refusalReason })).status).toBe(303);
    expect(await request.row()).toMatchObject({ status: 'REFUSED', reason: refusalReason, decidedAt: app().now() });
    const mail = await lastMailTo(request.form.email);
    expect(mail?.subject).toBe('Votre demande de compte est refusée');
    expect(mail?.text).toContain(refusalReason);
    const page = await app().visitor().get(request.link);
    expect(page.text).toContain('Refusée');
    expect(page.text).toContain('celui\nd’une autre société.');
    expect(await htmlProblems(page.text)).toEqual([]);

    const { siren, login, email } = request.form;
    expect((await app().visitor().post('/demande-de-compte', aForm({ siren, login, email }))).status).toBe(303);
  });

  test('A2: a request made in somebody’s name is refused without waiting for papers', async () => {
    const request = await aRequest(app());
    const verifier = await aVerifierSignedIn();
    expect((await verifier.get(addressOf((await request.row()).number))).text).toContain('Refuser la demande');
    expect((await decide(verifier, request, 'refus', { refusalReason: 'Demande faite par un tiers.' })).status).toBe(
      303,
    );
    expect((await deposit(app(), request.link)).status).toBe(303);
    expect((await request.row()).status).toBe('REFUSED');
    expect((await verifier.get(addressOf((await request.row()).number))).text).toContain('Aucune n’a été déposée.');
  });
});

describe('A2 other papers', () => {
  test('A2: the requester is told which, and the request waits again', async () => {
    const request = await aSubmittedRequest(app());
    const verifier = await aVerifierSignedIn();
    expect((await decide(verifier, request, 'complement', { papersReason: '' })).status).toBe(422);
    expect((await decide(verifier, request, 'complement', { papersReason: 'Le verso manque.' })).status).toBe(303);
    expect((await request.row()).status).toBe('AWAITING_PAPERS');
    const mail = await lastMailTo(request.form.email);
    expect(mail?.subject).toContain('d’autres pièces sont nécessaires');
    expect(mail?.text).toContain('Le verso manque.');
    expect((await deposit(app(), await latestLink(app(), request.form.email))).status).toBe(303);
    expect((await decide(verifier, request, 'approbation')).status).toBe(303);
    expect(await eventsOn(request)).toEqual([
      'request.created',
      'request.papersDeposited',
      'request.papersAsked',
      'request.papersDeposited',
      'request.approved',
    ]);
  });
});

describe('A2 two verifiers at once', () => {
  test('A2: the second is told who decided what and when, and keeps the reason typed', async () => {
    const request = await aSubmittedRequest(app());
    const nadia = await app().as(await aVerifier().named('Nadia', 'Benali').inside(app()));
    const paul = await aVerifierSignedIn();
    const { number, fields } = await formOf(request);
    expect((await nadia.post(addressOf(number, 'approbation'), fields)).status).toBe(303);
    const late = await paul.post(addressOf(number, 'refus'), { ...fields, refusalReason: 'Le nom diffère.' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Nadia Benali a approuvé cette demande le 20\u00a0novembre 2026 à 11\u00a0h\u00a000');
    expect(late.text).toContain('Le nom diffère.');
    expect(late.text).not.toContain('action="/verification/demandes');
    expect(await htmlProblems(late.text)).toEqual([]);
    expect(typographyProblems(late.text)).toEqual([]);
    expect((await request.row()).status).toBe('APPROVED');
  });

  test('A2: at the same instant, one of the two decides', async () => {
    const request = await aSubmittedRequest(app());
    const verifiers = [await aVerifierSignedIn(), await aVerifierSignedIn()] as const;
    const { number, fields } = await formOf(request);
    for (const verifier of verifiers) await verifier.get(addressOf(number));
    const answers = await Promise.all([
      verifiers[0].post(addressOf(number, 'approbation'), fields),
      verifiers[1].post(addressOf(number, 'refus'), { ...fields, refusalReason: 'Le nom diffère.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { status } = await request.row();
    expect(await app().deps.prisma.company.count({ where: { siren: request.form.siren } })).toBe(
      status === 'APPROVED' ? 1 : 0,
    );
  });

  test('A2: papers deposited since the page was opened must be read first', async () => {
    const request = await aRequest(app());
    const verifier = await aVerifierSignedIn();
    const { number, fields } = await formOf(request);
    await deposit(app(), request.link);
    const answer = await verifier.post(addressOf(number, 'refus'), { ...fields, refusalReason: 'Pas de pièces.' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('De nouvelles pièces ont été déposées');
    expect(answer.text).toContain('>Pas de pièces.</textarea>');
    expect((await request.row()).status).toBe('SUBMITTED');
  });

  test('A2: a reason for which there is no form any more is shown as it was written', async () => {
    const request = await aSubmittedRequest(app());
    const { number, fields } = await formOf(request);
    const address = addressOf(number, 'complement');
    await (await aVerifierSignedIn()).post(address, { ...fields, papersReason: 'Le verso manque.' });
    const late = await (await aVerifierSignedIn()).post(address, { ...fields, papersReason: 'Le Kbis est illisible.' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('a demandé d’autres pièces');
    expect(late.text).toContain('Le Kbis est illisible.');
    expect((await request.row()).reason).toBe('Le verso manque.');
  });

  test('A2: the same person with another reason is told that it was decided', async () => {
    const request = await aSubmittedRequest(app());
    const verifier = await aVerifierSignedIn();
    const { number, fields } = await formOf(request);
    await verifier.post(addressOf(number, 'refus'), { ...fields, refusalReason: 'Première version.' });
    const again = await verifier.post(addressOf(number, 'refus'), { ...fields, refusalReason: 'Seconde version.' });
    expect(again.status).toBe(409);
    expect((await request.row()).reason).toBe('Première version.');
  });

  test.each([{}, { revision: 'abc' }, { revision: '-1' }])(
    'A2: a form without a good revision decides nothing: %j',
    async (fields) => {
      const request = await aSubmittedRequest(app());
      const answer = await (await aVerifierSignedIn()).post(addressOf(request.number, 'approbation'), fields);
      expect(answer.status).toBe(422);
      expect((await request.row()).status).toBe('SUBMITTED');
    },
  );
});
