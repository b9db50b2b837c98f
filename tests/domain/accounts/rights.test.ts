import { describe, expect, test } from 'vitest';
import {
  type Actor,
  actorOf,
  allRights,
  mustAcceptCgu,
  noRights,
  type Role,
} from '../../../src/domain/accounts/person.ts';
import { peopleBelow, type Relation, relationTo } from '../../../src/domain/accounts/relation.ts';
import { type Action, can, type PersonAction } from '../../../src/domain/accounts/rights.ts';
import { aPerson } from './people.ts';

function actor(role: Role, rights = noRights): Actor {
  const staff = role === 'VERIFIER' || role === 'ADMINISTRATOR';
  return actorOf(aPerson('claire', { role, rights, companyId: staff ? null : 'medisoft' }), staff ? null : 'Medisoft');
}

const kinds = {
  responsible: actor('RESPONSIBLE'),
  contributor: actor('CONTRIBUTOR'),
  inviter: actor('CONTRIBUTOR', { ...noRights, createsAccounts: true }),
  verifier: actor('VERIFIER', allRights),
  administrator: actor('ADMINISTRATOR', allRights),
};
type Kind = keyof typeof kinds;
const everybody = Object.keys(kinds) as Kind[];

describe('rights that concern nobody in particular', () => {
  const expected: Record<Action, readonly Kind[]> = {
    'account.own': everybody,
    'notifications.read': everybody,
    'people.list': ['responsible', 'contributor', 'inviter'],
    'people.create': ['responsible', 'inviter'],
    'products.list': ['responsible', 'contributor', 'inviter'],
    'products.create': ['responsible', 'contributor', 'inviter'],
    'strategy.open': ['responsible'],
    'requests.list': ['verifier'],
    'requests.examine': ['verifier'],
    'requests.decide': ['verifier'],
    'companies.manage': ['administrator'],
    'staff.manage': ['administrator'],
    'audit.read': ['administrator'],
  };

  test.each(Object.entries(expected))('A5: %s', (action, allowed) => {
    expect(everybody.filter((kind) => can(kinds[kind], action as Action))).toEqual(allowed);
  });
});

describe('rights over a person', () => {
  const relations: readonly Relation[] = ['self', 'below', 'colleague', 'stranger'];
  const expected: Record<PersonAction, readonly Relation[]> = {
    'person.see': ['self', 'below'],
    'person.editProfile': ['self', 'below'],
    'person.editRights': ['below'],
    'person.delete': ['below'],
    'person.handOver': ['self', 'below'],
  };

  test.each(Object.entries(expected))('A6, A7: %s', (action, allowed) => {
    for (const kind of ['responsible', 'contributor', 'inviter'] as const) {
      expect(relations.filter((one) => can(kinds[kind], action as PersonAction, one))).toEqual(allowed);
    }
    for (const kind of ['verifier', 'administrator'] as const) {
      expect(relations.filter((one) => can(kinds[kind], action as PersonAction, one))).toEqual([]);
    }
  });
});

describe('what somebody is to whoever asks', () => {
  const claire = aPerson('claire', { role: 'RESPONSIBLE' });
  const hugo = aPerson('hugo', { parentId: 'claire' });
  const lina = aPerson('lina', { parentId: 'hugo' });
  const people = [claire, hugo, lina];

  test('A6: oneself, those attached to one, the others of the company', () => {
    expect(relationTo(hugo, hugo, people)).toBe('self');
    expect(relationTo(claire, lina, people)).toBe('below');
    expect(relationTo(lina, hugo, people)).toBe('colleague');
  });

  test('A6: people of another company, deleted people and the staff are strangers, whatever the tree says', () => {
    const elsewhere = aPerson('nour', { companyId: 'autresoft', parentId: 'claire' });
    const gone = aPerson('paul', { parentId: 'claire', deletedAt: new Date('2026-02-01') });
    const verifier = aPerson('ines', { role: 'VERIFIER', companyId: null });
    const administrator = aPerson('marc', { role: 'ADMINISTRATOR', companyId: null });
    const all = [...people, elsewhere, gone, verifier, administrator];
    expect(relationTo(claire, elsewhere, all)).toBe('stranger');
    expect(relationTo(claire, gone, all)).toBe('stranger');
    expect(relationTo(verifier, claire, all)).toBe('stranger');
    expect(relationTo(administrator, verifier, all)).toBe('stranger');
  });

  test('A6: a Responsable is below the Responsable who created them, but no longer below the Contributeur who did', () => {
    const promoted = { ...lina, role: 'RESPONSIBLE' as const };
    expect(relationTo(hugo, promoted, people)).toBe('colleague');
    expect(relationTo(claire, promoted, people)).toBe('below');
  });
});

describe('everybody below somebody', () => {
  test('A6: they are exactly those whose relation is « below »', () => {
    const people = [
      aPerson('claire', { role: 'RESPONSIBLE' }),
      aPerson('hugo', { parentId: 'claire' }),
      aPerson('lina', { parentId: 'hugo', role: 'RESPONSIBLE' }),
      aPerson('nour', { parentId: 'lina' }),
      aPerson('paul', { parentId: 'hugo', deletedAt: new Date('2026-02-01') }),
      aPerson('zoe', { parentId: 'hugo', companyId: 'autresoft' }),
    ];
    for (const actor of people) {
      expect(peopleBelow(actor, people)).toEqual(people.filter((one) => relationTo(actor, one, people) === 'below'));
    }
    expect(peopleBelow(aPerson('hugo'), people).map(({ id }) => id)).toEqual(['nour']);
  });
});

describe('A3 the CGU', () => {
  test('A3: they are accepted anew when they change', () => {
    const accepted = actorOf(aPerson('hugo', { cguVersion: '2026-12-01' }), 'Medisoft');
    expect(mustAcceptCgu(kinds.contributor, '2026-12-01')).toBe(true);
    expect(mustAcceptCgu(accepted, '2026-12-01')).toBe(false);
    expect(mustAcceptCgu(accepted, '2027-03-01')).toBe(true);
  });
});
