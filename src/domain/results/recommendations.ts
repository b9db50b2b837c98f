import type { ApplicableCriterion } from '../applicability/applicable.ts';
import { type Answers, compliant, type Grade, gradeOf, type Level, levels } from '../referential/level.ts';
import type { Criterion } from '../referential/questionnaire.ts';
import type { Text } from '../referential/text.ts';

/** A démarche that asks the questionnaire of this subject, and its criteria. */
export interface Asker {
  readonly demarche: string;
  readonly criteria: readonly ApplicableCriterion[];
}

/** An answer to raise. */
export interface Recommendation {
  readonly code: string;
  readonly criterion: Criterion;
  readonly from: Grade;
  readonly to: Level;
  /** The démarches that the answer keeps from being attained, and that `to` suits. */
  readonly unblocks: readonly string[];
  /** What the draft answers already, where that suffices. */
  readonly drafted: Grade | null;
}

/**
 * Q8: what to raise, in order of effect: first what keeps the most démarches from being attained, then the widest gap, then as the page
 * reads. What is unanswered is to be answered, not to be raised (S4).
 */
export function recommendations(
  askers: readonly Asker[],
  answers: Answers,
  draft: Answers | null,
): readonly Recommendation[] {
  const seen = new Set<string>();
  const found = askers.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) => {
      if (seen.has(criterion.code)) return [];
      seen.add(criterion.code);
      return recommendationOf(criterion, askers, answers, draft);
    }),
  );
  return found.toSorted(
    (a, b) => b.unblocks.length - a.unblocks.length || gapTo(b) - gapTo(a) || missingTo(b) - missingTo(a),
  );
}

function recommendationOf(
  { code, criterion, recommended }: ApplicableCriterion,
  askers: readonly Asker[],
  answers: Answers,
  draft: Answers | null,
): readonly Recommendation[] {
  const answer = answers[code];
  if (answer === undefined) return [];
  const from = gradeOf(answer);
  const asked = askers.flatMap(({ demarche, criteria }) => {
    const accepted = criteria.find((one) => one.code === code)?.accepted ?? null;
    return accepted === null ? [] : [{ demarche, accepted }];
  });
  const to = levelToReach(criterion, from, recommended, asked);
  if (to === null) return [];
  const blocked = asked.filter(({ accepted }) => !accepted.includes(from) && accepted.includes(to));
  const said = draft?.[code];
  const drafted = said === undefined ? null : gradeOf(said);
  const suffices = blocked.length > 0 ? blocked.every(({ accepted }) => isIn(accepted, drafted)) : reaches(drafted, to);
  const unblocks = blocked.map(({ demarche }) => demarche);
  return [{ code, criterion, from, to, unblocks, drafted: suffices ? drafted : null }];
}

/**
 * The lowest level above that suits the most démarches, where one of them refuses the present answer; else the recommended level. No level
 * that a démarche would refuse where it accepts the present answer. Null: nothing is asked beyond the answer, or there is nowhere to climb.
 */
function levelToReach(
  { kind }: Criterion,
  from: Grade,
  recommended: Level,
  asked: readonly { readonly accepted: readonly Grade[] }[],
): Level | null {
  const suited = asked.filter(({ accepted }) => accepted.includes(from));
  const above = levels
    .filter((level) => (from === 'na' || level > from) && (kind === 'maturity' || level === compliant))
    .filter((level) => suited.every(({ accepted }) => accepted.includes(level)));
  if (suited.length === asked.length) {
    return from === 'na' || from >= recommended ? null : (above.find((level) => level >= recommended) ?? null);
  }
  const suiting = (level: Level): number => asked.filter(({ accepted }) => accepted.includes(level)).length;
  const best = Math.max(...above.map(suiting));
  return best > suited.length ? (above.find((level) => suiting(level) === best) ?? null) : null;
}

/** Unanswered, or N/A, has no height: whatever is asked is the whole way. */
function gapTo({ from, to }: Recommendation): number {
  return from === 'na' ? to : to - from;
}

/** Of two equal gaps, the lowest answer first. */
function missingTo({ from }: Recommendation): number {
  return from === 'na' ? 0 : 3 - from;
}

function isIn(accepted: readonly Grade[], grade: Grade | null): boolean {
  return grade !== null && accepted.includes(grade);
}

function reaches(grade: Grade | null, to: Level): boolean {
  return grade !== null && grade !== 'na' && grade >= to;
}

/** “Pour atteindre le niveau suivant”: what to do for each level on the way. */
export function adviceFor({ criterion, from, to }: Pick<Recommendation, 'criterion' | 'from' | 'to'>): readonly Text[] {
  if (criterion.kind === 'compliance') return criterion.advice === null ? [] : [criterion.advice];
  const { toReach } = criterion;
  return ([1, 2, 3] as const)
    .filter((level) => level <= to && (from === 'na' || level > from))
    .map((level) => toReach[level]);
}
