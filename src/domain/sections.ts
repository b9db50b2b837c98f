import type { ApplicableCriterion } from './applicability/applicable.ts';
import type { Completion } from './completion.ts';
import type { Answered } from './enrolment/work.ts';

/** Q5: the counter of each section, those inside it included; by the section's id. */
export function sectionCounters(
  criteria: readonly ApplicableCriterion[],
  { missing }: Completion,
): ReadonlyMap<string, { readonly done: number; readonly total: number }> {
  const incomplete = new Set(missing.flatMap((one) => ('code' in one ? [one.code] : [])));
  const counters = new Map<string, { done: number; total: number }>();
  for (const { code, sections } of criteria) {
    for (const { id } of sections) {
      const counter = counters.get(id) ?? { done: 0, total: 0 };
      counter.total += 1;
      if (!incomplete.has(code)) counter.done += 1;
      counters.set(id, counter);
    }
  }
  return counters;
}

/** Q5: the criteria that sections switched to N/A answer for, with the section of each. */
export function coveredCriteria(
  criteria: readonly ApplicableCriterion[],
  switched: Answered['switched'],
): ReadonlyMap<string, string> {
  return new Map(
    criteria.flatMap(({ code, sections }) => {
      const over = sections.find(({ id, mayBeNotApplicable }) => mayBeNotApplicable && id in switched);
      return over === undefined ? [] : [[code, over.id]];
    }),
  );
}

/**
 * Q5: what is answered once sections switched to N/A answer for their criteria, with their reason as the comment. What was answered
 * in them is left as it was, so that switching a section back restores it.
 */
export function withSwitchedSections(criteria: readonly ApplicableCriterion[], answered: Answered): Answered {
  const covered = [...coveredCriteria(criteria, answered.switched)];
  if (covered.length === 0) return answered;
  const { answers, evidence, switched } = answered;
  const comments = covered.map(([code, section]) => [code, switched[section] ?? '']);
  return {
    ...answered,
    answers: { ...answers, ...Object.fromEntries(covered.map(([code]) => [code, { kind: 'na' } as const])) },
    evidence: {
      ...evidence,
      comments: { ...evidence.comments, ...Object.fromEntries(comments) },
      undecided: evidence.undecided.filter((code) => !covered.some(([one]) => one === code)),
    },
  };
}
