import { detailsInWords } from '../audit/models.ts';
import { actionWords } from '../audit/words.ts';
import type { Actor } from '../domain/accounts/person.ts';
import { formatDateTime } from '../domain/french/dates.ts';
import type { SubjectKind } from '../domain/subjects/subject.ts';
import type { StateProps } from '../web/components.ts';
import type { PastEventModel } from './models.ts';
import type { PastEvent } from './store.ts';

/** P9, as the catalogue and the page show it. */
export function observatoryState(published: boolean): StateProps {
  return published ? { kind: 'done', label: 'Publié' } : { kind: 'closed', label: 'Non publié' };
}

/** « Type de produit modifié, Type : Socle → Option », by whom, when. */
export function eventModel(event: PastEvent, kind: SubjectKind, reader: Pick<Actor, 'role'>): PastEventModel {
  return {
    what: event.action === 'subject.created' ? created[kind] : actionWords(event.action),
    details: detailsInWords({ ...event, details: seenBy(reader, event) }),
    by: `${event.actorName}, le ${formatDateTime(event.at)}`,
  };
}

/** The same within a sentence. */
export function eventWords(event: PastEvent, reader: Pick<Actor, 'role'>): string {
  const details = detailsInWords({ ...event, details: seenBy(reader, event) });
  return [actionWords(event.action), details].filter(Boolean).join(', ');
}

/** A5: the other product that an event names may be one that only a Responsable sees. */
function seenBy({ role }: Pick<Actor, 'role'>, { action, details }: PastEvent): unknown {
  if (role === 'RESPONSIBLE' || typeof details !== 'object' || details === null) return details;
  return Object.fromEntries(Object.entries(details).filter(([name]) => name !== otherProduct[action]));
}

const otherProduct: Readonly<Record<string, string>> = {
  'subject.converted': 'core',
  'subject.identified': 'core',
  'subject.duplicated': 'from',
};

const created: Readonly<Record<SubjectKind, string>> = {
  PRODUCT: 'Produit ajouté',
  STRATEGY: 'Stratégie globale initialisée',
};
