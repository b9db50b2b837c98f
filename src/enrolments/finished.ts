import type { Transaction } from '../database/transaction.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import { paragraphs } from '../domain/referential/text.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import type { ModalProps } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import { doneAtOf } from './store.ts';

/** The window of the subject's page, opened by its address. */
const WINDOW = 'termine';

/**
 * D5: where a validation leads, once `refreshProgress` was told the same `now`: to the window that says what comes next
 * where that very act ended the démarche, else to the subject's page.
 */
export async function afterValidation(
  transaction: Transaction,
  subject: Pick<Subject, 'id' | 'reference'>,
  demarche: Demarche,
  now: Date,
): Promise<string> {
  const page = paths.enrolment({ parcours: demarche.parcours, demarche: demarche.id, reference: subject.reference });
  const doneAt = await doneAtOf(transaction, subject.id, demarche.id);
  return doneAt?.getTime() === now.getTime() ? `${page}#${WINDOW}` : page;
}

/** D5: what comes next, with the reference to be given. */
export function finishedWindow(
  { reference }: Pick<Subject, 'reference'>,
  { next }: Demarche,
  resultsHref: string | null,
): ModalProps {
  return {
    id: WINDOW,
    title: next.title,
    body: {
      view: 'enrolments/next',
      props: { text: paragraphs(next.text), reference: String(reference), links: next.links },
    },
    actions: resultsHref === null ? [] : [{ label: 'Télécharger les résultats', href: resultsHref }],
  };
}
