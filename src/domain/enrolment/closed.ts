import { waitsFor } from '../applicability/entries.ts';
import type { Demarche } from '../referential/demarche.ts';
import type { Item } from './items.ts';

type Asked = Pick<Item, 'questionnaire' | 'act'>;

/** D3, G4: the evaluations to validate before one of the items that a subject is asked opens; none when it is open. */
export function opensAfter(
  { entries }: Pick<Demarche, 'entries'>,
  { questionnaire, act }: Asked,
  items: readonly Asked[],
  validated: ReadonlySet<string>,
): readonly string[] {
  if (act === 'PROJECTION') return validated.has(questionnaire) ? [] : [questionnaire];
  const asked = entries.filter((entry) => items.some((item) => item.questionnaire === entry.questionnaire));
  const entry = asked.find((one) => one.questionnaire === questionnaire);
  return entry === undefined ? [] : waitsFor(entry, asked, validated);
}
