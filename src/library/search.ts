import { paths } from '../web/paths.ts';
import type { ResultsModel } from './models/list.ts';
import type { Reading } from './reading.ts';
import { itemsOf } from './sections.ts';
import { countOf } from './words.ts';

/** Every criterion, document and question where each word is found, by questionnaire; each links to its place. */
export function searchResults(readings: readonly Reading[], query: string): readonly ResultsModel[] {
  return readings
    .map((reading) => {
      const href = paths.questionnaire({ slug: reading.questionnaire.id });
      const speaking = reading.speaking(query);
      const items = itemsOf(reading.sections(null)).filter(({ id }) => speaking.has(id));
      return {
        title: reading.head.title,
        count: countOf(reading.questionnaire.kind, items.length),
        items: items.map(({ id, code, title, excerpt }) => ({ href: `${href}#${id}`, code, title, excerpt })),
      };
    })
    .filter(({ items }) => items.length > 0);
}
