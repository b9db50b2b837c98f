import { describe, expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { aPerson } from '../builders/people.ts';
import { expecting } from '../builders/proofs.ts';
import { pdf, png } from '../builders/requests.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import type { SentFile } from '../support/agent.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const demarche = 'referencement-sans-echange';

const file = (name = 'procedure.pdf', content = pdf): SentFile => ({ field: 'fichier', name, content });

/** The guide's product at its step 6.3, and a requirement that expects two types of proof. */
async function theProduct() {
  const { company, claire, ...others } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, demarche).inside(app());
  const places = expecting(app(), product, demarche, 'ethique-mes');
  const place = places.find(({ types }) => types.length === 2);
  if (place === undefined) throw new Error('No requirement expects two types of proof');
  const { code } = place;
  const [first = '', second = ''] = place.types;
  const base = `/parcours/mon-espace-sante/${demarche}/${product.reference}/questionnaires/ethique-mes`;
  const page = `${base}/preuves/${code}`;
  const agent = await app().as(claire);
  const sent = { type: first, description: 'La procédure, datée.' };
  const deposit = (fields: Record<string, string> = {}, files: readonly SentFile[] = [file()], by = agent) =>
    by.post(page, { ...sent, ...fields }, files);
  const { prisma } = app().deps;
  const proofs = () =>
    prisma.proof.findMany({ where: { subjectId: product.id }, orderBy: { id: 'asc' }, include: { file: true } });
  const one = async () => {
    const [proof] = await proofs();
    if (proof === undefined) throw new Error('No proof was deposited');
    return proof;
  };
  return { company, claire, product, code, first, second, base, page, agent, deposit, proofs, one, places, ...others };
}

describe('Q7: a proof is deposited with its type and its description', () => {
  test('under its own name, by whom and when; the page of the requirement lists it, and the draft is open', async () => {
    const { deposit, proofs, page, agent, product, claire, first, code } = await theProduct();
    const answer = await deposit();
    expect([answer.status, answer.headers.location]).toEqual([303, page]);
    expect(await proofs()).toMatchObject([
      {
        criterion: code,
        type: first,
        name: 'procedure.pdf',
        description: 'La procédure, datée.',
        depositedById: claire.id,
      },
    ]);
    const shown = (await agent.get(page)).text;
    expect(shown).toContain('procedure.pdf');
    expect(shown).toContain('déposée par vous aujourd’hui');
    const { prisma } = app().deps;
    expect(await prisma.response.count({ where: { subjectId: product.id, status: 'DRAFT' } })).toBe(1);
    const [event] = await prisma.auditEvent.findMany({
      where: { action: 'proof.deposited' },
      orderBy: { seq: 'desc' },
    });
    expect(event).toMatchObject({ actorId: claire.id, target: String(product.reference) });
  });

  test('several at once, in one form', async () => {
    const { deposit, proofs } = await theProduct();
    const answer = await deposit({}, [file('a.pdf'), file('b.png', png), file('c.txt', Buffer.from('Bonjour'))]);
    expect(answer.status).toBe(303);
    expect((await proofs()).map(({ name }) => name)).toEqual(['a.pdf', 'b.png', 'c.txt']);
  });

  test.each([
    ['without a description', { description: ' ' }, [file()], 'Décrivez ce que le vérificateur doit voir'],
    ['without a file', {}, [], 'Choisissez le fichier à déposer.'],
    ['of a type that is not expected', { type: 'AUTRE' }, [file()], 'Choisissez un type de preuve attendu'],
  ])('%s it is refused, what was typed is there again, and no file is left', async (_, fields, files, words) => {
    const { deposit, proofs } = await theProduct();
    const before = await app().deps.prisma.storedFile.count();
    const answer = await deposit({ description: 'Ma description', ...fields }, files);
    expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
    if (!('description' in fields)) expect(answer.text).toContain('value="Ma description"');
    expect([await proofs(), await app().deps.prisma.storedFile.count()]).toEqual([[], before]);
  });

  test('a script gets the panel as it is now, and the reason of a refusal', async () => {
    const { page, agent, first } = await theProduct();
    await agent.get(page);
    const token = /name="_csrf" value="([^"]+)"/.exec((await agent.get(page)).text)?.[1] ?? '';
    const send = (name: string, content: Buffer) =>
      agent
        .raw('post', page)
        .accept('application/json')
        .field('_csrf', token)
        .field('type', first)
        .field('description', 'Ce qui s’y voit')
        .attach('fichier', content, name);
    const good = await send('procedure.pdf', pdf);
    expect([good.status, good.body.missing, good.body.panel.includes('procedure.pdf')]).toEqual([200, 1, true]);
    const bad = await send('procedure.pdf', Buffer.from('<html>'));
    expect([bad.status, bad.body.error.fields[0].field]).toEqual([422, 'fichier']);
    expect(bad.body.error.message).toContain('n’est pas celui d’un fichier pdf');
  });

  test('the same file sent twice is deposited once; the same content for two requirements is kept once', async () => {
    const { deposit, proofs, places, base, agent, code } = await theProduct();
    await deposit();
    await deposit();
    expect(await proofs()).toHaveLength(1);
    const other = places.find((one) => one.code !== code);
    await agent.post(`${base}/preuves/${other?.code}`, { type: other?.types[0] ?? '', description: 'La même' }, [
      file('autre-nom.pdf'),
    ]);
    const both = await proofs();
    expect(both.map(({ name }) => name)).toEqual(['procedure.pdf', 'autre-nom.pdf']);
    expect(new Set(both.map(({ fileId }) => fileId)).size).toBe(1);
    const keys = [];
    for await (const { key } of app().deps.storage.list()) keys.push(key);
    expect(keys.filter((key) => key === both[0]?.file.key)).toHaveLength(1);
  });

  test('a copy that is gone is replaced by the one that is sent again', async () => {
    const { deposit, one, agent, page } = await theProduct();
    await deposit();
    const proof = await one();
    await app().deps.storage.remove(proof.file.key);
    expect((await agent.get(`${page}/${proof.id}`)).status).toBe(404);
    await deposit();
    expect((await agent.get(`${page}/${proof.id}`)).status).toBe(200);
  });
});

describe('Q7: proofs are archived, not deleted', () => {
  test('archived, it counts no more and is listed as such; put back, it counts again', async () => {
    const { deposit, one, agent, page } = await theProduct();
    await deposit();
    const { id } = await one();
    expect((await agent.post(`${page}/${id}/archivage`, { etat: 'archivee' })).status).toBe(303);
    const archived = (await agent.get(page)).text;
    expect(archived).toContain('Voir les preuves archivées (1)');
    expect((await agent.get(`${page}/${id}`)).status).toBe(200);
    await agent.post(`${page}/${id}/archivage`, { etat: 'en-place' });
    expect((await one()).archivedAt).toBeNull();
  });

  test('the deposit said to be final takes and archives nothing more, until it is opened again', async () => {
    const { deposit, one, agent, page, second } = await theProduct();
    await deposit();
    const early = await agent.post(`${page}/finalisation`, { finalise: 'oui' });
    expect([early.status, early.text.includes('Il manque au moins une preuve de type')]).toEqual([422, true]);
    await deposit({ type: second }, [file('capture.png', png)]);
    expect((await agent.post(`${page}/finalisation`, { finalise: 'oui' })).status).toBe(303);
    const { id } = await one();
    expect((await agent.post(`${page}/${id}/archivage`, { etat: 'archivee' })).status).toBe(422);
    expect((await deposit({}, [file('encore.png', png)])).status).toBe(422);
    await agent.post(`${page}/finalisation`, {});
    expect((await agent.post(`${page}/${id}/archivage`, { etat: 'archivee' })).status).toBe(303);
  });

  test('a proof deposited for one requirement is attached to another without being sent again', async () => {
    const { deposit, one, proofs, agent, base, places, code } = await theProduct();
    await deposit();
    const other = places.find((place) => place.code !== code);
    const there = `${base}/preuves/${other?.code}`;
    expect((await agent.get(there)).text).toContain('procedure.pdf');
    const sent = { preuve: (await one()).id, typeRattache: other?.types[0] ?? '', descriptionRattachee: 'La même' };
    expect((await agent.post(`${there}/rattachement`, sent)).status).toBe(303);
    expect((await agent.post(`${there}/rattachement`, sent)).status).toBe(303);
    const both = await proofs();
    expect(both.map(({ criterion, fileId }) => [criterion, fileId])).toEqual([
      [code, both[0]?.fileId],
      [other?.code, both[0]?.fileId],
    ]);
  });
});

describe('Q7: a proof is read as it was sent, and nothing of it runs', () => {
  test('downloaded under its real name, whatever it is', async () => {
    const { deposit, one, agent, page } = await theProduct();
    await deposit({}, [file('Procédure « été » n° 2.txt', Buffer.from('<script>alert(1)</script>'))]);
    const { id } = await one();
    const answer = await agent.get(`${page}/${id}`);
    expect(answer.text).toBe('<script>alert(1)</script>');
    expect(answer.headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('Procédure « été » n° 2.txt')}`,
    );
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    });
    const preview = await agent.get(`${page}/${id}?apercu=oui`);
    expect(preview.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('a PDF and an image are looked at in place', async () => {
    const { deposit, proofs, agent, page } = await theProduct();
    await deposit({}, [file(), file('capture.png', png)]);
    const [first, second] = await proofs();
    const read = await agent.get(`${page}/${first?.id}?apercu=oui`);
    expect(read.headers).toMatchObject({ 'content-type': 'application/pdf' });
    expect(read.headers['content-disposition']).toMatch(/^inline/);
    expect((await agent.get(`${page}/${second?.id}?apercu=oui`)).text).toContain(
      `src="${page}/${second?.id}?apercu=image"`,
    );
    expect((await agent.get(`${page}/${second?.id}?apercu=image`)).headers['content-type']).toBe('image/png');
  });
});

describe('Q6, A5: who deposits, and what it counts for', () => {
  test('Q6: « Conforme » is complete with one live proof of each expected type, and not before', async () => {
    const { deposit, product, claire, code, second, agent, base } = await theProduct();
    await aResponse(product, 'ethique-mes')
      .answering({ [code]: 3 })
      .draftedBy(claire)
      .inside(app());
    const counted = async () =>
      /data-missing-proofs="(\d)"/.exec((await agent.get(base)).text.split(`data-criterion="${code}"`)[1] ?? '')?.[1];
    expect(await counted()).toBe('2');
    await deposit();
    await deposit({ type: second }, [file('capture.png', png)]);
    expect(await counted()).toBe('0');
    const all = await agent.get(`${base}/preuves`);
    expect(all.text).toContain('2/');
  });

  test('A5: a contributor who accesses the product deposits; nobody else finds it, by any verb', async () => {
    const { deposit, one, company, claire, product, page, base } = await theProduct();
    const helper = await app().as(await aPerson().of(company).under(claire).accessing(product).inside(app()));
    expect((await deposit({}, [file()], helper)).status).toBe(303);
    const { id } = await one();
    const { claire: stranger } = await aVendor(app());
    for (const agent of [
      await app().as(stranger),
      await app().as(await aPerson().of(company).under(claire).inside(app())),
    ]) {
      for (const path of [`${base}/preuves`, page, `${page}/${id}`, `${page}/${id}?apercu=oui`]) {
        expect((await agent.get(path)).status).toBe(404);
      }
      expect((await deposit({}, [file()], agent)).status).toBe(404);
      for (const [path, fields] of [
        [`${page}/${id}/archivage`, { etat: 'archivee' }],
        [`${page}/finalisation`, { finalise: 'oui' }],
        [`${page}/rattachement`, { preuve: id, typeRattache: 'X', descriptionRattachee: 'Y' }],
      ] as const) {
        expect((await agent.post(path, fields)).status).toBe(404);
      }
    }
  });

  test('A5: nor may another product of the company lend its proofs', async () => {
    const { company, claire, deposit, one, agent, base, places } = await theProduct();
    await deposit();
    const other = await aProduct('Autre').of(company).ledBy(claire).qualified(guideQualification).inside(app());
    await anEnrolment(other, demarche).inside(app());
    const there = base.replace(/\/\d+\//, `/${other.reference}/`);
    const [place] = places;
    const sent = { preuve: (await one()).id, typeRattache: place?.types[0] ?? '', descriptionRattachee: 'La même' };
    expect((await agent.post(`${there}/preuves/${place?.code}/rattachement`, sent)).status).toBe(422);
    expect((await agent.get(`${there}/preuves/${(await one()).criterion}/${(await one()).id}`)).status).toBe(404);
  });

  test('P6: an archived product takes no proof, and still shows those that it has', async () => {
    const { deposit, product, page, agent, one } = await theProduct();
    await deposit();
    await app().deps.prisma.subject.update({ where: { id: product.id }, data: { archivedAt: app().now() } });
    expect((await deposit({}, [file('b.png', png)])).status).toBe(422);
    const shown = await agent.get(page);
    expect([shown.status, shown.text.includes('name="fichier"')]).toEqual([200, false]);
    expect((await agent.get(`${page}/${(await one()).id}`)).status).toBe(200);
  });
});
