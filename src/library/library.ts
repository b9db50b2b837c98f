import { counted } from '../domain/french/plural.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { filterModel } from './filter.ts';
import type { PublicFiles } from './given.ts';
import { kept } from './kept.ts';
import type { ListModel } from './models/list.ts';
import type { QuestionnaireModel } from './models/questionnaire.ts';
import { listModel } from './overview.ts';
import { openReading, type Reading } from './reading.ts';
import { searchResults } from './search.ts';
import { narrowed } from './sections.ts';

/** Q10: the public library. */
export interface Library {
  list(query: string): ListModel;
  reading(slug: string): Reading | null;
  /** Null when no questionnaire has this name. A démarche that does not ask it is no filter. */
  questionnaire(slug: string, asked: { demarche: string; query: string }): QuestionnaireModel | null;
}

export function openLibrary(referential: Referential, files: PublicFiles): Library {
  const readings = new Map(
    inOrder(referential).map((questionnaire) => [questionnaire.id, openReading(questionnaire, referential, files)]),
  );
  const overview = kept(() => listModel(referential, [...readings.values()]));
  return {
    list: (query) => {
      const model = overview(null);
      if (query === '') return model;
      const results = searchResults([...readings.values()], query);
      const count = results.reduce((sum, { items }) => sum + items.length, 0);
      return { ...model, query, results, found: counted(count, 'résultat', 'résultats') };
    },
    reading: (slug) => readings.get(slug) ?? null,
    questionnaire: (slug, { demarche, query }) => {
      const reading = readings.get(slug);
      if (!reading) return null;
      const chosen = reading.demarches.find(({ id }) => id === demarche) ?? null;
      const all = reading.sections(chosen);
      const { kind } = reading.questionnaire;
      const speaking = reading.speaking(query);
      const sections = query === '' ? all : narrowed(kind, all, ({ id }) => speaking.has(id));
      return { ...reading.head, filter: filterModel(reading, chosen, query, sections), sections };
    },
  };
}

/** As the first démarche that asks them does; those that none asks come last. */
function inOrder({ demarches, questionnaires }: Referential): readonly Questionnaire[] {
  const asked = demarches.flatMap(({ entries }) => entries.map(({ questionnaire }) => questionnaire));
  return [...new Set([...asked, ...questionnaires.keys()])].flatMap((id) => questionnaires.get(id) ?? []);
}
