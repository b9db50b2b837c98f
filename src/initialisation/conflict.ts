import { eventModel } from '../catalogue/words.ts';
import type { Transaction } from '../database/transaction.ts';
import { formatRelative } from '../domain/french/dates.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import type { SummaryProps } from '../web/components.ts';
import type { SignedVisit } from '../web/visit.ts';
import { lastChanges } from './store.ts';

/** So many changes are told. */
const MOST = 5;

type FormName = 'identification' | 'qualification';

/**
 * What was changed since a form was opened, the latest first: who, when, what; null when nothing that it holds was. Each
 * revision is one event of the trail: another form's changes are nobody's conflict.
 */
export async function changedSince(
  transaction: Transaction,
  { actor, now }: SignedVisit,
  subject: Subject,
  revision: number,
  form: FormName,
): Promise<SummaryProps | null> {
  if (revision === subject.revision) return null;
  const behind = subject.revision - revision;
  const events = await lastChanges(transaction, subject, Math.min(Math.max(behind, 1), MOST));
  const concerning = events.filter(({ action }) => concerns(action, form));
  if (concerning.length === 0 && events.length === behind) return null;
  return {
    items: concerning.map((event) => {
      const { what, details } = eventModel(event, subject.kind, actor);
      return {
        label: `${event.actorName}, ${formatRelative(event.at, now)}`,
        values: [what, details].filter(Boolean),
        change: null,
      };
    }),
  };
}

function concerns(action: string, form: FormName): boolean {
  return (action === 'subject.qualified') === (form === 'qualification');
}

/** What the page says before the changes themselves. */
export function conflictWords({ kind }: Pick<Subject, 'kind'>, form: FormName): string {
  const what = kind === 'STRATEGY' ? 'La stratégie globale a été modifiée' : 'Ce produit a été modifié';
  return `${what} pendant que vous remplissiez ce formulaire. ${together[form]}`;
}

const together: Readonly<Record<FormName, string>> = {
  identification:
    'Vos modifications sont réunies ci-dessous à ce qui est enregistré maintenant\u00a0: vérifiez, puis enregistrez de nouveau.',
  qualification:
    'Vos réponses sont réunies ci-dessous à celles qui sont enregistrées maintenant\u00a0: vérifiez, puis confirmez.',
};
