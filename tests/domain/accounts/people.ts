import fc from 'fast-check';
import { noRights, type Person } from '../../../src/domain/accounts/person.ts';
import type { TreeNode } from '../../../src/domain/accounts/tree.ts';

/** A Contributeur of Medisoft at the top of the tree, without any right, unless said otherwise. */
export function aPerson(id: string, said: Partial<Person> = {}): Person {
  return {
    id,
    companyId: 'medisoft',
    parentId: null,
    role: 'CONTRIBUTOR',
    login: `${id}.martin`,
    email: `${id}@medisoft.example`,
    firstName: id,
    lastName: 'Martin',
    position: 'Chef de produit',
    phone: '+33123456789',
    rights: noRights,
    subjectIds: [],
    cguVersion: null,
    hasPassword: true,
    revision: 0,
    createdAt: new Date('2026-01-05T09:00:00Z'),
    deletedAt: null,
    ...said,
  };
}

/** People each attached to an earlier one, or to nobody. */
export const trees: fc.Arbitrary<TreeNode[]> = fc
  .array(fc.nat(1000), { minLength: 1, maxLength: 12, size: 'max' })
  .map((draws) =>
    draws.map((draw, index) => ({
      id: `p${index}`,
      parentId: draw % (index + 1) === 0 ? null : `p${(draw % (index + 1)) - 1}`,
    })),
  );

/** Any parent at all, loops and unknown ones included. */
export const tangles: fc.Arbitrary<TreeNode[]> = fc
  .array(fc.option(fc.nat(12), { nil: null }), { minLength: 1, maxLength: 10 })
  .map((parents) =>
    parents.map((parent, index) => ({ id: `p${index}`, parentId: parent === null ? null : `p${parent}` })),
  );
