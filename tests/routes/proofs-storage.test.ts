import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MOST_KEPT, MOST_STORED } from '../../src/domain/proofs/storage.ts';
import { aVendor } from '../builders/additions.ts';
import { expecting } from '../builders/proofs.ts';
import { pdf, png } from '../builders/requests.ts';
import { anEnrolment, aProduct, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();
const demarche = 'referencement-sans-echange';

async function thePlaces() {
  const { company, claire } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, demarche).inside(app());
  const [place, other] = expecting(app(), product, demarche, 'ethique-mes');
  if (place === undefined || other === undefined) throw new Error('Two requirements expect proofs');
  const agent = await app().as(claire);
  const base = `/parcours/mon-espace-sante/${demarche}/${product.reference}/questionnaires/ethique-mes/preuves`;
  const deposit = ({ code, types: [type = ''] }: typeof place, content: Buffer, name: string) =>
    agent.post(`${base}/${code}`, { type, description: 'Ce qui s’y voit' }, [{ field: 'fichier', name, content }]);
  return { company, product, place, other, deposit };
}

const proofs = (subjectId: string) =>
  app().deps.prisma.proof.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });

async function onDisk(): Promise<number> {
  const folder = join(app().deps.config.dataDir, 'fichiers');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).length;
}

describe('Q7: what a company keeps is bounded, archives included', () => {
  test('beyond, a new file is refused with what to do, and not kept; one that it has already is deposited', async () => {
    const { company, product, place, other, deposit } = await thePlaces();
    expect((await deposit(place, pdf, 'a.pdf')).status).toBe(303);
    const { prisma } = app().deps;
    const size = MOST_STORED / 5;
    const full = ['1', '2', '3', '4', '5'].map((name) => ({
      key: `00/${name}`,
      sha256: name.repeat(64),
      originalName: name,
      contentType: 'application/pdf',
      size,
      createdAt: app().now(),
      companyId: company.id,
    }));
    await prisma.storedFile.createMany({ data: full });
    const before = await onDisk();
    const refused = await deposit(other, png, 'b.png');
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain('dépassent 10 Go, archives comprises');
    expect(await onDisk()).toBe(before);
    expect((await deposit(other, pdf, 'c.pdf')).status).toBe(303);
    expect((await proofs(product.id)).map(({ name }) => name)).toEqual(['a.pdf', 'c.pdf']);
  });

  test('a criterion keeps so many proofs, those that were archived too', async () => {
    const { product, place, other, deposit } = await thePlaces();
    await deposit(place, pdf, 'a.pdf');
    const { prisma } = app().deps;
    const { id: _, ...first } = await prisma.proof.findFirstOrThrow({ where: { subjectId: product.id } });
    const archived = { ...first, archivedAt: app().now(), archivedBy: 'Claire Roux' };
    await prisma.proof.createMany({ data: Array.from({ length: MOST_KEPT - 1 }, () => archived) });
    const refused = await deposit(place, png, 'b.png');
    expect([refused.status, textOf(refused.text)]).toEqual([
      422,
      expect.stringContaining(`déjà ${MOST_KEPT} preuves, archives comprises`),
    ]);
    expect((await deposit(other, png, 'b.png')).status).toBe(303);
  });
});

describe('Q7: what failed leaves nothing behind', () => {
  test('the database refuses the proof: neither it nor its file is kept, and sent again it is', async () => {
    const { product, place, deposit } = await thePlaces();
    const { prisma } = app().deps;
    const before = await onDisk();
    await prisma.$executeRaw`ALTER TABLE "Proof" ADD CONSTRAINT "none" CHECK ("name" <> 'refused.png') NOT VALID`;
    expect((await deposit(place, png, 'refused.png')).status).toBe(500);
    expect([await onDisk(), await proofs(product.id)]).toEqual([before, []]);
    await prisma.$executeRaw`ALTER TABLE "Proof" DROP CONSTRAINT "none"`;
    expect((await deposit(place, png, 'refused.png')).status).toBe(303);
    expect(await proofs(product.id)).toMatchObject([{ name: 'refused.png' }]);
  });
});
