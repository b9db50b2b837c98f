import type { Deps } from '../../deps.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { isoDay } from '../../domain/french/dates.ts';
import { citedSubject } from '../../domain/subjects/subject.ts';
import { fileName } from '../../exports/names.ts';
import { sendWorkbook } from '../../exports/workbook.ts';
import { demarcheIn } from '../../parcours/found.ts';
import { reachAnySubject } from '../../subjects/reach.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { anythingValidated, resultsOf, resultsSheets } from '../results/sheets.ts';
import { validatedIn } from '../store.ts';
import { notEnrolled } from './leave.ts';

/** Q9: « Télécharger les résultats » of a whole démarche. */
export function downloadResults({ prisma, referential }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const { demarche } = demarcheIn(visit, referential);
    const { subject } = await reachAnySubject(prisma, visit, 'see');
    const validations = await validatedIn(prisma, subject.id, demarche.id);
    if (validations === null) throw notEnrolled();
    const results = resultsOf(referential, demarche, subject, validations, visit.now);
    if (!anythingValidated(results)) {
      throw new RuleBroken(
        'Q9',
        'Aucun questionnaire de cette démarche n’est encore validé\u00a0: il n’y a pas de résultat à télécharger.',
      );
    }
    const name = fileName('Convergence', citedSubject(subject), demarche.title, isoDay(visit.now));
    await sendWorkbook(visit.res, name, await resultsSheets(results));
  };
}
