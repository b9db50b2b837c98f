import type { Transaction } from '../database/transaction.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import { paragraphs } from '../domain/referential/text.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { paths } from '../web/paths.ts';
import type { FinishedModel } from './models.ts';
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

/** D5: what comes next, in the window and in the page. */
export function finishedModel(
  subject: Pick<Subject, 'reference'>,
  { next }: Demarche,
  resultsHref: string | null,
): FinishedModel {
  const said = { text: paragraphs(next.text), reference: String(subject.reference), links: next.links };
  return {
    ...said,
    title: next.title,
    resultsHref,
    window: {
      id: WINDOW,
      title: next.title,
      body: { view: 'enrolments/next', props: said },
      actions: resultsHref === null ? [] : [{ label: 'Télécharger les résultats', href: resultsHref }],
    },
  };
}
