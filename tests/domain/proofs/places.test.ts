import { describe, expect, test } from 'vitest';
import type { ScopedDocument } from '../../../src/domain/applicability/scope.ts';
import { emptyProfile } from '../../../src/domain/profile/profile.ts';
import { expectingPlaces, proofPlace, proofPlaces } from '../../../src/domain/proofs/places.ts';
import type { Answers } from '../../../src/domain/referential/level.ts';
import type { ProofType } from '../../../src/domain/referential/questionnaire.ts';
import { applicable, compliance } from '../build.ts';

const type = (id: string, more: Partial<ProofType> = {}): ProofType => ({
  id,
  title: `Type ${id}`,
  description: null,
  once: false,
  when: null,
  ...more,
});

function asking(code: string, proofs: readonly ProofType[]) {
  const scenarios = [{ id: 's', title: null, steps: [], proofs }];
  return applicable(code, { criterion: compliance(code, { scenarios }) });
}

function document(code: string, deposit: 'once' | 'several'): ScopedDocument {
  const rest = { instructions: [], links: [], template: null, container: false, when: null };
  return { document: { code, title: `Document ${code}`, deposit, ...rest }, nature: 'MANDATORY', when: null };
}

const never = { kind: 'answered', question: 'f.q' } as const;
const asked = {
  criteria: [
    asking('A', []),
    asking('B', [type('P'), type('R', { when: never })]),
    asking('C', [type('Q', { when: never })]),
  ],
  documents: [document('D', 'once'), document('E', 'several')],
  profile: emptyProfile,
};

describe('Q6: what proofs are deposited for', () => {
  test('in reading order, what expects at least one type of this profile', () => {
    const places = proofPlaces(asked).map(({ code, types }) => [code, types.map(({ id }) => id)]);
    expect(places).toEqual([
      ['B', ['P']],
      ['D', ['D']],
      ['E', ['E']],
    ]);
  });

  test('by its code; nothing where nothing is expected or asked', () => {
    expect(proofPlace(asked, 'B')).toEqual(proofPlaces(asked)[0]);
    for (const code of ['A', 'C', 'Z']) expect(proofPlace(asked, code)).toBeNull();
  });

  test('only a requirement that complies waits for proofs; a document always does', () => {
    const codes = (answers: Answers) => expectingPlaces(asked, answers).map(({ code }) => code);
    expect(codes({ B: { kind: 'level', level: 3 } })).toEqual(['B', 'D', 'E']);
    for (const answers of [{}, { B: { kind: 'na' } }, { B: { kind: 'level', level: 0 } }] satisfies Answers[]) {
      expect(codes(answers)).toEqual(['D', 'E']);
    }
  });

  test('G5, Q7: a document is its own type, deposited once where it says so', () => {
    expect(['D', 'E'].map((code) => proofPlace(asked, code)?.types[0]?.once)).toEqual([true, false]);
  });
});
