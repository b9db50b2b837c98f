import type { Asked } from '../web/lists.ts';
import type { HeatRow } from './store.ts';

const french = new Intl.Collator('fr', { numeric: true });

/** By name, or by an axis; a product with nothing to average on it comes last, whichever the direction (S4: it is not 0). */
export function sortedRows(rows: readonly HeatRow[], { sort, descending }: Pick<Asked, 'sort' | 'descending'>) {
  const direction = descending ? -1 : 1;
  if (sort === 'produit') return rows.toSorted((a, b) => byName(a, b) * direction);
  return rows.toSorted((a, b) => {
    const [first, second] = [a.means[sort], b.means[sort]];
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined) || byName(a, b);
    }
    // As fractions: what one decimal shows as equal may not be.
    return (first.sum * second.count - second.sum * first.count) * direction || byName(a, b);
  });
}

function byName(a: HeatRow, b: HeatRow): number {
  return french.compare(`${a.name} ${a.version}`, `${b.name} ${b.version}`) || a.reference - b.reference;
}
