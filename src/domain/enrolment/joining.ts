import { formatList } from '../french/list.ts';
import { plural } from '../french/plural.ts';
import type { Demarche } from '../referential/demarche.ts';
import type { Subject } from '../subjects/subject.ts';

/** Why a démarche takes nobody in today; null when it does. */
export function closedDemarche({ closedSince, stages }: Pick<Demarche, 'closedSince' | 'stages'>): string | null {
  if (closedSince !== null) return 'Cette démarche est close aux nouvelles inscriptions.';
  const first = stages.filter(({ kind }) => kind !== 'questionnaires').map(({ title }) => `«\u00a0${title}\u00a0»`);
  return first.length === 0
    ? null
    : `Cette démarche commence par ${formatList(first)}, qui ne se ${plural(first.length, 'remplit', 'remplissent')} pas encore sur la plateforme\u00a0: elle n’accueille pas encore d’inscription.`;
}

/** P4: why this subject can't join this démarche; null when it can. */
export function joiningProblem(
  demarche: Pick<Demarche, 'closedSince' | 'stages' | 'subjects'>,
  subject: Pick<Subject, 'kind' | 'archivedAt'>,
): string | null {
  const closed = closedDemarche(demarche);
  if (closed !== null) return closed;
  if (!demarche.subjects.includes(subject.kind === 'PRODUCT' ? 'product' : 'strategy')) {
    return subject.kind === 'PRODUCT'
      ? 'Cette démarche ne s’adresse pas à un produit.'
      : 'Cette démarche ne s’adresse pas à la stratégie globale.';
  }
  // P6: what is archived is left as it is.
  return subject.archivedAt === null
    ? null
    : 'Ce produit est archivé\u00a0: désarchivez-le pour l’inscrire à une démarche.';
}

/** P6: enrolments of what is archived stay; null when the subject may leave a démarche. */
export function leavingProblem({ archivedAt }: Pick<Subject, 'archivedAt'>): string | null {
  return archivedAt === null ? null : 'Ce produit est archivé\u00a0: désarchivez-le pour le retirer d’une démarche.';
}
