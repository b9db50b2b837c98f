import { formatCount } from './numbers.ts';

/** In French the plural begins at two: `0 produit`, `1,5 point`, `2 produits`. */
export function plural(count: number, one: string, many: string): string {
  return Math.abs(count) < 2 ? one : many;
}

/** The number and its noun, bound: `2 produits`. */
export function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)}\u00a0${plural(count, one, many)}`;
}
