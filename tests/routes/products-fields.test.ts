import { describe, expect, test } from 'vitest';
import {
  aVendor,
  type Fields,
  identified,
  productSteps,
  qualified,
  subjectsOf,
  walkedTo,
} from '../builders/additions.ts';
import { aPerson, aProduct } from '../builders/people.ts';
import { guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();

describe('P1 the fields of a product', () => {
  test('P1, P2, P3: the guide’s product is added as it was typed, and its page says so', async () => {
    const { company, claire } = await aVendor(app());
    const agent = await app().as(claire);
    const description = `${'é'.repeat(1990)}\n🩺 <b>fin`;
    const first = identified(claire.login, { description, name: '=1+1 منتج 🏥 "Carnet"' });
    const asked = await walkedTo(agent, productSteps, first, qualified);
    const answer = await agent.post(productSteps.recap, asked);
    const [subject] = await subjectsOf(app(), company);
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
    const { company, claire } = await aVendor(app());
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
    expect((await subjectsOf(app(), company))[0]).toMatchObject({ certifications: '', product: { nil: '' } });
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
    const { claire } = await aVendor(app());
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
    const { company, claire, hugo } = await aVendor(app());
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
    const [subject] = await subjectsOf(app(), company);
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
    const { company, claire, hugo } = await aVendor(app());
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
    const added = (await subjectsOf(app(), company)).find(({ name }) => name === 'Careoptim');
    expect(added?.product).toMatchObject({ type: 'OPTION', coreId: seen.id });
  });
});
