import type { Progress } from '../domain/progress.ts';
import { matches } from '../domain/search.ts';
import type { Asked } from '../web/lists.ts';
import type { Node } from './store.ts';

export const sorts = { nom: 'Nom', reference: 'Référence', responsable: 'Responsable', etat: 'État' } as const;

/** P8: by reference, name or responsible. */
export function found(nodes: readonly Node[], search: string): readonly Node[] {
  return nodes.filter(({ reference, name, version, responsibleName }) =>
    matches(search, String(reference), name, version, responsibleName),
  );
}

export function sorted(
  nodes: readonly Node[],
  { sort, descending }: Pick<Asked, 'sort' | 'descending'>,
): readonly Node[] {
  return nodes.toSorted((a, b) => order(sort, a, b) * (descending ? -1 : 1));
}

const french = new Intl.Collator('fr', { numeric: true });
const stateOrder: Readonly<Record<Progress, number>> = { TO_COMPLETE: 0, IN_PROGRESS: 1, DONE: 2 };

function order(sort: string, a: Node, b: Node): number {
  if (sort === 'reference') return a.reference - b.reference;
  const byName = french.compare(`${a.name} ${a.version}`, `${b.name} ${b.version}`) || a.reference - b.reference;
  if (sort === 'responsable') return french.compare(a.responsibleOrder, b.responsibleOrder) || byName;
  if (sort === 'etat') return rank(a) - rank(b) || byName;
  return byName;
}

function rank({ state }: Node): number {
  return state === null ? 0 : stateOrder[state];
}
