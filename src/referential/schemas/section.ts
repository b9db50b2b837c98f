import { z } from 'zod';
import type { Criterion, Section } from '../../domain/referential/questionnaire.ts';
import { when } from './condition.ts';
import { complianceCriterion, maturityCriterion } from './criterion.ts';
import { code, flagged, id, optional, sentence, text } from './scalars.ts';
import { links, picture } from './text.ts';

/** As written: `id` is still the code, and the axis may be that of a section above. */
function sectionOf<C extends Criterion>(criterion: z.ZodType<C>): z.ZodType<Section<C>> {
  const section: z.ZodType<Section<C>> = z.lazy(() =>
    z
      .strictObject({
        code,
        title: text,
        introduction: optional(sentence),
        target: optional(sentence),
        links,
        picture: optional(picture),
        axis: optional(id),
        when,
        mayBeNotApplicable: flagged(false),
        sections: z.array(section).default([]),
        criteria: z.array(criterion).default([]),
      })
      .transform((rest) => ({ id: rest.code, ...rest })),
  );
  return section;
}

export const maturitySection = sectionOf(maturityCriterion);
export const complianceSection = sectionOf(complianceCriterion);

/** In its place: named from the top, and on the axis of the section above unless it has its own. */
export function placed<C extends Criterion>(section: Section<C>, above: Section<C> | null): Section<C> {
  const here = {
    ...section,
    id: above === null ? section.code : `${above.id}/${section.code}`,
    axis: section.axis ?? above?.axis ?? null,
  };
  return { ...here, sections: section.sections.map((inner) => placed(inner, here)) };
}
