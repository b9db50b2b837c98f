import { describe, expect, test } from 'vitest';
import { noRights, type Role } from '../../../src/domain/accounts/person.ts';
import { Forbidden, NotFound } from '../../../src/domain/errors.ts';
import { mustOn, type SubjectAction, subjectRelation, subjectRights } from '../../../src/domain/subjects/rights.ts';

const product = { id: 'p', companyId: 'c', kind: 'PRODUCT', responsibleId: 'lead' } as const;
const strategy = { ...product, id: 's', kind: 'STRATEGY' } as const;
const someone = (
  role: Role,
  more: { id?: string; companyId?: string; subjectIds?: string[]; strategy?: boolean } = {},
) => ({
  id: more.id ?? 'someone',
  role,
  companyId: more.companyId ?? 'c',
  subjectIds: more.subjectIds ?? [],
  rights: { ...noRights, accessesStrategy: more.strategy ?? false },
});

describe('A5: what somebody is to a product or to the strategy', () => {
  test.each([
    ['a Responsable of the company leads it', someone('RESPONSIBLE'), 'leads', 'leads'],
    ['a Contributeur given it accesses it', someone('CONTRIBUTOR', { subjectIds: ['p'] }), 'accesses', 'none'],
    ['its own responsible leads it', someone('CONTRIBUTOR', { id: 'lead', subjectIds: ['p'] }), 'leads', 'none'],
    ['the strategy is a right apart', someone('CONTRIBUTOR', { strategy: true }), 'none', 'accesses'],
    ['a Contributeur given nothing sees nothing', someone('CONTRIBUTOR'), 'none', 'none'],
    ['another company’s Responsable sees nothing', someone('RESPONSIBLE', { companyId: 'd' }), 'none', 'none'],
    ['the staff sees nothing', someone('VERIFIER', { subjectIds: ['p'], strategy: true }), 'none', 'none'],
  ] as const)('%s', (_, person, onProduct, onStrategy) => {
    expect(subjectRelation(person, product)).toBe(onProduct);
    expect(subjectRelation(person, strategy)).toBe(onStrategy);
  });

  test.each(Object.keys(subjectRights) as SubjectAction[])(
    '%s: not found to a stranger, forbidden to whoever only accesses',
    (action) => {
      expect(() => mustOn(someone('CONTRIBUTOR'), action, product)).toThrow(NotFound);
      const accessing = () => mustOn(someone('CONTRIBUTOR', { subjectIds: ['p'] }), action, product);
      if (subjectRights[action].some((relation) => relation === 'accesses')) expect(accessing).not.toThrow();
      else expect(accessing).toThrow(Forbidden);
      expect(() => mustOn(someone('RESPONSIBLE'), action, product)).not.toThrow();
    },
  );
});
