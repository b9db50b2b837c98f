import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deletionBlockers, type ResponsibleSubject, reattach } from '../../../src/domain/accounts/deletion.ts';
import { subtree } from '../../../src/domain/accounts/tree.ts';
import { holds } from '../properties.ts';
import { aPerson, tangles, trees } from './people.ts';

const claire = aPerson('Claire', { role: 'RESPONSIBLE' });
const hugo = aPerson('Hugo', { parentId: 'Claire' });
const agenda: ResponsibleSubject = { id: 'agenda', reference: 12, kind: 'PRODUCT', name: 'Agenda Pro' };
const strategy: ResponsibleSubject = { id: 'strategie', reference: 3, kind: 'STRATEGY', name: 'Stratégie globale' };

describe('A7 what blocks a deletion', () => {
  test('A7: nothing, when the person is responsible for nothing', () => {
    expect(deletionBlockers({ actorId: 'Claire', person: hugo, people: [claire, hugo], responsibleFor: [] })).toEqual(
      [],
    );
  });

  test('A7: each product and the strategy that the person is responsible for is listed', () => {
    const responsibleFor = [agenda, strategy];
    expect(deletionBlockers({ actorId: 'Claire', person: hugo, people: [claire, hugo], responsibleFor })).toEqual([
      {
        kind: 'subject',
        subject: agenda,
        message: 'Hugo Martin est responsable du produit «\u00a0Agenda Pro\u00a0»\u00a0: choisissez à qui le confier.',
      },
      {
        kind: 'subject',
        subject: strategy,
        message: 'Hugo Martin est responsable de la stratégie globale\u00a0: choisissez à qui la confier.',
      },
    ]);
  });

  test('A7: one does not delete oneself', () => {
    const blockers = deletionBlockers({ actorId: 'Hugo', person: hugo, people: [claire, hugo], responsibleFor: [] });
    expect(blockers).toEqual([{ kind: 'oneself', message: 'Vous ne pouvez pas supprimer votre propre compte.' }]);
  });

  test('A7: the last Responsable of a company stays; a deleted one does not count', () => {
    const gone = aPerson('Paul', { role: 'RESPONSIBLE', deletedAt: new Date('2026-03-01') });
    const second = aPerson('Lina', { role: 'RESPONSIBLE' });
    const asked = { actorId: 'Hugo', person: claire, responsibleFor: [] };
    expect(deletionBlockers({ ...asked, people: [claire, hugo, gone] })).toEqual([
      { kind: 'lastOfRole', message: 'Claire Martin est le dernier Responsable de l’entreprise.' },
    ]);
    expect(deletionBlockers({ ...asked, people: [claire, hugo, second] })).toEqual([]);
  });

  test('A7: so does the last Administrateur of the platform, but not the last Vérificateur', () => {
    const marc = aPerson('Marc', { role: 'ADMINISTRATOR', companyId: null });
    const ines = aPerson('Inès', { role: 'VERIFIER', companyId: null });
    const people = [marc, ines];
    const kinds = (person: typeof marc) =>
      deletionBlockers({ actorId: 'x', person, people, responsibleFor: [] }).map((one) => one.kind);
    expect(kinds(marc)).toEqual(['lastOfRole']);
    expect(kinds(ines)).toEqual([]);
  });
});

describe('A7 those who were attached', () => {
  test('A7: they go to the person above', () => {
    const lina = aPerson('Lina', { parentId: 'Hugo' });
    expect(reattach([claire, hugo, lina], 'Hugo')).toEqual([{ id: 'Lina', parentId: 'Claire' }]);
    expect(reattach([claire, hugo, lina], 'Claire')).toEqual([{ id: 'Hugo', parentId: null }]);
    expect(reattach([claire, hugo, lina], 'Nobody')).toEqual([]);
  });

  test('A7: everybody else keeps exactly the people they managed, less the deleted one', () => {
    holds(
      fc.property(trees, fc.nat(), (tree, draw) => {
        const deletedId = `p${draw % tree.length}`;
        const moved = new Map(reattach(tree, deletedId).map((one) => [one.id, one]));
        const left = tree.filter((one) => one.id !== deletedId).map((one) => moved.get(one.id) ?? one);
        for (const { id } of left) {
          const before = subtree(tree, id).map((one) => one.id);
          expect(subtree(left, id).map((one) => one.id)).toEqual(before.filter((one) => one !== deletedId));
        }
      }),
    );
  });

  test('A7: even from tangled data, nobody stays attached to the deleted person, or becomes attached to themselves', () => {
    holds(
      fc.property(tangles, fc.nat(), (people, draw) => {
        const deletedId = `p${draw % people.length}`;
        const attached = people.filter((one) => one.parentId === deletedId && one.id !== deletedId);
        const moved = reattach(people, deletedId);
        expect(moved.map((one) => one.id)).toEqual(attached.map((one) => one.id));
        for (const one of moved) expect([deletedId, one.id]).not.toContain(one.parentId);
      }),
    );
  });
});
