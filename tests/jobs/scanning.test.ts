import { createServer, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseWaiting } from '../../src/jobs/waiting-files.ts';
import { scanDue } from '../../src/proofs/scan.ts';
import { openClamd } from '../../src/storage/scanner.ts';
import { aVendor } from '../builders/additions.ts';
import { aProof, expecting } from '../builders/proofs.ts';
import { anEnrolment, aProduct, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const demarche = 'referencement-sans-echange';

/** Speaks ClamAV's protocol: reads the parts to the empty one, finds `EICAR` in them, or breaks. */
function clamd(): Server {
  return createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (part) => {
      received = Buffer.concat([received, part]);
      const start = 'zINSTREAM\0'.length;
      const parts: Buffer[] = [];
      let at = start;
      while (received.length >= at + 4) {
        const length = received.readUInt32BE(at);
        if (length === 0) return socket.end(answerTo(Buffer.concat(parts)));
        if (received.length < at + 4 + length) return;
        parts.push(received.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
}

function answerTo(content: Buffer): string {
  if (content.includes('too large')) return 'INSTREAM size limit exceeded. ERROR\0';
  return content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
}

let server: Server;
let where = { host: '127.0.0.1', port: 0 };

beforeAll(async () => {
  server = clamd();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The scanner has no port');
  where = { host: '127.0.0.1', port: address.port };
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const scan = (to = where) => scanDue({ ...app().deps, scanner: openClamd(to) });

/** A proof whose file waits, with that content. */
async function waiting(content: string) {
  const { deps, now } = app();
  const { claire, company } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, demarche).inside(app());
  const [place] = expecting(app(), product, demarche, 'ethique-mes');
  const about = { questionnaire: 'ethique-mes', criterion: place?.code ?? '', type: place?.types[0] ?? '' };
  const { id } = await aProof(product, about).depositedBy(claire).inside(app());
  const stored = await deps.storage.write(Readable.from([Buffer.from(content)]), { maxBytes: 1000 });
  const proof = await deps.prisma.proof.update({
    where: { id },
    data: { file: { update: { ...stored, state: 'WAITING', createdAt: now() } } },
  });
  const file = () => deps.prisma.storedFile.findUniqueOrThrow({ where: { id: proof.fileId } });
  const page = `/parcours/mon-espace-sante/${demarche}/${product.reference}/questionnaires/ethique-mes/preuves/${about.criterion}`;
  return { claire, product, proof, file, page, agent: await app().as(claire) };
}

describe('Q7: a file that waits for the scanner', () => {
  test('is read by nobody, and says why; cleared, it is', async () => {
    const { agent, page, proof, file } = await waiting('un texte sain 1');
    const before = await agent.get(`${page}/${proof.id}`);
    expect([before.status, before.text.includes('L’antivirus examine ce fichier')]).toEqual([422, true]);
    await scan();
    expect(await file()).toMatchObject({ state: 'READY', finding: null, scannedAt: app().now() });
    expect((await agent.get(`${page}/${proof.id}`)).text).toBe('un texte sain 1');
    expect((await agent.get(page)).text).toContain('contrôlée');
  });

  test('is quarantined with what was found: it counts no more, and whoever deposited it is told', async () => {
    const { agent, page, proof, file, claire, product } = await waiting('EICAR 1');
    await app().deps.prisma.enrolment.updateMany({
      where: { subjectId: product.id },
      data: { computedFor: 'counted' },
    });
    await scan();
    expect(await file()).toMatchObject({ state: 'QUARANTINED', finding: 'Eicar-Test-Signature' });
    const refused = await agent.get(`${page}/${proof.id}`);
    expect([refused.status, refused.text.includes('en quarantaine (Eicar-Test-Signature)')]).toEqual([422, true]);
    expect((await agent.get(page)).text).toContain('0, au moins une attendue');
    const { prisma } = app().deps;
    expect(await prisma.notification.findMany({ where: { userId: claire.id } })).toMatchObject([{ href: page }]);
    expect(
      await prisma.auditEvent.count({ where: { action: 'proof.quarantined', target: String(product.reference) } }),
    ).toBe(1);
    expect(await prisma.enrolment.findMany({ where: { subjectId: product.id } })).toMatchObject([{ computedFor: '' }]);
  });

  test('waits while the scanner is away, and is read once it is back; one that it cannot read keeps no other', async () => {
    const broken = await waiting('too large');
    const good = await waiting('un texte sain 2');
    const closed = createServer();
    const port = await new Promise<number>((resolve) =>
      closed.listen(0, '127.0.0.1', () => {
        const address = closed.address();
        resolve(address === null || typeof address === 'string' ? 0 : address.port);
      }),
    );
    await new Promise((resolve) => closed.close(resolve));
    await expect(scan({ host: '127.0.0.1', port })).rejects.toThrow();
    expect(await good.file()).toMatchObject({ state: 'WAITING' });
    expect(await scan()).toBe(1);
    expect([(await broken.file()).state, (await good.file()).state]).toEqual(['WAITING', 'READY']);
  });

  test('comes after those that were never tried when it could not be read: a score of them keeps nobody waiting', async () => {
    const { prisma } = app().deps;
    const unreadable = Array.from({ length: 20 }, (_, index) => ({
      key: `ab/00000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
      originalName: 'perdu.pdf',
      contentType: 'application/pdf',
      size: 1,
      sha256: `perdu ${index}`,
      state: 'WAITING' as const,
      createdAt: new Date(app().now().getTime() - 3_600_000),
    }));
    await prisma.storedFile.createMany({ data: unreadable });
    const good = await waiting('un texte sain 4');
    await expect(scan()).rejects.toThrow();
    expect(await scan()).toBe(1);
    expect(await good.file()).toMatchObject({ state: 'READY' });
    await prisma.storedFile.deleteMany({ where: { originalName: 'perdu.pdf' } });
  });

  test('is opened at the next start where no scanner is configured any more', async () => {
    const { file } = await waiting('un texte sain 3');
    await releaseWaiting(app().deps);
    expect(await file()).toMatchObject({ state: 'READY', scannedAt: null });
  });
});
