import type { ApplicableCriterion } from '../applicability/applicable.ts';
import type { Answer, Answers, Level } from '../referential/level.ts';
import { type Radar, radar } from '../scoring.ts';
import type { Month } from './month.ts';
import { noTarget, type Plan, type PlannedLevel, plannedLevels, type Target } from './plan.ts';

/** J5: one line of the roadmap. */
export interface RoadmapLine {
  readonly criterion: ApplicableCriterion;
  readonly present: Level;
  /** From the lowest level; months never decrease (J2). */
  readonly steps: readonly PlannedLevel[];
  readonly notApplicable: boolean;
}

/** J5: the criteria answered with a level, in reading order. */
export function roadmap(
  criteria: readonly ApplicableCriterion[],
  answers: Answers,
  plan: Plan,
): readonly RoadmapLine[] {
  return criteria.flatMap((criterion) => {
    const answer = answers[criterion.code];
    if (answer?.kind !== 'level') return [];
    const target = plan[criterion.code] ?? noTarget;
    return [
      { criterion, present: answer.level, steps: steps(target, answer.level), notApplicable: target.notApplicable },
    ];
  });
}

/** The months at which something changes, each once: those at which the radar is worth drawing. */
export function milestones(lines: readonly RoadmapLine[]): readonly Month[] {
  return [...new Set(lines.flatMap((line) => line.steps.map(({ month }) => month)))].sort();
}

/** The answers as they will be once the month has come; N/A and unanswered stay what they are. */
export function answersAt(month: Month, answers: Answers, plan: Plan): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => [code, answerAt(month, answer, plan[code])]),
  );
}

/** J5: the radar as it will be. */
export function radarAt(month: Month, criteria: readonly ApplicableCriterion[], answers: Answers, plan: Plan): Radar {
  return radar(criteria, answersAt(month, answers, plan));
}

function answerAt(month: Month, answer: Answer, target: Target | undefined): Answer {
  if (answer.kind === 'na' || target === undefined) return answer;
  const reached = steps(target, answer.level).findLast((step) => step.month <= month);
  return reached === undefined ? answer : { kind: 'level', level: reached.level };
}

function steps(target: Target, present: Level): readonly PlannedLevel[] {
  return target.notApplicable ? [] : plannedLevels(target, present);
}
