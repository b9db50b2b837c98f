import { placeOf, sheetTrail } from '../answers/head.ts';
import type { ReachedSheet } from '../answers/reach.ts';
import { subjectTitle } from '../domain/subjects/subject.ts';
import type { Link } from '../web/frame.ts';
import { paths } from '../web/paths.ts';

/** The way to a page that acts on a questionnaire. */
export function trailTo(sheet: ReachedSheet): readonly Link[] {
  return [...sheetTrail(sheet), { label: sheet.title, href: paths.answer(placeOf(sheet)) }];
}

/** “« Interopérabilité », Careoptim – v0.1” */
export function citedSheet({ title, subject }: Pick<ReachedSheet, 'title' | 'subject'>): string {
  return `«\u00a0${title}\u00a0», ${subject.kind === 'STRATEGY' ? 'stratégie globale' : subjectTitle(subject)}`;
}
