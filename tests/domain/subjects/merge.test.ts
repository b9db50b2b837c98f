import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fields, merged } from '../../../src/domain/subjects/merge.ts';
import { holds } from '../properties.ts';

const names = ['name', 'version', 'answers'] as const;
const value = fc.subarray(['a', 'b', 'c'], { maxLength: 2 });
const fields: fc.Arbitrary<Fields> = fc.record({ name: value, version: value, answers: value });
const nothingKnown: Fields = {};

describe('P5: a form that was sent late', () => {
  test('P5: each one’s change is kept', () => {
    const opened = { version: ['v1'], description: ['Un carnet.'] };
    const sent = { version: ['v1'], description: ['Un carnet de santé.'] };
    const stored = { version: ['v2'], description: ['Un carnet.'] };
    expect(merged(opened, sent, stored)).toEqual({
      proposed: { version: ['v2'], description: ['Un carnet de santé.'] },
      clashes: [],
    });
  });

  test('P5: a field that both changed differently clashes, and what was typed is proposed', () => {
    expect(merged({ version: ['v1'] }, { version: ['v3'] }, { version: ['v2'] })).toEqual({
      proposed: { version: ['v3'] },
      clashes: ['version'],
    });
  });

  test('P5: the order in which options were chosen is no change', () => {
    expect(merged({ answers: ['a', 'b'] }, { answers: ['b', 'a'] }, { answers: ['c'] })).toEqual({
      proposed: { answers: ['c'] },
      clashes: [],
    });
  });

  test('P5: when nobody else changed anything, what was sent is proposed', () => {
    holds(
      fc.property(fields, fields, (opened, sent) => {
        const { proposed, clashes } = merged(opened, sent, opened);
        expect(clashes).toEqual([]);
        for (const name of names) expect(new Set(proposed[name])).toEqual(new Set(sent[name]));
      }),
    );
  });

  test('P5: whoever changed nothing is proposed what is stored', () => {
    holds(
      fc.property(fields, fields, (opened, stored) => {
        expect(merged(opened, opened, stored)).toEqual({ proposed: stored, clashes: [] });
      }),
    );
  });

  test('P5: the order of the two changes matters only where they clash, and nothing is made up', () => {
    holds(
      fc.property(fields, fields, fields, (opened, sent, stored) => {
        const [one, other] = [merged(opened, sent, stored), merged(opened, stored, sent)];
        expect(one.clashes).toEqual(other.clashes);
        for (const name of names) {
          expect([sent[name], stored[name]]).toContain(one.proposed[name]);
          const alike = one.clashes.includes(name) ? sent[name] : other.proposed[name];
          expect(new Set(one.proposed[name])).toEqual(new Set(alike));
        }
      }),
    );
  });

  test('P5: where nobody knows what it was opened with, every difference clashes and what was typed is proposed', () => {
    holds(
      fc.property(fields, fields, (sent, stored) => {
        const { proposed, clashes } = merged(nothingKnown, sent, stored);
        const differing = names.filter(
          (name) => String([...(sent[name] ?? [])].sort()) !== String([...(stored[name] ?? [])].sort()),
        );
        expect(clashes).toEqual(differing);
        for (const name of differing) expect(proposed[name]).toEqual(sent[name]);
      }),
    );
  });
});
