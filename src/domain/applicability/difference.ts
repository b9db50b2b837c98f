import { holds } from '../condition/evaluate.ts';
import { type Fact, facts } from '../condition/facts.ts';
import type { Profile } from '../profile/profile.ts';
import type { Answer, Answers } from '../referential/level.ts';
import type { Criterion } from '../referential/questionnaire.ts';
import type { ScopedCriterion } from './scope.ts';

/** A criterion and what shows it. */
export type Asked = Pick<ScopedCriterion, 'criterion' | 'when'>;

/** What one démarche asks of a questionnaire, as far as showing and hiding goes. */
export interface AskedScope {
  readonly criteria: readonly Asked[];
}

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
  scopes: readonly AskedScope[],
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
export function keptAnswers(scopes: readonly AskedScope[], profile: Profile, answers: Answers): Answers {
  const shown = shownCodes(scopes, profile);
  return Object.fromEntries(Object.entries(answers).filter(([code]) => shown.has(code)));
}

/** Those that at least one of these démarches asks of this profile. */
export function shownCodes(scopes: readonly AskedScope[], profile: Profile): ReadonlySet<string> {
  const shown = scopes.flatMap(({ criteria }) => criteria.filter(({ when }) => holds(when, profile)));
  return new Set(shown.map(({ criterion }) => criterion.code));
}

function byCode(scopes: readonly AskedScope[]): ReadonlyMap<string, readonly [Asked, ...Asked[]]> {
  const all = new Map<string, [Asked, ...Asked[]]>();
  for (const scoped of scopes.flatMap(({ criteria }) => criteria)) {
    const asked = all.get(scoped.criterion.code);
    if (asked) asked.push(scoped);
    else all.set(scoped.criterion.code, [scoped]);
  }
  return all;
}

function reasonsOf(deciding: readonly Asked[], profile: Profile): readonly Fact[] {
  const all = deciding.flatMap(({ when }) => (when === null ? [] : facts(when, profile)));
  return [...new Map(all.map((fact) => [fact.question, fact])).values()];
}
