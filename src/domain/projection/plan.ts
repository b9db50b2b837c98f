import type { ApplicableCriterion } from '../applicability/applicable.ts';
import { type Answer, type Answers, type Level, levels } from '../referential/level.ts';
import type { Month } from './month.ts';

/** What is planned for one criterion: a month for some of the levels above the present one (J2). */
export interface Target {
  readonly months: Readonly<Partial<Record<Level, Month>>>;
  /** "La cible envisagée pour ce critère n’est pas applicable" (J3). */
  readonly notApplicable: boolean;
  readonly comment: string;
}

/** By the criterion's code. */
export type Plan = Readonly<Record<string, Target>>;

export const noTarget: Target = { months: {}, notApplicable: false, comment: '' };

export interface PlannedLevel {
  readonly level: Level;
  readonly month: Month;
}

/** The planned levels from the lowest, those above the present one only. */
export function plannedLevels({ months }: Target, present: Level): readonly PlannedLevel[] {
  return levels.flatMap((level) => {
    const month = months[level];
    return month === undefined || level <= present ? [] : [{ level, month }];
  });
}

/** J3: a criterion that is answered below what is recommended to it has something to plan; N/A has not. */
export function isBelowRecommended({ recommended }: ApplicableCriterion, answer: Answer | undefined): boolean {
  return answer?.kind === 'level' && answer.level < recommended;
}

/** J4: the month by which the recommended level is planned to be reached; null when it is not planned. */
export function plannedMonth({ code, recommended }: ApplicableCriterion, plan: Plan, answers: Answers): Month | null {
  const target = plan[code];
  const answer = answers[code];
  if (!target || target.notApplicable || answer?.kind !== 'level') return null;
  return plannedLevels(target, answer.level).find(({ level }) => level >= recommended)?.month ?? null;
}
