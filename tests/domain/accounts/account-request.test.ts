import { describe, expect, test } from 'vitest';
import {
  accountRequests,
  nextRequestState,
  type RequestAct,
  type RequestActor,
  type RequestState,
} from '../../../src/domain/accounts/account-request.ts';
import { kbisIssuedAfter, kbisProblem } from '../../../src/domain/accounts/kbis.ts';
import { Forbidden, RuleBroken } from '../../../src/domain/errors.ts';
import { isoDay } from '../../../src/domain/french/dates.ts';
import { possibleActs } from '../../../src/domain/lifecycle.ts';

const states: readonly RequestState[] = ['AWAITING_PAPERS', 'SUBMITTED', 'APPROVED', 'REFUSED'];
const acts: readonly RequestAct[] = ['submitPapers', 'approve', 'refuse', 'askForPapers'];

/** Each state, act and person that leads somewhere; nothing else does. */
const allowed: readonly [RequestState, RequestAct, RequestActor, RequestState][] = [
  ['AWAITING_PAPERS', 'submitPapers', 'REQUESTER', 'SUBMITTED'],
  ['SUBMITTED', 'approve', 'VERIFIER', 'APPROVED'],
  ['SUBMITTED', 'refuse', 'VERIFIER', 'REFUSED'],
  ['AWAITING_PAPERS', 'refuse', 'VERIFIER', 'REFUSED'],
  ['SUBMITTED', 'askForPapers', 'VERIFIER', 'AWAITING_PAPERS'],
];

describe('A2 what a request goes through', () => {
  test.each(allowed)('A2: from %s, %s by %s leads to %s', (state, act, who, next) => {
    expect(nextRequestState(state, act, who)).toBe(next);
  });

  test('A2: everything else is refused', () => {
    for (const state of states) {
      for (const act of acts) {
        for (const who of ['REQUESTER', 'VERIFIER'] as const) {
          if (allowed.some(([from, by, whom]) => from === state && by === act && whom === who)) continue;
          expect(() => nextRequestState(state, act, who)).toThrow();
        }
      }
    }
  });

  test('A2: the state’s refusal says why, in French, with its rule', () => {
    expect(() => nextRequestState('APPROVED', 'refuse', 'VERIFIER')).toThrow(
      new RuleBroken('A2', 'Cette demande a déjà été approuvée. Il n’est donc pas possible de refuser cette demande.'),
    );
  });

  test('A2: somebody else’s act is forbidden, not impossible', () => {
    expect(() => nextRequestState('SUBMITTED', 'approve', 'REQUESTER')).toThrow(
      new Forbidden('Il ne vous appartient pas d’approuver cette demande.'),
    );
  });

  test('A2: what a page may offer', () => {
    expect(possibleActs(accountRequests, 'SUBMITTED', 'VERIFIER')).toEqual(['approve', 'refuse', 'askForPapers']);
    expect(possibleActs(accountRequests, 'SUBMITTED', 'REQUESTER')).toEqual([]);
    expect(possibleActs(accountRequests, 'REFUSED', 'VERIFIER')).toEqual([]);
  });
});

describe('A2 a Kbis under three months old', () => {
  test.each([
    ['2026-11-20T08:00:00Z', '2026-08-20'],
    ['2026-02-15T08:00:00Z', '2025-11-15'],
    // No 31st of February, nor 29th but in leap years
    ['2026-05-31T08:00:00Z', '2026-02-28'],
    ['2028-05-30T08:00:00Z', '2028-02-29'],
    // Already the 1st of December in Paris
    ['2026-11-30T23:30:00Z', '2026-09-01'],
  ])('A2: deposited at %s, it was issued after %s', (depositedAt, day) => {
    expect(isoDay(kbisIssuedAfter(new Date(depositedAt)))).toBe(day);
  });

  const noon = new Date('2026-11-20T11:00:00Z');

  test('A2: dated under three months before, it will do', () => {
    expect(kbisProblem(new Date('2026-08-21'), noon)).toBeNull();
    expect(kbisProblem(new Date('2026-11-20'), noon)).toBeNull();
  });

  test('A2: dated three months before, or tomorrow, it is refused with what to do', () => {
    expect(kbisProblem(new Date('2026-08-20'), noon)).toBe(
      'Cet extrait Kbis a trois mois ou plus : procurez-vous un extrait daté d’après le 20\u00a0août 2026.',
    );
    expect(kbisProblem(new Date('2026-11-21'), noon)).toBe(
      'Cette date est à venir : indiquez celle qui figure sur l’extrait Kbis.',
    );
  });

  test('A2: the day is that of Paris, where it is already tomorrow', () => {
    expect(kbisProblem(new Date('2026-11-21'), new Date('2026-11-20T23:30:00Z'))).toBeNull();
  });
});
