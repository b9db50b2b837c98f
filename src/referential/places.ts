import type { Criterion, Section } from '../domain/referential/questionnaire.ts';
import type { WrittenQuestionnaire } from './collect-questionnaire.ts';
import { inside, type Place } from './source.ts';

export interface SectionAt {
  readonly section: Section;
  readonly above: readonly Section[];
  readonly place: Place;
}

/** Every section of a questionnaire with the place where it is written, each before those that it holds. */
export function sectionsAt({ value, sectionPlaces }: WrittenQuestionnaire): readonly SectionAt[] {
  if (value.kind === 'deposit') return [];
  const walk = (section: Section, above: readonly Section[], place: Place): SectionAt[] => [
    { section, above, place },
    ...section.sections.flatMap((inner, index) => walk(inner, [...above, section], inside(place, 'sections', index))),
  ];
  return value.sections.flatMap((section, index) => {
    const place = sectionPlaces[index];
    return place === undefined ? [] : walk(section, [], place);
  });
}

export interface CriterionAt {
  readonly criterion: Criterion;
  /** From the top; the last one holds the criterion. */
  readonly sections: readonly Section[];
  readonly place: Place;
}

export function criteriaAt(questionnaire: WrittenQuestionnaire): readonly CriterionAt[] {
  return sectionsAt(questionnaire).flatMap(({ section, above, place }) =>
    section.criteria.map((criterion, index) => ({
      criterion,
      sections: [...above, section],
      place: inside(place, 'criteria', index),
    })),
  );
}
