import type { Subject } from './subject.ts';

/** P6, P9: an archived product is in no average, hence not published; what was published may always be withdrawn. */
export function publishingProblem({ archivedAt }: Pick<Subject, 'archivedAt'>, published: boolean): string | null {
  return published && archivedAt !== null
    ? 'Ce produit est archivé\u00a0: désarchivez-le pour le publier dans l’Observatoire.'
    : null;
}
