import { opensAfter } from '../domain/enrolment/closed.ts';
import { formatList } from '../domain/french/list.ts';
import { plural } from '../domain/french/plural.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { type Card, cardActs } from './acts.ts';
import { itemState } from './item-state.ts';
import type { EnrolmentModel, ItemModel } from './models.ts';
import type { Kept, KeptItem } from './store.ts';
import {
  actWords,
  attainedWords,
  closedWords,
  countWords,
  questionnaireTitle,
  rereadWords,
  sharedLabel,
  sharedWith,
  validatedWords,
} from './words.ts';

/** The questionnaires of a subject in a démarche: a column each, the evaluation then the projection. */
export function matrixOf(
  referential: Referential,
  demarche: Demarche,
  subject: Card['subject'],
  kept: Kept,
): EnrolmentModel['matrix'] {
  const columns = [...new Set(kept.items.map(({ questionnaire }) => questionnaire))];
  const rows = (['EVALUATION', 'PROJECTION'] as const)
    .map((act) => kept.items.filter((item) => item.act === act))
    .filter((items) => items.length > 0)
    .map((items) => ({
      label: items[0] ? actWords[items[0].act] : '',
      cells: columns.map((questionnaire) => {
        const item = items.find((one) => one.questionnaire === questionnaire);
        return item === undefined ? null : itemModel(referential, { demarche, subject }, kept, item);
      }),
    }));
  const caption = `Questionnaires de la démarche ${demarche.title}`;
  return { caption, columns: columns.map((id) => questionnaireTitle(referential, demarche, id)), rows };
}

function itemModel(
  referential: Referential,
  { demarche, subject }: Pick<Card, 'demarche' | 'subject'>,
  kept: Kept,
  item: KeptItem,
): ItemModel {
  const { questionnaire, act, done, total, attained } = item;
  const titleOf = (id: string): string => questionnaireTitle(referential, demarche, id);
  const validation = kept.validations.find((one) => one.questionnaire === questionnaire && one.act === act);
  const reread = act === 'EVALUATION' ? kept.rereadings.find((one) => one.questionnaire === questionnaire) : undefined;
  const validated = new Set(kept.validations.filter((one) => one.act === 'EVALUATION').map((one) => one.questionnaire));
  return {
    title: act === 'PROJECTION' ? `Projection ${titleOf(questionnaire)}` : titleOf(questionnaire),
    done,
    total,
    count: countWords(referential, item),
    ...itemState(kept, item),
    closed: item.closed ? closedWords(act, opensAfter(demarche, item, kept.items, validated).map(titleOf)) : null,
    attained,
    attainedWords: attainedWords(item),
    validated: validation === undefined ? '' : validatedWords(validation),
    reread: reread === undefined ? null : rereadWords(reread),
    shared: act === 'EVALUATION' ? sharedLabel(demarche, sharedWith(referential, demarche, questionnaire)) : '',
    acts: cardActs(referential, { demarche, subject, item, validated: validation !== undefined }),
  };
}

/** D2: what is answered once, and what is not shared. Null where nothing is. */
export function sharedNotice(referential: Referential, demarche: Demarche, kept: Kept): string | null {
  const byPlace = new Map<string, string[]>();
  for (const questionnaire of new Set(kept.items.map((item) => item.questionnaire))) {
    const others = sharedWith(referential, demarche, questionnaire);
    if (others.length === 0) continue;
    const place = parcoursWords(referential, [demarche, ...others]);
    byPlace.set(place, [...(byPlace.get(place) ?? []), questionnaireTitle(referential, demarche, questionnaire)]);
  }
  if (byPlace.size === 0) return null;
  const shared = [...byPlace].map(
    ([place, titles]) =>
      `${formatList(titles)} ${plural(titles.length, 'est commun', 'sont communs')} à des démarches ${place}.`,
  );
  return `${shared.join(' ')} Les réponses apportées dans le cadre de cette démarche seront reprises pour les autres démarches. Les niveaux demandés, eux, dépendent de la démarche.`;
}

function parcoursWords({ parcours }: Referential, demarches: readonly Demarche[]): string {
  const titles = parcours.filter(({ id }) => demarches.some((one) => one.parcours === id)).map(({ title }) => title);
  return `${plural(titles.length, 'du', 'des')} parcours ${formatList(titles)}`;
}
