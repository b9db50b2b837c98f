import { criterionAnchor } from '../answers/anchors.ts';
import { formatRelative } from '../domain/french/dates.ts';
import { formatPercent } from '../domain/french/numbers.ts';
import type { Criterion, Questionnaire } from '../domain/referential/questionnaire.ts';
import { placedCriteria } from '../domain/referential/walk.ts';
import { citedSubject } from '../domain/subjects/subject.ts';
import { lastSaved } from '../domain/todo/tasks.ts';
import { countWords, questionnaireTitle } from '../enrolments/words.ts';
import type { ResumeModel } from './models.ts';
import { draftHref } from './places.ts';
import type { PlacedDraft } from './store/waiting.ts';
import { draftPlace, type Telling } from './telling.ts';

/** « Reprendre là où vous en étiez »: the last answer that this person saved, in a draft that is still open. */
export function resumeModel(telling: Telling): ResumeModel | null {
  const last = lastSaved(telling.drafts);
  const found = last && draftPlace(telling, last);
  const node = found && telling.nodes.get(found.draft.subjectId);
  if (!last?.mineAt || !found || !node) return null;
  const { demarche, place, draft } = found;
  const { referential, now } = telling;
  const title = questionnaireTitle(referential, demarche, draft.questionnaire);
  return {
    where: `${citedSubject(node)} · ${draft.act === 'PROJECTION' ? `Projection ${title}` : title}`,
    title: criterionTitle(referential.questionnaires.get(draft.questionnaire), draft.criterion) ?? title,
    when: formatRelative(last.mineAt, now),
    meter: { value: place.done, max: place.total, label: countWords(referential, { ...draft, ...place }) },
    percent: place.total > 0 ? formatPercent(place.done, place.total) : '',
    href: resumeHref(draftHref(demarche, node, draft), draft),
  };
}

/** The very criterion; a projection has no place of its own yet. */
function resumeHref(href: string, { act, criterion }: PlacedDraft): string {
  return act === 'PROJECTION' || criterion === '' ? href : `${href}#${criterionAnchor(criterion)}`;
}

/** “04.04 Cycle de vie des comptes”; null for what is not a questionnaire of criteria. */
function criterionTitle(questionnaire: Questionnaire | undefined, code: string): string | null {
  if (questionnaire?.kind !== 'maturity' && questionnaire?.kind !== 'compliance') return null;
  const placed = placedCriteria<Criterion>(questionnaire.sections).find(({ criterion }) => criterion.code === code);
  return placed === undefined ? null : `${code} ${placed.criterion.title}`;
}
