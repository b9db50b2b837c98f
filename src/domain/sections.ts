import type { ApplicableCriterion } from './applicability/applicable.ts';
import type { Completion } from './completion.ts';
import type { Answers } from './referential/level.ts';

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

/**
 * Q5: sections switched to N/A answer for their criteria. What was answered is left as it was, so that switching a section
 * back restores it.
 */
export function withSwitchedSections(
  criteria: readonly ApplicableCriterion[],
  answers: Answers,
  switched: ReadonlySet<string>,
): Answers {
  const covered = criteria.filter(({ sections }) =>
    sections.some(({ id, mayBeNotApplicable }) => mayBeNotApplicable && switched.has(id)),
  );
  return { ...answers, ...Object.fromEntries(covered.map(({ code }) => [code, { kind: 'na' } as const])) };
}
