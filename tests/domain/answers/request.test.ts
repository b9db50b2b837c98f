import { describe, expect, test } from 'vitest';
import type { Person } from '../../../src/domain/accounts/person.ts';
import { isAskedAgain, mustBeRequested, mustHaveChanged } from '../../../src/domain/answers/request.ts';
import { givingTheRight, validatorsOf } from '../../../src/domain/answers/validators.ts';
import { Conflict, RuleBroken } from '../../../src/domain/errors.ts';

const at = new Date('2026-11-20T10:00:00Z');
const later = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
const request = { at, by: 'Hugo', byId: 'hugo', message: '' };

describe('Q3: a validation asked for', () => {
  test('again by the same person within five minutes is the same request', () => {
    expect(isAskedAgain(request, 'hugo', later(4))).toBe(true);
    expect(isAskedAgain(request, 'hugo', later(5))).toBe(false);
    expect(isAskedAgain(request, 'ines', later(1))).toBe(false);
    expect(isAskedAgain(null, 'hugo', later(1))).toBe(false);
  });

  test('there is something to read: a draft, a change, or what is marked as to be read again', () => {
    const nothing = { draft: false, codes: 0, marked: false };
    expect(() => mustHaveChanged(nothing)).toThrow(RuleBroken);
    for (const some of [{ draft: true }, { codes: 1 }, { marked: true }]) {
      expect(() => mustHaveChanged({ ...nothing, ...some })).not.toThrow();
    }
  });

  test('only what was asked for is sent back, and once', () => {
    expect(() => mustBeRequested(request, null)).not.toThrow();
    expect(() => mustBeRequested(null, null)).toThrow(RuleBroken);
    expect(() => mustBeRequested(null, { at, by: 'Inès' })).toThrow(Conflict);
  });
});

describe('A5: who may validate', () => {
  const subject = { id: 'carnet', kind: 'PRODUCT', companyId: 'ours' } as const;
  const person = (id: string, over: Partial<Person> = {}): Person => ({
    id,
    companyId: 'ours',
    parentId: null,
    role: 'CONTRIBUTOR',
    login: id,
    email: `${id}@exemple.fr`,
    firstName: id,
    lastName: id,
    position: '',
    phone: '',
    rights: { createsAccounts: false, validates: true, accessesStrategy: false },
    subjectIds: ['carnet'],
    cguVersion: '1',
    hasPassword: true,
    revision: 1,
    createdAt: at,
    deletedAt: null,
    ...over,
  });
  const without = { createsAccounts: true, validates: false, accessesStrategy: true };
  const people = [
    person('validates'),
    person('responsible', { role: 'RESPONSIBLE', rights: without, subjectIds: [] }),
    person('no right', { rights: without }),
    person('no access', { subjectIds: [] }),
    person('invited', { hasPassword: false }),
    person('left', { deletedAt: at }),
    person('elsewhere', { companyId: 'theirs' }),
  ];
  const ids = (list: readonly Person[]): readonly string[] => list.map(({ id }) => id);

  test('whoever has the right, accesses the product, and can sign in', () => {
    expect(ids(validatorsOf(people, subject))).toEqual(['validates', 'responsible']);
  });

  test('the strategy asks for the right to access it', () => {
    expect(ids(validatorsOf(people, { ...subject, kind: 'STRATEGY' }))).toEqual(['responsible']);
  });

  test('A6: the right is given by the Responsables', () => {
    expect(ids(givingTheRight(people))).toEqual(['responsible']);
  });
});
