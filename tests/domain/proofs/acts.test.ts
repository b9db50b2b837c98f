import { describe, expect, test } from 'vitest';
import {
  archivingProblem,
  closedByFinalising,
  depositProblem,
  finalisingProblem,
  isFinalAtOnce,
  MOST_PROOFS,
  openedAgain,
  restoringProblem,
} from '../../../src/domain/proofs/acts.ts';
import { countedTypes, type Deposited, isFinalised, typesDeposited } from '../../../src/domain/proofs/deposited.ts';
import { kinds, previewOf } from '../../../src/domain/proofs/kinds.ts';
import type { ProofPlace } from '../../../src/domain/proofs/places.ts';

const type = (id: string, once = false) => ({ id, title: `Type ${id}`, description: null, once, when: null });
const place: ProofPlace = { code: 'A', title: 'Exigence A', types: [type('P'), type('U', true)], scenarios: [] };
const proof = (said: Partial<Deposited> = {}): Deposited => ({
  id: 'un',
  criterion: 'A',
  type: 'P',
  state: 'READY',
  final: false,
  archivedAt: null,
  ...said,
});
const sending = { type: 'P', files: 1, confirmed: false };

describe('Q6: what is deposited of each expected type', () => {
  test('archived, quarantined or of another requirement, a proof counts for nothing; waiting for the scanner, it counts', () => {
    const proofs = [
      proof({ archivedAt: new Date(0) }),
      proof({ state: 'QUARANTINED' }),
      proof({ criterion: 'B' }),
      proof({ state: 'WAITING' }),
    ];
    expect(countedTypes(place, proofs).map(({ live }) => live)).toEqual([1, 0]);
    expect(typesDeposited([place], proofs)).toEqual({ done: 1, total: 2 });
  });
});

describe('Q7: what may be deposited, archived and put back', () => {
  test('only an expected type, and no more proofs than anybody would read', () => {
    expect(depositProblem(place, [], sending)).toBeNull();
    expect(depositProblem(place, [], { ...sending, type: 'X' })?.at).toBe('type');
    const many = Array.from({ length: MOST_PROOFS }, (_, n) => proof({ id: String(n) }));
    expect(depositProblem(place, many, sending)?.at).toBe('file');
    expect(restoringProblem(place, many, proof())).not.toBeNull();
  });

  test('a single deposit is one file, confirmed, then closed', () => {
    const single = { type: 'U', files: 1, confirmed: true };
    expect(depositProblem(place, [], { ...single, confirmed: false })?.at).toBe('confirmation');
    expect(depositProblem(place, [], { ...single, files: 2 })?.at).toBe('file');
    expect(depositProblem(place, [], single)).toBeNull();
    const done = [proof({ type: 'U', final: true })];
    expect(depositProblem(place, done, single)?.at).toBe('type');
    expect(archivingProblem({ final: true })).not.toBeNull();
    expect(restoringProblem(place, done, proof({ type: 'U' }))).not.toBeNull();
  });

  test('quarantined, a single deposit is open again', () => {
    const infected = [proof({ type: 'U', final: true, state: 'QUARANTINED' })];
    expect(depositProblem(place, infected, { type: 'U', files: 1, confirmed: true })).toBeNull();
  });

  test('a deposit is finished once each type has a proof', () => {
    const first = proof({ final: true });
    expect(finalisingProblem(place, [first])).toBe('Il manque au moins une preuve de type «\u00a0Type U\u00a0».');
    const both = [first, proof({ id: 'deux', type: 'U', final: true })];
    expect([finalisingProblem(place, both), isFinalised(place, both)]).toEqual([null, true]);
    expect(isFinalised(place, [first, proof({ type: 'U' })])).toBe(false);
  });

  test('nineteen kinds of file are accepted, and only images, PDF and texts are looked at in place', () => {
    expect(kinds).toHaveLength(19);
    const shown = kinds.filter((kind) => previewOf(kind) !== null).map(({ extension }) => extension);
    expect(shown).toEqual(['pdf', 'png', 'xml', 'txt', 'csv']);
  });
});

describe('Q7: what is final', () => {
  test('a single deposit is, as soon as it is made', () => {
    expect([isFinalAtOnce(place, 'U'), isFinalAtOnce(place, 'P'), isFinalAtOnce(place, 'Z')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('finalising closes what is live and still open; opening again leaves single deposits closed', () => {
    const proofs = [
      proof({ id: 'open' }),
      proof({ id: 'closed', final: true }),
      proof({ id: 'single', type: 'U', final: true }),
      proof({ id: 'archived', archivedAt: new Date(0) }),
      proof({ id: 'elsewhere', criterion: 'B', final: true }),
    ];
    expect(closedByFinalising(place, proofs).map(({ id }) => id)).toEqual(['open']);
    expect(openedAgain(place, proofs).map(({ id }) => id)).toEqual(['closed']);
  });
});
