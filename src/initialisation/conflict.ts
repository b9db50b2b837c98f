import { eventModel } from '../catalogue/words.ts';
import type { Transaction } from '../database/transaction.ts';
import { formatRelative } from '../domain/french/dates.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { changedSince as changesSince, type Held } from '../subjects/meanwhile.ts';
import type { SummaryProps } from '../web/components.ts';
import type { SignedVisit } from '../web/visit.ts';

/** What was changed since a form was opened, the latest first: who, when, what; null when nothing that it holds was. */
export async function changedSince(
  transaction: Transaction,
  { actor, now }: SignedVisit,
  subject: Subject,
  revision: number,
  form: Held,
): Promise<SummaryProps | null> {
  const events = await changesSince(transaction, subject, revision, form);
  if (events === null) return null;
  return {
    items: events.map((event) => {
      const { what, details } = eventModel(event, subject.kind, actor);
      return {
        label: `${event.actorName}, ${formatRelative(event.at, now)}`,
        values: [what, details].filter(Boolean),
        change: null,
      };
    }),
  };
}

/** What the page says before the changes themselves. */
export function conflictWords({ kind }: Pick<Subject, 'kind'>, form: Held): string {
  const what = kind === 'STRATEGY' ? 'La stratégie globale a été modifiée' : 'Ce produit a été modifié';
  return `${what} pendant que vous remplissiez ce formulaire. ${together[form]}`;
}

const together: Readonly<Record<Held, string>> = {
  identification:
    'Vos modifications sont réunies ci-dessous à ce qui est enregistré maintenant\u00a0: vérifiez, puis enregistrez de nouveau.',
  qualification:
    'Vos réponses sont réunies ci-dessous à celles qui sont enregistrées maintenant\u00a0: vérifiez, puis confirmez.',
};
