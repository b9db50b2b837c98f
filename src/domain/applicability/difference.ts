import { holds } from '../condition/evaluate.ts';
import { type Fact, facts } from '../condition/facts.ts';
import type { Profile } from '../profile/profile.ts';
import type { Answer, Answers } from '../referential/level.ts';
import type { Criterion } from '../referential/questionnaire.ts';
import type { Scope, ScopedCriterion } from './scope.ts';

/** A criterion that a change of profile shows or hides. */
export interface CriterionChange {
  readonly criterion: Criterion;
  /** Kept from before if it appears again, to be dropped if it vanishes (P5). */
  readonly answer: Answer | null;
  /** The new answers of the profile that decide it. */
  readonly reasons: readonly Fact[];
}

export interface ApplicabilityDifference {
  readonly appear: readonly CriterionChange[];
  readonly vanish: readonly CriterionChange[];
  readonly unchanged: readonly Criterion[];
}

/**
 * P5: what a change of qualification or orientation does to one questionnaire. `scopes` are those of all the démarches
 * that ask it of this subject: since they share its answers (D2), a criterion vanishes when none of them asks it any more.
 */
export function applicabilityDifference(
  scopes: readonly Scope[],
  before: Profile,
  after: Profile,
  answers: Answers,
): ApplicabilityDifference {
  const appear: CriterionChange[] = [];
  const vanish: CriterionChange[] = [];
  const unchanged: Criterion[] = [];
  for (const [code, asked] of byCode(scopes)) {
    const shownBefore = asked.some(({ when }) => holds(when, before));
    const shownAfter = asked.some(({ when }) => holds(when, after));
    const criterion = asked[0].criterion;
    if (shownBefore === shownAfter) {
      if (shownAfter) unchanged.push(criterion);
      continue;
    }
    const deciding = asked.filter(({ when }) => holds(when, after) === shownAfter);
    const change = { criterion, answer: answers[code] ?? null, reasons: reasonsOf(deciding, after) };
    (shownAfter ? appear : vanish).push(change);
  }
  return { appear, vanish, unchanged };
}

/** P5: the answers that still count; those to criteria that vanished go at the next save or validation. */
export function keptAnswers(scopes: readonly Scope[], profile: Profile, answers: Answers): Answers {
  const shown = new Set(
    [...byCode(scopes)].filter(([, asked]) => asked.some(({ when }) => holds(when, profile))).map(([code]) => code),
  );
  return Object.fromEntries(Object.entries(answers).filter(([code]) => shown.has(code)));
}

function byCode(scopes: readonly Scope[]): ReadonlyMap<string, readonly [ScopedCriterion, ...ScopedCriterion[]]> {
  const all = new Map<string, [ScopedCriterion, ...ScopedCriterion[]]>();
  for (const scoped of scopes.flatMap(({ criteria }) => criteria)) {
    const asked = all.get(scoped.criterion.code);
    if (asked) asked.push(scoped);
    else all.set(scoped.criterion.code, [scoped]);
  }
  return all;
}

function reasonsOf(deciding: readonly ScopedCriterion[], profile: Profile): readonly Fact[] {
  const all = deciding.flatMap(({ when }) => (when === null ? [] : facts(when, profile)));
  return [...new Map(all.map((fact) => [fact.question, fact])).values()];
}
