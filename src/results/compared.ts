import type { ApplicableCriterion } from '../domain/applicability/applicable.ts';
import { type Change, comparison } from '../domain/comparison.ts';
import type { Answered } from '../domain/enrolment/work.ts';
import { formatList } from '../domain/french/list.ts';
import { counted, plural } from '../domain/french/plural.ts';
import { type Answer, gradeOf } from '../domain/referential/level.ts';
import type { CriteriaQuestionnaire, Criterion } from '../domain/referential/questionnaire.ts';
import { placedCriteria } from '../domain/referential/walk.ts';
import { gapTenths } from '../domain/results/axes.ts';
import { type Mean, radar } from '../domain/scoring.ts';
import type { CompareModel } from './models.ts';
import { gradeModel, signedTenths, valueModel } from './words.ts';

/** Two responses to one questionnaire, and the criteria that the démarche asks today. */
export interface TwoResponses {
  readonly questionnaire: CriteriaQuestionnaire;
  readonly criteria: readonly ApplicableCriterion[];
  readonly before: Answered;
  readonly after: Answered;
}

const words: Readonly<Record<Change, string>> = {
  same: 'commentaire modifié',
  raised: 'relevé',
  lowered: 'abaissé',
  moved: 'changé',
  added: 'ajouté',
  removed: 'retiré',
};

/** Q4: what was raised, lowered, moved to or from N/A, added, removed, or commented otherwise. */
export function changesBetween({ questionnaire, before, after }: TwoResponses): CompareModel['changes'] {
  const criteria = placedCriteria<Criterion>(questionnaire.sections).map(({ criterion }) => criterion);
  const titles = new Map(criteria.map(({ code, title }) => [code, title]));
  const codes = codesIn(criteria, before, after);
  const compared = new Map(comparison([...codes], before.answers, after.answers).map((one) => [one.code, one]));
  return [...codes].flatMap((code) => {
    // Only commented, it has no answer on either side.
    const one = compared.get(code) ?? { before: null, after: null, change: 'same' as const };
    const comment = commentChange(code, before, after);
    if (one.change === 'same' && comment === null) return [];
    return [
      {
        code,
        title: titles.get(code) ?? 'Critère retiré du questionnaire',
        before: gradeModel(questionnaire.kind, gradeIn(one.before)),
        after: gradeModel(questionnaire.kind, gradeIn(one.after)),
        words: words[one.change],
        comment,
      },
    ];
  });
}

/** In reading order; then what the questionnaire does not ask any more. */
function codesIn(criteria: readonly Criterion[], before: Answered, after: Answered): ReadonlySet<string> {
  return new Set([...criteria.map(({ code }) => code), ...Object.keys(before.answers), ...Object.keys(after.answers)]);
}

function commentChange(code: string, before: Answered, after: Answered): CompareModel['changes'][number]['comment'] {
  const was = before.evidence.comments[code] ?? '';
  const now = after.evidence.comments[code] ?? '';
  return was === now ? null : { before: was, after: now };
}

function gradeIn(answer: Answer | null) {
  return answer === null ? null : gradeOf(answer);
}

/** S1: the means of both, over the criteria that are asked today. */
export function axesBetween({ questionnaire, criteria, before, after }: TwoResponses): CompareModel['axes'] {
  const was = meansOf(criteria, before);
  const now = meansOf(criteria, after);
  return questionnaire.axes.flatMap(({ id, title }) => {
    const pair = { before: was.get(id) ?? null, after: now.get(id) ?? null };
    if (pair.before === null && pair.after === null) return [];
    const delta =
      pair.before === null || pair.after === null ? '' : signedTenths(gapTenths(pair.after, pair.before)) || '=';
    return [{ axis: title, before: valueModel(pair.before), after: valueModel(pair.after), delta }];
  });
}

function meansOf(criteria: readonly ApplicableCriterion[], { answers }: Answered): ReadonlyMap<string, Mean> {
  return new Map(radar(criteria, answers).map(({ axis, sum, count }) => [axis, { sum, count }]));
}

/** “3 réponses diffèrent : 2 relevées et 1 abaissée.” */
export function summaryOf({ before, after, questionnaire }: TwoResponses): string {
  const criteria = placedCriteria<Criterion>(questionnaire.sections).map(({ criterion }) => criterion);
  const compared = comparison([...codesIn(criteria, before, after)], before.answers, after.answers);
  const kinds = ['raised', 'lowered', 'moved', 'added', 'removed'] as const;
  const parts = kinds.flatMap((kind) => {
    const count = compared.filter(({ change }) => change === kind).length;
    return count === 0 ? [] : [`${count} ${words[kind]}${plural(count, 'e', 'es')}`];
  });
  if (parts.length === 0) return 'Aucun niveau ne diffère.';
  const total = compared.filter(({ change }) => change !== 'same').length;
  return `${counted(total, 'réponse diffère', 'réponses diffèrent')}\u00a0: ${formatList(parts)}.`;
}
