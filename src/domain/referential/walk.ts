import { both, type Condition } from '../condition/condition.ts';
import type { Criterion, Section } from './questionnaire.ts';

/** A criterion where it stands: the sections above it, from the top, and what all of them together ask to show it. */
export interface PlacedCriterion<C extends Criterion = Criterion> {
  readonly criterion: C;
  readonly sections: readonly Section<C>[];
  readonly axis: string | null;
  readonly when: Condition | null;
}

/** Every criterion of a questionnaire, in reading order. */
export function placedCriteria<C extends Criterion>(
  sections: readonly Section<C>[],
  above: readonly Section<C>[] = [],
): readonly PlacedCriterion<C>[] {
  return sections.flatMap((section) => {
    const here = [...above, section];
    const own = section.criteria.map((criterion) => ({
      criterion,
      sections: here,
      axis: section.axis,
      when: both(...here.map(({ when }) => when), criterion.when),
    }));
    return [...own, ...placedCriteria(section.sections, here)];
  });
}

/** Every section, each before the ones that it holds. */
export function allSections<C extends Criterion>(sections: readonly Section<C>[]): readonly Section<C>[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}
