import type { Demarche } from '../domain/referential/demarche.ts';
import { address } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { FilterModel } from './models/questionnaire.ts';
import type { SectionModel } from './models/section.ts';
import type { Reading } from './reading.ts';
import { totalOf } from './sections.ts';
import { countOf, kinds } from './words.ts';

/** By démarche and by words; both are in the address, so that what is shown can be kept and shared. */
export function filterModel(
  { questionnaire, demarches }: Reading,
  chosen: Demarche | null,
  query: string,
  sections: readonly SectionModel[],
): FilterModel {
  const path = paths.questionnaire({ slug: questionnaire.id });
  const choice = (label: string, id: string) => ({
    label,
    href: address(path, { demarche: id, q: query }),
    current: id === (chosen?.id ?? ''),
  });
  return {
    path,
    searchLabel: `Chercher parmi les ${kinds[questionnaire.kind].item[1]}`,
    query,
    demarche: chosen?.id ?? '',
    demarches:
      demarches.length > 1
        ? [choice('Toutes les démarches', ''), ...demarches.map(({ id, title }) => choice(title, id))]
        : [],
    shown: [
      countOf(questionnaire.kind, totalOf(sections)),
      chosen === null ? '' : `pour la démarche «\u00a0${chosen.title}\u00a0»`,
      query === '' ? '' : `avec «\u00a0${query}\u00a0»`,
    ]
      .filter(Boolean)
      .join(' '),
    narrowed: chosen !== null || query !== '',
  };
}
