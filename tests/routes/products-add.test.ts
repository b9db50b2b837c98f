import { describe, expect, test } from 'vitest';
import { type Fields, hiddenIn, identified, productSteps, qualified, walkedTo } from '../builders/additions.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const hugo = await aPerson().of(company).under(claire).named('Hugo', 'Petit').inside(app());
  return { company, claire, hugo };
}

const rowsOf = (company: { readonly id: string }) =>
  app().deps.prisma.subject.findMany({
    where: { companyId: company.id },
    include: { product: true, accesses: true, enrolments: true },
    orderBy: { reference: 'asc' },
  });

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

describe('P1 the fields of a product', () => {
  test('P1, P2, P3: the guide’s product is added as it was typed, and its page says so', async () => {
    const { company, claire } = await aVendor();
    const agent = await app().as(claire);
    const description = `${'é'.repeat(1990)}\n🩺 <b>fin`;
    const first = identified(claire.login, { description, name: '=1+1 منتج 🏥 "Carnet"' });
    const asked = await walkedTo(agent, productSteps, first, qualified);
    const answer = await agent.post(productSteps.recap, asked);
    const [subject] = await rowsOf(company);
    expect([answer.status, answer.headers.location]).toEqual([303, `/produits/${subject?.reference}/ajoute`]);
    expect(subject).toMatchObject({
      kind: 'PRODUCT',
      name: '=1+1 منتج 🏥 "Carnet"',
      responsibleId: claire.id,
      certifications: 'Certification 01 - Certification 02',
      declared: { qualification: guideQualification, interests: { dispositifs: ['catalogue-mes'] } },
      product: { version: 'v0.1', type: 'CORE', nil: '123456789', description, coreId: null, published: false },
    });

    const page = textOf((await agent.get(String(answer.headers.location))).text);
    expect(page).toContain('« =1+1 منتج 🏥 "Carnet" – v0.1 » a bien été ajouté.');
    for (const act of ['Ajouter un nouveau produit', 'Voir le produit ajouté', 'Voir tous vos produits']) {
      expect(page).toContain(act);
    }
    const event = await app().deps.prisma.auditEvent.findFirstOrThrow({
      where: { action: 'subject.created', target: String(subject?.reference) },
    });
    expect(event).toMatchObject({ actorId: claire.id, details: { responsible: 'Claire Roux' } });
  });

  test('P1: NIL, certifications and core product are optional; the rest is asked in one go', async () => {
    const { company, claire } = await aVendor();
    const agent = await app().as(claire);
    const refused = await agent.post(productSteps.qualification, {});
    expect(refused.status).toBe(422);
    const page = textOf(refused.text);
    for (const sentence of [
      'Indiquez le nom du produit.',
      'Indiquez la version du produit.',
      'Choisissez le type de produit.',
      'Choisissez le responsable du produit.',
      'Décrivez le produit.',
      'Question 1 : choisissez une ou plusieurs réponses.',
    ]) {
      expect(page).toContain(sentence);
    }
    expect(page).toContain('6 informations sont à corriger');
    const bare = identified(claire.login, { nil: '', certifications: ' ' });
    await agent.post(productSteps.recap, await walkedTo(agent, productSteps, bare, qualified));
    expect((await rowsOf(company))[0]).toMatchObject({ certifications: '', product: { nil: '' } });
  });

  test.each<[string, Fields, string]>([
    ['a name of 300 characters', { name: 'n'.repeat(300) }, 'Raccourcissez ce texte : 200 caractères au plus.'],
    ['a name turned around', { name: 'Carnet\u202e' }, 'Ce texte contient des caractères invisibles'],
    ['a version of 60 characters', { version: '1'.repeat(60) }, 'Raccourcissez ce texte : 50 caractères au plus.'],
    ['two names', { name: ['Un', 'Deux'] }, 'Une seule valeur est attendue ici.'],
    ['a type that there is not', { type: 'AUTRE' }, 'Choisissez le type de produit.'],
    ['a responsible of nowhere', { responsible: 'personne' }, 'Choisissez le responsable dans la liste.'],
    [
      '2,001 characters of description',
      { description: 'd'.repeat(2001) },
      'Raccourcissez ce texte : 2000 caractères au plus.',
    ],
    ['a NUL', { description: 'a\0b' }, 'Ce texte contient des caractères invisibles'],
    ['a core product of nowhere', { type: 'OPTION', core: '2147483647' }, 'Choisissez le produit socle dans la liste.'],
    [
      'an interest beside none',
      { 'interests.dispositifs': ['aucun', 'segur'] },
      'seule, ou les autres réponses sans elle',
    ],
    [
      'an interest that there is not',
      { 'interests.dispositifs': ['autre'] },
      'choisissez parmi les réponses proposées',
    ],
  ])('P1: %s is refused at its step, and what was typed comes back intact', async (_, over, sentence) => {
    const { claire } = await aVendor();
    const first = identified(claire.login, over);
    const refused = await (await app().as(claire)).post(productSteps.qualification, { ...first, ...qualified });
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain(sentence);
    expect(refused.text).toContain('Étape 1 sur 3');
    expect(refused.text).toContain(`>${first.description}</textarea>`);
    expect(refused.text).toContain(`value="${first.version}"`);
    // What the second step holds is not lost either
    expect(refused.text).toContain('name="qualification.familles-documents" value="aucune"');
  });

  test('P1, A6: the responsible is chosen among who may be, told of it, and gets the access', async () => {
    const { company, claire, hugo } = await aVendor();
    const paul = await aPerson().of(company).under(claire).inside(app());
    const lina = await aPerson().of(company).under(hugo).named('Lina', 'Noir').inside(app());
    const agent = await app().as(hugo);
    const page = await agent.get(productSteps.identification);
    expect(page.text).toContain(`value="${claire.login}"`);
    expect(page.text).toContain(`value="${hugo.login}" selected`);
    expect(textOf(page.text)).toContain('Lina Noir (en reçoit l’accès)');
    expect(page.text).not.toContain(`value="${paul.login}"`);
    const forged = await agent.post(productSteps.qualification, identified(paul.login));
    expect(textOf(forged.text)).toContain('Choisissez le responsable dans la liste.');

    await agent.post(productSteps.recap, await walkedTo(agent, productSteps, identified(lina.login), qualified));
    const [subject] = await rowsOf(company);
    expect(subject?.responsibleId).toBe(lina.id);
    expect(subject?.accesses.map(({ userId }) => userId).sort()).toEqual([hugo.id, lina.id].sort());
    const told = await app().deps.prisma.notification.findMany({ where: { userId: { in: [lina.id, hugo.id] } } });
    expect(told).toMatchObject([
      {
        userId: lina.id,
        title: 'Vous êtes responsable de Careoptim – v0.1',
        body: 'Hugo Petit l’a ajouté et vous en confie la responsabilité. Vous y avez maintenant accès.',
        href: `/produits/${subject?.reference}`,
      },
    ]);
    const changed = await app().deps.prisma.user.findUniqueOrThrow({ where: { id: lina.id } });
    expect(changed.revision).toBe(lina.revision + 1);
  });

  test('P1: an option names a core product among those seen, and no other', async () => {
    const { company, claire, hugo } = await aVendor();
    const seen = await aProduct('Agenda').of(company).ledBy(claire).inside(app());
    const unseen = await aProduct('Secret').of(company).ledBy(claire).inside(app());
    await aProduct('Ancien').of(company).ledBy(claire).archived().inside(app());
    await aProduct('Module').of(company).ledBy(claire).optionOf(seen).inside(app());
    await app().deps.prisma.subjectAccess.create({ data: { userId: hugo.id, subjectId: seen.id } });
    const agent = await app().as(hugo);
    const page = textOf((await agent.get(productSteps.identification)).text);
    expect(page).toContain(`Agenda – v1.0 – ${seen.reference}`);
    for (const name of ['Secret', 'Ancien', 'Module']) expect(page).not.toContain(name);
    const option = (core: number) => identified(hugo.login, { type: 'OPTION', core: String(core) });
    expect((await agent.post(productSteps.qualification, option(unseen.reference))).status).toBe(422);
    const socle = await agent.post(productSteps.qualification, { ...option(seen.reference), type: 'CORE' });
    expect(textOf(socle.text)).toContain('Un produit socle n’est l’option d’aucun autre');

    await agent.post(productSteps.recap, await walkedTo(agent, productSteps, option(seen.reference), qualified));
    const added = (await rowsOf(company)).find(({ name }) => name === 'Careoptim');
    expect(added?.product).toMatchObject({ type: 'OPTION', coreId: seen.id });
  });
});

describe('P2 three steps, and no draft', () => {
  test('P2: whatever step is left, nothing is anywhere', async () => {
    const { claire } = await aVendor();
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
    const { claire } = await aVendor();
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
      const { claire } = await aVendor();
      const answer = await (await app().as(claire)).get(path);
      expect([answer.status, answer.headers.location]).toEqual([303, productSteps.identification]);
    },
  );

  test('P2: every step, and what follows, is valid HTML set as French', async () => {
    const { company, claire } = await aVendor();
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
    const { company, claire } = await aVendor();
    const agent = await app().as(claire);
    const asked = await walkedTo(agent, productSteps, identified(claire.login), qualified);
    const stale = await agent.post(productSteps.recap, { ...asked, _csrf: 'périmé' });
    expect(stale.status).toBe(403);
    expect(stale.text).toContain('Étape 3 sur 3');
    expect({ ...hiddenIn(stale.text), act: 'valider' }).toEqual(asked);
    expect(await rowsOf(company)).toEqual([]);
    expect((await agent.post(productSteps.recap, asked)).status).toBe(303);
  });

  test('P2: two « Valider » at once add one product, and both lead to it', async () => {
    const { company, claire } = await aVendor();
    const agent = await app().as(claire);
    const asked = await walkedTo(agent, productSteps, identified(claire.login), qualified);
    const answers = await Promise.all([agent.post(productSteps.recap, asked), agent.post(productSteps.recap, asked)]);
    const [subject, ...others] = await rowsOf(company);
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
    const { company, claire } = await aVendor();
    const agent = await app().as(claire);
    const asked = await walkedTo(agent, productSteps, identified(claire.login), qualified);
    await agent.post(productSteps.recap, asked);
    const answer = await agent.post(productSteps.recap, { ...asked, name: 'Careoptim 2' });
    const rows = await rowsOf(company);
    expect(rows.map(({ name }) => name)).toEqual(['Careoptim']);
    expect(answer.headers.location).toBe(`/produits/${rows[0]?.reference}`);
    expect(textOf((await agent.get('/plan-du-site')).text)).toContain(
      'ce que vous venez de changer n’est pas enregistré',
    );
  });

  test('P2: another company’s key opens nothing of theirs: one’s own product is added', async () => {
    const theirs = await aVendor();
    const ours = await aVendor();
    const them = await app().as(theirs.claire);
    const asked = await walkedTo(them, productSteps, identified(theirs.claire.login), qualified);
    await them.post(productSteps.recap, asked);
    const agent = await app().as(ours.claire);
    const answer = await agent.post(productSteps.recap, { ...asked, responsible: ours.claire.login });
    const [subject] = await rowsOf(ours.company);
    expect(answer.headers.location).toBe(`/produits/${subject?.reference}/ajoute`);
    expect(await rowsOf(theirs.company)).toHaveLength(1);
  });
});

describe('P4 from a démarche, and after', () => {
  test('P4: a product added from a démarche joins it, and its page there opens', async () => {
    const { company, claire } = await aVendor();
    const agent = await app().as(claire);
    const query = '?demarche=doctrine/evaluation-et-projection-socles';
    const page = textOf((await agent.get(`${productSteps.identification}${query}`)).text);
    expect(page).toContain('l’inscription à la démarche « Évaluation et projection socles » se fait aussi');
    const asked = await walkedTo(agent, productSteps, identified(claire.login), qualified, query);
    const answer = await agent.post(productSteps.recap, asked);
    const [subject] = await rowsOf(company);
    expect(answer.headers.location).toBe(`/parcours/doctrine/evaluation-et-projection-socles/${subject?.reference}`);
    expect(subject?.enrolments).toMatchObject([{ demarche: 'evaluation-et-projection-socles' }]);
  });

  test.each([
    ['mon-espace-sante/referencement-sans-echange', 'ne se fera pas. Cette démarche est close'],
    ['mon-espace-sante/referencement-guide', 'ne se fera pas. Cette démarche commence par'],
    ['rien/du-tout', ''],
    ['doctrine/telesoin"><script>', ''],
  ])('P4: from %s, nothing is joined: it is said, and the product is added', async (demarche, sentence) => {
    const { company, claire } = await aVendor();
    const agent = await app().as(claire);
    const query = `?demarche=${encodeURIComponent(demarche)}`;
    const opened = await agent.get(`${productSteps.identification}${query}`);
    expect(textOf(opened.text)).toContain(sentence);
    expect(opened.text).not.toContain('<script>');
    const asked = await walkedTo(agent, productSteps, identified(claire.login), qualified, query);
    const answer = await agent.post(productSteps.recap, asked);
    const [subject] = await rowsOf(company);
    expect(answer.headers.location).toBe(`/produits/${subject?.reference}/ajoute`);
    expect(subject?.enrolments).toEqual([]);
  });

  test('P4: « Produit ajouté » offers each démarche that takes it in, opens the joined, and says why of the closed', async () => {
    const { company, claire } = await aVendor();
    const product = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
    await app().deps.prisma.enrolment.create({
      data: { subjectId: product.id, demarche: 'telesoin', createdBy: 'Claire Roux' },
    });
    const agent = await app().as(claire);
    const { text } = await agent.get(`/produits/${product.reference}/ajoute`);
    expect(text).toContain('action="/parcours/doctrine/teleconsultation/ajouter"');
    expect(text).not.toContain('action="/parcours/doctrine/telesoin/ajouter"');
    expect(text).toContain(`href="/parcours/doctrine/telesoin/${product.reference}"`);
    expect(text).not.toContain('action="/parcours/mon-espace-sante/referencement-sans-echange/ajouter"');
    expect(textOf(text)).toContain('Cette démarche est close aux nouvelles inscriptions.');
  });

  test('A5: the steps cost at most 4 queries, « Produit ajouté » at most 6', async () => {
    const { claire, company } = await aVendor();
    const product = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
    const agent = await app().as(claire);
    const cost = async (path: string) =>
      (await countQueries(app().deps.database, () => agent.get(path))).queries.length;
    expect(await cost(productSteps.identification)).toBeLessThanOrEqual(4);
    expect(await cost(`/produits/${product.reference}/ajoute`)).toBeLessThanOrEqual(6);
  });
});
