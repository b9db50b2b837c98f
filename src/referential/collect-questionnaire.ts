import type { z } from 'zod';
import type { Criterion, Section } from '../domain/referential/questionnaire.ts';
import { parse } from './parse.ts';
import { type QuestionnaireFile, questionnaireFile } from './schemas/questionnaire.ts';
import { complianceSection, maturitySection, placed } from './schemas/section.ts';
import { inside, type Mistake, type Place, type Source } from './source.ts';

export interface WrittenQuestionnaire {
  readonly value: QuestionnaireFile;
  readonly place: Place;
  /** Where each top section is: in the questionnaire's file, or in one of its own. */
  readonly sectionPlaces: readonly Place[];
}

/** A long questionnaire is a folder: questionnaire.yaml, and sections/*.yaml in order of name. All are read, even if the first is wrong. */
export function readQuestionnaire(
  source: Source,
  apart: readonly Source[],
  mistakes: Mistake[],
): WrittenQuestionnaire | null {
  const value = parse(source, questionnaireFile, mistakes);
  const place: Place = { source, path: [] };
  if (writtenKind(source) === 'compliance') {
    const more = readSections(apart, complianceSection, mistakes);
    return value?.kind === 'compliance' ? { place, ...whole(value, place, more) } : null;
  }
  const more = readSections(apart, maturitySection, mistakes);
  if (value?.kind === 'maturity') return { place, ...whole(value, place, more) };
  return value?.kind === 'deposit' ? { place, value, sectionPlaces: [] } : null;
}

interface SectionApart<C extends Criterion> {
  readonly section: Section<C>;
  readonly place: Place;
}

function readSections<C extends Criterion>(
  sources: readonly Source[],
  schema: z.ZodType<Section<C>>,
  mistakes: Mistake[],
) {
  return sources.flatMap((source): SectionApart<C>[] => {
    const section = parse(source, schema, mistakes);
    return section === null ? [] : [{ section, place: { source, path: [] } }];
  });
}

function whole<C extends Criterion, Q extends { readonly sections: readonly Section<C>[] }>(
  questionnaire: Q,
  place: Place,
  apart: readonly SectionApart<C>[],
) {
  const inline = questionnaire.sections.map((section, index) => ({ section, place: inside(place, 'sections', index) }));
  const all = [...inline, ...apart];
  return {
    value: { ...questionnaire, sections: all.map(({ section }) => placed(section, null)) },
    sectionPlaces: all.map((one) => one.place),
  };
}

function writtenKind({ content }: Source): unknown {
  return typeof content === 'object' && content !== null && 'kind' in content ? content.kind : null;
}
