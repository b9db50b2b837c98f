import { describe, expect, test } from 'vitest';
import { aCompany, aPerson, aResponsible } from '../builders/people.ts';
import { aForm, aRequest, aSubmittedRequest, latestLink } from '../builders/requests.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { htmlProblems, typographyProblems } from '../support/html.ts';

const app = useApp();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const path = '/demande-de-compte';
const requests = () => app().deps.prisma.accountRequest;

async function subjectsTo(email: string): Promise<string[]> {
  await app().deliver();
  return app()
    .mailbox.to(email)
    .map(({ subject }) => subject ?? '');
}

describe('A1 a visitor asks for an account', () => {
  test('A1: the form is a page of good HTML and good French, refused or not', async () => {
    const visitor = app().visitor();
    for (const answer of [
      await visitor.get(path),
      await visitor.post(path, {}),
      await visitor.get(`${path}/enregistree`),
    ]) {
      expect(await htmlProblems(answer.text)).toEqual([]);
      expect(typographyProblems(answer.text)).toEqual([]);
    }
  });

  test('A1: what was asked is kept as it is written everywhere else, and its link is mailed', async () => {
    const form = aForm({ siren: '552 100 554', phone: '+33 (0)1 23 45 67 89', postalCode: '75 015' });
    const visitor = app().visitor();
    const answer = await visitor.post(path, form);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/demande-de-compte/enregistree');
    expect((await visitor.get('/demande-de-compte/enregistree')).text).toContain(form.email);

    const row = await requests().findFirstOrThrow({ where: { siren: '552100554' } });
    expect(row).toMatchObject({
      status: 'AWAITING_PAPERS',
      phone: '+33123456789',
      postalCode: '75015',
      login: form.login,
    });
    const link = await latestLink(app(), form.email);
    expect(link).toMatch(/^\/demande-de-compte\/[\w-]{43}\/pieces$/);
    // The table holds the hash of the secret, not the secret.
    expect(JSON.stringify(row)).not.toContain(link.split('/')[2]);
    const events = await app().deps.prisma.auditEvent.findMany({ where: { target: `Demande n°\u00a0${row.number}` } });
    expect(events.map(({ action }) => action)).toEqual(['request.created']);
  });

  test.each([
    ['siren', '552 100 555', 'neuf chiffres'],
    ['email', 'elodie@exemple', 'prenom.nom@exemple.fr'],
    ['phone', '12 34', 'dix chiffres'],
    ['postalCode', '1234', '75015'],
    ['country', 'XX', 'dans la liste'],
    ['login', 'é', '3 à 60 caractères'],
    ['legalForm', 'LTD', 'forme juridique'],
    ['capacity', 'OWNER', 'à quel titre'],
    ['legalName', '   ', 'dénomination'],
    ['lastName', 'Du\u0000rand', 'caractères invisibles'],
  ])('A1: a wrong %s is told with what to do, and nothing typed is lost', async (field, value, repair) => {
    const form = aForm({ [field]: value });
    const answer = await app().visitor().post(path, form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#champ-${field}"`);
    expect(answer.text).toContain(repair);
    for (const kept of [form.legalName, form.email, form.street].filter((one) => one.trim() !== '')) {
      expect(answer.text).toContain(`value="${kept}"`);
    }
    expect(await requests().count({ where: { street: form.street, email: form.email } })).toBe(0);
  });

  test('A1: an empty form is told everything at once, the postal code too', async () => {
    const answer = await app().visitor().post(path, { country: 'FR', postalCode: '999' });
    const told = [...answer.text.matchAll(/href="#champ-(\w+)"/g)].map(([, field]) => field);
    expect(told.sort()).toEqual(
      [
        'siren',
        'legalName',
        'legalForm',
        'street',
        'postalCode',
        'city',
        'firstName',
        'lastName',
        'position',
        'email',
        'phone',
        'capacity',
        'login',
      ].sort(),
    );
  });

  test('A1: a postal code is that of its country', async () => {
    expect(
      (
        await app()
          .visitor()
          .post(path, aForm({ country: 'BE', postalCode: '75015' }))
      ).status,
    ).toBe(422);
    expect(
      (
        await app()
          .visitor()
          .post(path, aForm({ country: 'BE', postalCode: '1000' }))
      ).status,
    ).toBe(303);
  });

  test('A1: a company already represented is told so with the support’s address, without a word on anybody', async () => {
    const company = await aCompany().inside(app());
    const responsible = await aResponsible().of(company).inside(app());
    const answer = await app()
      .visitor()
      .post(path, aForm({ siren: company.siren }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#champ-siren"');
    expect(answer.text).toContain('déjà représentée');
    expect(answer.text).toContain('ans-support-convergence@esante.gouv.fr');
    for (const secret of [responsible.lastName, responsible.email, responsible.login, company.legalName]) {
      expect(answer.text).not.toContain(secret);
    }
  });

  test('A1: so is a company whose request waits for its decision', async () => {
    const { form } = await aSubmittedRequest(app());
    const answer = await app()
      .visitor()
      .post(path, aForm({ siren: form.siren }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('déjà représentée');
    expect(answer.text).not.toContain(form.email);
  });

  test('A1: a form without its token is shown again with what was typed', async () => {
    const form = aForm();
    const answer = await app().visitor().raw('post', path).type('form').send(form);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain(`value="${form.legalName}"`);
  });

  test('A1: the sixth request of an address within the hour waits, its form kept', async () => {
    const visitor = app().visitor();
    for (let n = 0; n < 5; n += 1) expect((await visitor.post(path, aForm())).status).toBe(303);
    const form = aForm();
    const refused = await visitor.post(path, form);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('envoyez-le de nouveau après aujourd’hui à');
    expect(refused.text).toContain(`value="${form.legalName}"`);
    expect(await subjectsTo(form.email)).toEqual([]);
    app().wait(HOUR);
    expect((await visitor.post(path, form)).status).toBe(303);
  });
});

describe('A4 identifiers are unique among accounts and requests', () => {
  test('A4: a login taken by an account, whatever its case, is told at the field', async () => {
    const person = await aPerson().inside(app());
    const answer = await app()
      .visitor()
      .post(path, aForm({ login: person.login.toUpperCase() }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#champ-login"');
    expect(answer.text).toContain('n’est pas disponible');
  });

  test('A4: so is the login of a request that waits for its decision', async () => {
    const { form } = await aSubmittedRequest(app());
    const answer = await app()
      .visitor()
      .post(path, aForm({ login: form.login.toUpperCase() }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#champ-login"');
  });

  test('A4: a known address gets the same answer as an unknown one; only its owner is told, by mail', async () => {
    const person = await aPerson().inside(app());
    const known = app().visitor();
    const unknown = app().visitor();
    const form = aForm({ email: person.email.toUpperCase() });
    const other = aForm();
    const answers = [await known.post(path, form), await unknown.post(path, other)];
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
      [303, `${path}/enregistree`],
      [303, `${path}/enregistree`],
    ]);
    const pages = [await known.get(`${path}/enregistree`), await unknown.get(`${path}/enregistree`)];
    const comparable = pages.map(({ text }, index) =>
      text.replaceAll([form.email, other.email][index] ?? '', 'ADRESSE'),
    );
    expect(withoutToken(comparable[0])).toBe(withoutToken(comparable[1]));

    expect(await subjectsTo(person.email)).toEqual(['Vous avez déjà un compte ou une demande en cours']);
    expect(await subjectsTo(other.email)).toEqual([expect.stringContaining('déposez vos pièces')]);
  });

  test('A4: whether an address is known, a company or a login that is taken is told alike', async () => {
    const person = await aPerson().inside(app());
    const { form } = await aSubmittedRequest(app());
    const pages = [];
    for (const email of [person.email, aForm().email]) {
      const answer = await app()
        .visitor()
        .post(path, aForm({ siren: form.siren, email }));
      pages.push([answer.status, [...answer.text.matchAll(/href="#champ-(\w+)"/g)].map(([, field]) => field)]);
    }
    expect(pages[0]).toEqual([422, ['siren']]);
    expect(pages[1]).toEqual(pages[0]);
  });

  test('A4: nor is it told by a second request for the same company, or with the same login', async () => {
    const person = await aPerson().inside(app());
    const told = [];
    for (const email of [person.email, aForm().email]) {
      const first = aForm({ email });
      const answers = [];
      for (const form of [first, aForm({ siren: first.siren }), aForm({ login: first.login }), first]) {
        const { status, headers } = await app().visitor().post(path, form);
        answers.push([status, headers.location]);
      }
      app().wait(10 * MINUTE);
      answers.push([(await app().visitor().post(path, first)).status]);
      told.push(answers);
    }
    expect(told[0]).toEqual(told[1]);
    expect(await subjectsTo(person.email)).toEqual(Array(2).fill('Vous avez déjà un compte ou une demande en cours'));
  });

  test('A4: nor by what it costs', async () => {
    const person = await aPerson().inside(app());
    const asked = async (email: string): Promise<number> => {
      const visitor = app().visitor();
      await visitor.get(path);
      const { queries } = await countQueries(app().deps.database, () => visitor.post(path, aForm({ email })));
      // Mails are sent meanwhile, by their own loop.
      return queries.filter((sql) => !/UPDATE ("public".)?"OutboxMessage"/.test(sql)).length;
    };
    expect(await asked(person.email)).toBe(await asked(aForm().email));
  });

  test('A1: a form that anybody sends keeps nobody out: neither the company, nor the login, nor the address', async () => {
    const { form } = await aRequest(app());
    const { siren, login, email } = form;
    const answer = await app().visitor().post(path, aForm({ siren, login, email }));
    expect(answer.status).toBe(303);
    expect(await subjectsTo(email)).toEqual(Array(2).fill(expect.stringContaining('déposez vos pièces')));
  });
});

describe('A2 the same form sent again', () => {
  test('A2: a double click makes one request, one mail, and shows no error', async () => {
    const form = aForm();
    const visitor = app().visitor();
    await visitor.get(path);
    const answers = await Promise.all([visitor.post(path, form), visitor.post(path, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await requests().count({ where: { siren: form.siren } })).toBe(1);
    expect(await subjectsTo(form.email)).toHaveLength(1);
  });

  test('A2: later, it is somebody whose mail went astray: a new link, and the first one is dead', async () => {
    const { form, link } = await aRequest(app());
    app().wait(10 * MINUTE);
    expect((await app().visitor().post(path, form)).status).toBe(303);
    const again = await latestLink(app(), form.email);
    expect(again).not.toBe(link);
    expect((await app().visitor().get(link)).status).toBe(404);
    expect((await app().visitor().get(again)).status).toBe(200);
    expect(await requests().count({ where: { siren: form.siren } })).toBe(1);
  });

  test('A1, A4: a request whose link ran out keeps nothing: another one takes its company, login and address', async () => {
    const { form, link } = await aRequest(app());
    app().wait(30 * DAY);
    expect((await app().visitor().get(link)).status).toBe(410);
    const { siren, login, email } = form;
    expect((await app().visitor().post(path, aForm({ siren, login, email }))).status).toBe(303);
    expect(await requests().count({ where: { siren } })).toBe(1);
    expect((await app().visitor().get(link)).status).toBe(404);
  });
});

function withoutToken(text = ''): string {
  return text.replace(/value="[^"]+"/g, '');
}
