import type { ReachedSheet } from '../../answers/reach.ts';
import { type DraftAnswer, nothingSaid, type Said } from '../../domain/answers/draft.ts';
import { fateOf } from '../../domain/answers/imported.ts';
import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import { answerOf } from '../../domain/referential/level.ts';
import { coveredCriteria } from '../../domain/sections.ts';
import { printOf, writtenOf } from '../written.ts';
import type { Filled } from './read.ts';

/** An answer that the workbook would change. */
export interface Proposal {
  readonly criterion: ApplicableCriterion;
  readonly filled: Said;
  /** What the draft says, and who said it; null: nothing yet. */
  readonly now: DraftAnswer | null;
  /** It changed on the platform too since the workbook was exported. */
  readonly conflict: boolean;
}

export interface Proposals {
  readonly proposals: readonly Proposal[];
  /** Q5: the criteria that were filled in while their section is not applicable: they are left as they are. */
  readonly covered: readonly string[];
}

/** What importing these answers would change. */
export function proposalsOf(filled: readonly Filled[], sheet: ReachedSheet): Proposals {
  const { criteria, current, answered, options } = sheet;
  const byCriterion = new Map(current.answers.map((answer) => [answer.criterion, answer]));
  const references = new Map(options.map(({ id, reference }) => [id, reference]));
  const under = coveredCriteria(criteria, answered.switched);
  const touched = filled.flatMap(({ criterion, shown, exported }) => {
    const now = byCriterion.get(criterion.code) ?? null;
    const shownNow = writtenOf(now ?? nothingSaid, under.has(criterion.code), references);
    const fate = fateOf({ exported, filled: printOf(shown), now: printOf(shownNow) });
    if (fate === 'same') return [];
    const chosen = options.find(({ reference }) => reference === shown.option)?.id ?? null;
    const said: Said = {
      answer: shown.grade === null ? null : answerOf(shown.grade),
      comment: shown.comment,
      dependsOnOption: shown.depends,
      // One that this person may not choose stays while its cell is left as it was.
      optionId: shown.option === shownNow.option && shown.depends ? (now?.optionId ?? null) : chosen,
    };
    return [{ criterion, filled: said, now, conflict: fate === 'conflict' }];
  });
  return {
    proposals: touched.filter(({ criterion }) => !under.has(criterion.code)),
    covered: touched.flatMap(({ criterion: { code } }) => (under.has(code) ? [code] : [])),
  };
}
