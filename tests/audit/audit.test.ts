import { describe, expect, test } from 'vitest';
import { record, sha256 } from '../../src/audit/record.ts';
import { everyEvent } from '../../src/audit/store.ts';
import { actionWords, detailWords } from '../../src/audit/words.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { type ChainedEvent, type Json, verifyChain } from '../../src/domain/accounts/audit.ts';
import { anAdministrator, aVerifier } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();

async function chain(): Promise<ChainedEvent[]> {
  const events: ChainedEvent[] = [];
  for await (const rows of everyEvent(app().deps.prisma))
    events.push(...rows.map((row) => ({ ...row, details: row.details as Json })));
  return events;
}

function happen(target: string, details: { readonly Rôle?: Json; readonly Droits?: Json } = {}): Promise<void> {
  return inTransaction(app().deps.prisma, (transaction) =>
    record(transaction, { at: app().now(), actor: null, ip: '192.0.2.1', action: 'user.invited', target, details }),
  );
}

describe('The audit trail is append-only and holds together', () => {
  test('fifty acts at once make one chain, without a gap, that verifies', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => happen(`personne ${i}`, { Rôle: i, Droits: { b: 1, a: [null, 'é'] } })),
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
  test('what happened is said in words, to the last detail, and what an older version wrote is not hidden', async () => {
    const agent = await app().as(await anAdministrator().inside(app()));
    const { prisma } = app().deps;
    const event = { at: app().now(), actor: null, ip: '192.0.2.1' } as const;
    await inTransaction(prisma, async (transaction) => {
      const details = { role: 'VERIFIER', again: true };
      await record(transaction, { ...event, action: 'staff.invited', target: 'des mots', details });
      const papers = { issuedOn: '2026-11-01', kbis: 'abc' };
      await record(transaction, { ...event, action: 'request.papersDeposited', target: 'des mots', details: papers });
    });
    const text = textOf((await agent.get('/administration/journal?q=des+mots')).text);
    expect(text).toContain('Rôle : Vérificateur · Nouvelle invitation : oui');
    expect(text).toContain('Kbis du : 1er novembre 2026');
    expect(text).toContain('Empreinte du Kbis : abc');
    expect(actionWords('user.promoted')).toBe('user.promoted');
    expect([detailWords('user.promoted', 'why'), detailWords('constructor', 'name')]).toEqual(['why', 'name']);
  });

  test.each(['%', '_', '\\', 'marc_leroy'])('« %s » is sought as it is typed', async (search) => {
    const agent = await app().as(await anAdministrator().inside(app()));
    await happen('Marc Leroy');
    const { text } = await agent.get(`/administration/journal?q=${encodeURIComponent(search)}`);
    expect(text).toContain('Aucun événement ne correspond');
    await happen(`avec ${search} dedans`);
    expect((await agent.get(`/administration/journal?q=${encodeURIComponent(search)}`)).text).toContain('dedans');
  });

  test('a page too far is the last one', async () => {
    const agent = await app().as(await anAdministrator().inside(app()));
    for (let n = 0; n < 51; n += 1) await happen('la même cible');
    const { text } = await agent.get('/administration/journal?q=la+même+cible&page=99');
    expect(text).toContain('1\u00a0événement sur 51');
  });

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
