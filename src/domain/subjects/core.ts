import type { ProductType } from './subject.ts';

/** P1: what is wrong with the core product named; null when nothing is. `offered` are the references of those one sees. */
export function coreProblem(type: ProductType, core: string, offered: readonly string[]): string | null {
  if (core === '') return null;
  if (type === 'CORE') {
    return 'Un produit socle n’est l’option d’aucun autre\u00a0: ne choisissez pas de produit socle, ou choisissez le type «\u00a0Option\u00a0».';
  }
  return missingCoreProblem(core, offered);
}

/** P7: what becomes an option says of which product, and of one that is offered. */
export function missingCoreProblem(core: string, offered: readonly string[]): string | null {
  return offered.includes(core) ? null : 'Choisissez le produit socle dans la liste.';
}
