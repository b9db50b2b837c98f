import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { ItemModel, SectionModel } from './models/section.ts';
import { countOf } from './words.ts';

/** A section with what it holds counted, the sections inside it included. */
export function withCount(
  kind: Questionnaire['kind'],
  section: Omit<SectionModel, 'total' | 'count' | 'view'>,
): SectionModel {
  const total = section.items.length + totalOf(section.sections);
  return { ...section, view: views[kind], total, count: countOf(kind, total) };
}

/** Only the items to keep, and the sections that still hold some. */
export function narrowed(
  kind: Questionnaire['kind'],
  sections: readonly SectionModel[],
  keep: (item: ItemModel) => boolean,
): readonly SectionModel[] {
  return sections
    .map((section) =>
      withCount(kind, {
        ...section,
        items: section.items.filter(keep),
        sections: narrowed(kind, section.sections, keep),
      }),
    )
    .filter(({ total }) => total > 0);
}

export function totalOf(sections: readonly SectionModel[]): number {
  return sections.reduce((sum, { total }) => sum + total, 0);
}

/** In reading order. */
export function itemsOf(sections: readonly SectionModel[]): readonly ItemModel[] {
  return sections.flatMap(({ items, sections: inside }) => [...items, ...itemsOf(inside)]);
}

const views = {
  maturity: 'library/maturity',
  compliance: 'library/compliance',
  deposit: 'library/document',
  form: 'library/question',
} as const;
