import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Grant,
  type GrantAsked,
  grantProblems,
  mayChange,
  nothingYet,
  rightKeys,
  withUnseenProducts,
} from '../../../src/domain/accounts/grants.ts';
import {
  accessesProduct,
  allRights,
  effectiveRights,
  noRights,
  type Person,
} from '../../../src/domain/accounts/person.ts';
import { relationTo } from '../../../src/domain/accounts/relation.ts';
import { isAbove, subtree } from '../../../src/domain/accounts/tree.ts';
import { holds } from '../properties.ts';
import { aPerson, trees } from './people.ts';

const productIds = ['agenda', 'dossier', 'messagerie'];
const hugo: Grant = { role: 'CONTRIBUTOR', rights: { ...noRights, createsAccounts: true }, subjectIds: ['agenda'] };
const claire: Grant = { role: 'RESPONSIBLE', rights: noRights, subjectIds: [] };

function problems(asked: Partial<GrantAsked>): string[] {
  return grantProblems({ actor: hugo, relation: 'below', held: nothingYet, wanted: nothingYet, productIds, ...asked });
}

describe('A6 what one may give', () => {
  test('A6: a Contributeur gives the rights and products that they have', () => {
    expect(problems({ wanted: hugo })).toEqual([]);
  });

  test('A6: nobody grants a right they lack, and each is named', () => {
    expect(problems({ wanted: { ...nothingYet, rights: allRights } })).toEqual([
      'Vous ne pouvez pas donner le droit de valider des questionnaires, que vous n’avez pas vous-même.',
      'Vous ne pouvez pas donner le droit d’accéder à la stratégie globale, que vous n’avez pas vous-même.',
    ]);
  });

  test('A6: nobody gives access to a product that they do not access, be it of their company or not', () => {
    const refused = [
      'Vous ne pouvez donner accès qu’aux produits de votre entreprise auxquels vous avez vous-même accès.',
    ];
    expect(problems({ wanted: { ...nothingYet, subjectIds: ['dossier'] } })).toEqual(refused);
    expect(problems({ wanted: { ...nothingYet, subjectIds: ['de-la-concurrence'] } })).toEqual(refused);
    expect(problems({ actor: claire, wanted: { ...nothingYet, subjectIds: ['de-la-concurrence'] } })).toEqual(refused);
  });

  test('A5: a Responsable gives everything, the role included', () => {
    const everything: Grant = { role: 'RESPONSIBLE', rights: allRights, subjectIds: productIds };
    expect(problems({ actor: claire, wanted: everything })).toEqual([]);
  });

  test('A6: only a Responsable makes a Responsable', () => {
    expect(problems({ wanted: { ...nothingYet, role: 'RESPONSIBLE' } })).toEqual([
      'Seul un Responsable peut donner le rôle de Responsable.',
    ]);
  });

  test('A5: nobody of a company is made one of the staff', () => {
    for (const role of ['VERIFIER', 'ADMINISTRATOR'] as const) {
      expect(problems({ actor: claire, wanted: { ...nothingYet, role } })).toHaveLength(1);
    }
  });

  test('A6: nobody edits their own rights or products, not even a Responsable, not even to have fewer', () => {
    for (const actor of [hugo, claire]) {
      expect(problems({ actor, relation: 'self', held: actor, wanted: nothingYet })).toEqual([
        'Vous ne pouvez pas modifier vos propres droits\u00a0: adressez-vous à la personne qui gère votre compte.',
      ]);
    }
  });

  test('A6: nobody manages those who are not attached to them', () => {
    for (const relation of ['colleague', 'stranger'] as const) {
      expect(problems({ actor: claire, relation })).toEqual([
        'Vous ne gérez que les droits des utilisateurs qui vous sont rattachés.',
      ]);
    }
  });
});

describe('A6 what stays and what is taken back', () => {
  const held: Grant = { role: 'CONTRIBUTOR', rights: allRights, subjectIds: ['dossier', 'agenda'] };

  test('A6: what somebody else gave stays, or is taken back, without being granted anew', () => {
    expect(problems({ held, wanted: held })).toEqual([]);
    expect(problems({ held, wanted: nothingYet })).toEqual([]);
  });

  test('A6: a box that may only be unticked, one that may be ticked, one that may not', () => {
    expect(mayChange(hugo, held, 'validates')).toBe(true);
    expect(mayChange(hugo, nothingYet, 'createsAccounts')).toBe(true);
    expect(mayChange(hugo, nothingYet, 'validates')).toBe(false);
  });

  test('A6: the products that the actor does not see are kept when the visible ones are chosen', () => {
    expect(withUnseenProducts(hugo, held, [])).toEqual(['dossier']);
    expect(withUnseenProducts(hugo, held, ['agenda'])).toEqual(['dossier', 'agenda']);
    expect(withUnseenProducts(claire, held, ['messagerie'])).toEqual(['messagerie']);
  });
});

/** Everything that a person may do by what they were given. */
function powers(person: Person): string[] {
  const rights = effectiveRights(person);
  return [
    ...(person.role === 'RESPONSIBLE' ? ['RESPONSIBLE'] : []),
    ...rightKeys.filter((right) => rights[right]),
    ...productIds.filter((id) => accessesProduct(person, id)),
  ];
}

describe('A6 whatever people try', () => {
  const grants: fc.Arbitrary<Grant> = fc.record({
    role: fc.constantFrom('CONTRIBUTOR', 'CONTRIBUTOR', 'CONTRIBUTOR', 'RESPONSIBLE', 'VERIFIER'),
    rights: fc.record({ createsAccounts: fc.boolean(), validates: fc.boolean(), accessesStrategy: fc.boolean() }),
    subjectIds: fc.oneof(fc.subarray(productIds), fc.constant(['de-la-concurrence'])),
  });
  const attempts = fc.array(fc.record({ by: fc.nat(11), below: fc.boolean(), to: fc.nat(11), wanted: grants }), {
    maxLength: 40,
    size: 'max',
  });

  /** A Responsable at the top, others there with anything but that role, and nothing yet for those attached to them. */
  const companies = fc.tuple(trees, fc.array(grants, { minLength: 12, maxLength: 12 })).map(([tree, given]) =>
    tree.map((node, index): Person => {
      if (index === 0) return aPerson(node.id, { role: 'RESPONSIBLE' });
      return aPerson(node.id, {
        ...(node.parentId === null ? given[index] : nothingYet),
        role: 'CONTRIBUTOR',
        ...node,
      });
    }),
  );

  test('A6: no sequence of grants gives a power that nobody above ever had', () => {
    let granted = 0;
    holds(
      fc.property(companies, attempts, (company, tries) => {
        const people = [...company];
        const ever = people.map((person) => new Set(powers(person)));
        for (const { by, below, to, wanted } of tries) {
          const actor = people[by % people.length];
          if (actor === undefined) continue;
          const aims = below ? subtree(people, actor.id) : people;
          const target = aims[to % aims.length];
          if (target === undefined) continue;
          const relation = relationTo(actor, target, people);
          if (grantProblems({ actor, relation, held: target, wanted, productIds }).length > 0) continue;
          granted += 1;
          const index = people.indexOf(target);
          people[index] = { ...target, ...wanted };
          for (const power of powers({ ...target, ...wanted })) ever[index]?.add(power);
        }
        for (const [index, person] of people.entries()) {
          if (person.parentId === null) continue;
          const above = people.flatMap((one, at) => (isAbove(people, one.id, person.id) ? [...(ever[at] ?? [])] : []));
          expect([...(ever[index] ?? [])].filter((power) => !above.includes(power))).toEqual([]);
        }
      }),
    );
    expect(granted).toBeGreaterThan(200);
  });
});
