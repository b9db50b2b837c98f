import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AuditEvent,
  type ChainedEvent,
  canonical,
  chain,
  genesis,
  type Json,
  verifyChain,
} from '../../../src/domain/accounts/audit.ts';
import { holds } from '../properties.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function chained(events: readonly Omit<AuditEvent, 'seq'>[]): ChainedEvent[] {
  let head = genesis;
  return events.map((event, index) => {
    const link = chain({ ...event, seq: BigInt(index + 1) }, head, hash);
    head = link;
    return link;
  });
}

const signedIn: Omit<AuditEvent, 'seq'> = {
  at: new Date('2026-11-20T08:00:00Z'),
  actorId: 'hugo',
  actorName: 'Hugo Martin',
  companyId: 'medisoft',
  action: 'account.signedIn',
  target: 'hugo.martin',
  details: { browser: 'Firefox', tries: 1 },
  ip: '192.0.2.7',
};

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const histories = fc
  .array(
    fc.record({
      at: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      actorId: fc.option(fc.uuid(), { nil: null }),
      actorName: fc.string(),
      companyId: fc.option(fc.uuid(), { nil: null }),
      action: fc.string(),
      target: fc.string(),
      details: json,
      ip: fc.ipV4(),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map(chained);

describe('audit trail: the text that is hashed', () => {
  test('does not depend on the order of the details’ keys, at any depth', () => {
    const one = { ...signedIn, seq: 1n, details: { a: 1, b: [{ c: 2, d: null }] } };
    const other = { ...signedIn, seq: 1n, details: { b: [{ d: null, c: 2 }], a: 1 } };
    expect(canonical(one, genesis.hash)).toBe(canonical(other, genesis.hash));
  });

  test('stays what it was: what is already written still verifies', () => {
    const written = { ...signedIn, seq: 1n, details: { Rôle: 'a → b', again: true, more: { z: [1, null], À: 'é\n' } } };
    expect(hash(canonical(written, genesis.hash))).toBe(
      '26de880919bde646656e151d67e6a191cca58f6302373ed4a295a6a58f590933',
    );
  });

  test('is the same once the details went through the database', () => {
    holds(
      fc.property(json, (details) => {
        const event = { ...signedIn, seq: 1n, details };
        const back = { ...event, details: JSON.parse(JSON.stringify(details)) as Json };
        expect(canonical(back, genesis.hash)).toBe(canonical(event, genesis.hash));
      }),
    );
  });

  test('tells apart what one field ends with and the next begins with', () => {
    const one = { ...signedIn, seq: 1n, action: 'ab', target: 'c' };
    const other = { ...signedIn, seq: 1n, action: 'a', target: 'bc' };
    expect(canonical(one, genesis.hash)).not.toBe(canonical(other, genesis.hash));
  });
});

describe('audit trail: the chain', () => {
  test('an empty trail holds', () => {
    expect(verifyChain([], hash)).toEqual({ ok: true, count: 0, head: genesis });
  });

  test('what was written holds, whole or page by page', () => {
    holds(
      fc.property(histories, fc.nat(), (events, draw) => {
        const head = events.at(-1);
        expect(verifyChain(events, hash)).toMatchObject({ ok: true, count: events.length, head: { hash: head?.hash } });
        const cut = draw % events.length;
        const first = verifyChain(events.slice(0, cut), hash);
        expect(first.ok && verifyChain(events.slice(cut), hash, first.head)).toMatchObject({
          head: { hash: head?.hash },
        });
      }),
    );
  });

  test('any single field altered is found, at its event', () => {
    const alterations: readonly ((event: ChainedEvent) => Partial<ChainedEvent>)[] = [
      (event) => ({ at: new Date(event.at.getTime() + 1) }),
      (event) => ({ actorId: event.actorId === null ? 'somebody' : null }),
      (event) => ({ actorName: `${event.actorName} ` }),
      (event) => ({ companyId: event.companyId === null ? 'some' : null }),
      (event) => ({ action: `${event.action}x` }),
      (event) => ({ target: `x${event.target}` }),
      (event) => ({ details: [event.details] }),
      (event) => ({ ip: `${event.ip}0` }),
      (event) => ({ seq: event.seq + 1n }),
      (event) => ({ previousHash: hash(event.previousHash) }),
      (event) => ({ hash: hash(event.hash) }),
    ];
    holds(
      fc.property(histories, fc.nat(), fc.constantFrom(...alterations), (events, draw, alter) => {
        const index = draw % events.length;
        const altered = events.map((event, at) => (at === index ? { ...event, ...alter(event) } : event));
        expect(verifyChain(altered, hash)).toMatchObject({ ok: false, seq: altered[index]?.seq });
      }),
    );
  });

  test('an altered event hashed anew is found at the next one', () => {
    const events = chained([signedIn, signedIn, signedIn]);
    const forged = events.map((event, at) =>
      at === 1 ? chain({ ...event, actorName: 'Nobody' }, { seq: 1n, hash: event.previousHash }, hash) : event,
    );
    expect(verifyChain(forged, hash)).toEqual({
      ok: false,
      seq: 3n,
      reason: 'L’événement 3 n’est pas lié à celui qui le précède.',
    });
  });

  test('an event removed is found, save the last one, which the head gives away', () => {
    holds(
      fc.property(histories, fc.nat(), (events, draw) => {
        const removed = draw % events.length;
        const left = events.filter((_, at) => at !== removed);
        const verdict = verifyChain(left, hash);
        if (removed < events.length - 1) expect(verdict.ok).toBe(false);
        else expect(verdict.ok && verdict.head.hash).not.toBe(events.at(-1)?.hash);
      }),
    );
  });

  test('two events swapped, or one repeated, are found', () => {
    holds(
      fc.property(histories, fc.nat(), (events, draw) => {
        const index = draw % (events.length - 1);
        const swapped = [...events];
        swapped.splice(index, 2, ...events.slice(index, index + 2).reverse());
        expect(verifyChain(swapped, hash).ok).toBe(false);
        const repeated = [...events];
        repeated.splice(index, 0, ...events.slice(index, index + 1));
        expect(verifyChain(repeated, hash).ok).toBe(false);
      }),
    );
  });

  test('the verdict names what is wrong in French', () => {
    const events = chained([signedIn, signedIn]);
    expect(verifyChain(events.slice(1), hash)).toEqual({
      ok: false,
      seq: 2n,
      reason: 'L’événement 1 manque ou n’est pas à sa place.',
    });
    expect(
      verifyChain(
        events.map((event) => ({ ...event, ip: '192.0.2.8' })),
        hash,
      ),
    ).toEqual({
      ok: false,
      seq: 1n,
      reason: 'L’événement 1 a été modifié.',
    });
  });
});
