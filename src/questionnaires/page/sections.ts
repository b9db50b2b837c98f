import { sectionAnchor } from '../../answers/anchors.ts';
import { formatRelative } from '../../domain/french/dates.ts';
import { plural } from '../../domain/french/plural.ts';
import type { Section } from '../../domain/referential/questionnaire.ts';
import { paragraphs, type Text } from '../../domain/referential/text.ts';
import type { SectionModel, SwitchModel } from '../models.ts';
import { switchState } from '../sent.ts';
import { cellsOf } from './cells.ts';
import { criterionModel, type Kit } from './criterion.ts';
import type { Shown, ShownCriterion } from './shown.ts';

/** The sections that hold these criteria, nested as the questionnaire nests them. */
export function sectionModels(kit: Kit, shown: Shown, criteria: readonly ShownCriterion[]): readonly SectionModel[] {
  return inside(kit, shown, criteria, 0);
}

/** `depth`: how many sections are around. */
function inside(kit: Kit, shown: Shown, criteria: readonly ShownCriterion[], depth: number): readonly SectionModel[] {
  return groupedBy(criteria, depth).map(([section, within]) => {
    const level = depth + 2;
    const deeper = within.filter(({ sections }) => sections.length > depth + 1);
    const { done, total } = shown.counters.get(section.id) ?? { done: 0, total: 0 };
    const words = countWords[shown.sheet.questionnaire.kind === 'maturity' ? 'maturity' : 'compliance'];
    return {
      id: sectionAnchor(section.id),
      section: section.id,
      level,
      title: sectionTitle(section),
      count: words.count(done, total),
      words: words.around(total),
      cells: cellsOf(kit, within, false),
      about: aboutOf(kit, shown, section),
      switch: section.mayBeNotApplicable ? switchModel(shown, section) : null,
      criteria: within
        .filter(({ sections }) => sections.length === depth + 1)
        .map((one) => criterionModel(kit, shown, one, level + 1)),
      sections: inside(kit, shown, deeper, depth + 1),
    };
  });
}

export function sectionTitle({ code, title }: Pick<Section, 'code' | 'title'>): string {
  return [code, title].filter(Boolean).join(' ');
}

/** In reading order. */
export function groupedBy(
  criteria: readonly ShownCriterion[],
  depth: number,
): readonly (readonly [Section, readonly ShownCriterion[]])[] {
  const groups = new Map<string, [Section, ShownCriterion[]]>();
  for (const one of criteria) {
    const section = one.sections[depth];
    if (section === undefined) continue;
    const group = groups.get(section.id);
    if (group) group[1].push(one);
    else groups.set(section.id, [section, [one]]);
  }
  return [...groups.values()];
}

/** « 4/4 critères renseignés »; Q5: « Exigences complétées (2/4) ». */
const countWords = {
  maturity: {
    count: (done: number, total: number) => `${done}/${total}`,
    around: (total: number) => ['', plural(total, ' critère renseigné', ' critères renseignés')] as const,
  },
  compliance: {
    count: (done: number, total: number) => `(${done}/${total})`,
    around: () => ['Exigences complétées ', ''] as const,
  },
} as const;

function aboutOf({ prepare, files }: Kit, { sheet }: Shown, section: Section): SectionModel['about'] {
  return prepare('questionnaires/section-about', [sheet.questionnaire.id, section.id], () => ({
    title: sectionTitle(section),
    introduction: optional(section.introduction),
    target: optional(section.target),
    links: section.links,
    picture:
      section.picture === null
        ? null
        : { src: files.url(section.picture.file), alternative: section.picture.alternative },
  }));
}

/** Q5. */
function switchModel({ switches, moved, errors, now, reader }: Shown, section: Section): SwitchModel {
  const on = switches.get(section.id) ?? null;
  const typed = moved.get(section.id);
  const by = on === null ? '' : 'switchedById' in on && on.switchedById === reader.id ? 'vous' : on.switchedBy;
  return {
    section: section.id,
    on: typed === undefined ? on !== null : typed.reason !== null,
    reason: typed?.written ?? on?.reason ?? '',
    words:
      on === null
        ? ''
        : `Section déclarée non applicable par ${by}, ${formatRelative(on.switchedAt, now)}. La réactiver rétablit vos réponses.`,
    state: switchState(on),
    about: sectionTitle(section),
    errors: errors.filter(({ field }) => field === `raison.${section.id}`),
  };
}

function optional(text: Text | null): readonly string[] {
  return text === null ? [] : paragraphs(text);
}
