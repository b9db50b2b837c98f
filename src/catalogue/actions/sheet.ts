import type { Deps } from '../../deps.ts';
import { isoDay } from '../../domain/french/dates.ts';
import { citedSubject } from '../../domain/subjects/subject.ts';
import { freshOf } from '../../enrolments/stale.ts';
import { fileName } from '../../exports/names.ts';
import { sendWorkbook } from '../../exports/workbook.ts';
import { reachSubject } from '../../subjects/reach.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { productSheets } from '../excel.ts';
import { aroundOf } from '../store.ts';

/** P10: « Exporter la fiche produit ». */
export function downloadSheet({ prisma, referential }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const { subject } = await reachSubject(prisma, visit, 'PRODUCT', 'see');
    const { core } = await aroundOf(prisma, visit.actor, subject);
    const kept = await freshOf({ prisma, referential }, subject.id, visit.now);
    const name = fileName('Convergence', citedSubject(subject), 'Fiche produit', isoDay(visit.now));
    await sendWorkbook(visit.res, name, productSheets(referential, subject, core, kept));
  };
}
