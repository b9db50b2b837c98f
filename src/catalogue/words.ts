import { detailsInWords } from '../audit/models.ts';
import { actionWords } from '../audit/words.ts';
import { formatDateTime } from '../domain/french/dates.ts';
import type { SubjectKind } from '../domain/subjects/subject.ts';
import type { StateProps } from '../web/components.ts';
import type { PastEventModel } from './models.ts';
import type { PastEvent } from './store.ts';

/** P9, as the catalogue and the page show it. */
export function observatoryState(published: boolean): StateProps {
  return published ? { kind: 'done', label: 'Publié' } : { kind: 'closed', label: 'Non publié' };
}

/** « Modification de l’identification, Version : v1 → v2 », by whom, when. */
export function eventModel(event: PastEvent, kind: SubjectKind): PastEventModel {
  return {
    what: event.action === 'subject.created' ? created[kind] : actionWords(event.action),
    details: detailsInWords(event),
    by: `${event.actorName}, le ${formatDateTime(event.at)}`,
  };
}

/** The same within a sentence. */
export function eventWords(event: PastEvent): string {
  return [actionWords(event.action), detailsInWords(event)].filter(Boolean).join(', ');
}

const created: Readonly<Record<SubjectKind, string>> = {
  PRODUCT: 'Produit ajouté',
  STRATEGY: 'Stratégie globale initialisée',
};
