import type { ProductType, Subject } from './subject.ts';

type Converted = Pick<Subject, 'id' | 'archivedAt'>;

/** P7: why the type of this product can't be changed at all; null when it can. */
export function conversionProblem({ archivedAt }: Converted, to: ProductType, options: number): string | null {
  if (archivedAt !== null) return 'Ce produit est archivé\u00a0: désarchivez-le pour changer son type.';
  if (to === 'OPTION' && options > 0) {
    return 'Ce produit a lui-même des produits option\u00a0: convertissez-les ou rattachez-les à un autre produit socle d’abord.';
  }
  return null;
}

/** P7: the core products that a product may become an option of, among those that one sees: never itself. */
export function possibleCores<Core extends { readonly id: string }>(
  product: Pick<Subject, 'id'>,
  cores: readonly Core[],
): readonly Core[] {
  return cores.filter(({ id }) => id !== product.id);
}
