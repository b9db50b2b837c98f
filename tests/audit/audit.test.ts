import { describe, expect, test } from 'vitest';
import { record, sha256 } from '../../src/audit/record.ts';
import { everyEvent } from '../../src/audit/store.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { type ChainedEvent, type Json, verifyChain } from '../../src/domain/accounts/audit.ts';
import { anAdministrator, aVerifier } from '../builders/people.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

async function chain(): Promise<ChainedEvent[]> {
  const events: ChainedEvent[] = [];
  for await (const rows of everyEvent(app().deps.prisma))
    events.push(...rows.map((row) => ({ ...row, details: row.details as Json })));
  return events;
}

function happen(target: string, details: Json = {}): Promise<void> {
  return inTransaction(app().deps.prisma, (transaction) =>
    record(transaction, { at: app().now(), actor: null, ip: '192.0.2.1', action: 'user.invited', target, details }),
  );
}

describe('The audit trail is append-only and holds together', () => {
  test('fifty acts at once make one chain, without a gap, that verifies', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => happen(`personne ${i}`, { nombre: i, détail: { b: 1, a: [null, 'é'] } })),
    );
    const events = await chain();
    expect(events).toHaveLength(50);
    expect(verifyChain(events, sha256)).toMatchObject({ ok: true, count: 50 });
  });

  test('what happens in a transaction that fails leaves no trace and no gap', async () => {
    const before = (await chain()).length;
    const failed = inTransaction(app().deps.prisma, async (transaction) => {
      await record(transaction, { at: app().now(), actor: null, ip: '', action: 'user.invited', target: 'personne' });
      throw new Error('in the middle');
    });
    await expect(failed).rejects.toThrow('in the middle');
    await happen('après');
    const events = await chain();
    expect(events).toHaveLength(before + 1);
    expect(verifyChain(events, sha256).ok).toBe(true);
  });

  test('nothing in it can be changed or removed', async () => {
    await happen('à garder');
    const { prisma } = app().deps;
    await expect(prisma.auditEvent.updateMany({ data: { target: 'autre' } })).rejects.toThrow();
    await expect(prisma.auditEvent.deleteMany()).rejects.toThrow();
    await expect(prisma.$executeRaw`TRUNCATE "AuditEvent"`).rejects.toThrow();
  });
});

describe('An administrator reads and filters it', () => {
  test('by family, by words and by day; a verifier may not', async () => {
    const agent = await app().as(await anAdministrator().named('Marc', 'Leroy').inside(app()));
    await happen('une cible bien reconnaissable');
    expect((await agent.get('/administration/journal?q=reconnaissable')).text).toContain(
      'une cible bien reconnaissable',
    );
    expect((await agent.get('/administration/journal?famille=signin')).text).not.toContain('reconnaissable');
    expect((await agent.get('/administration/journal?famille=user&du=2026-11-20&au=2026-11-20')).text).toContain(
      'reconnaissable',
    );
    expect((await agent.get('/administration/journal?du=2026-11-21')).text).toContain('Aucun événement ne correspond');
    expect((await agent.get('/administration/journal?du=hier&page=-1&famille=__proto__')).status).toBe(200);
    const verifier = await app().as(await aVerifier().inside(app()));
    expect((await verifier.get('/administration/journal')).status).toBe(403);
  });
});
