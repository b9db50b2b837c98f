import { type Condition, dependencies } from '../domain/condition/condition.ts';
import { inGeneral } from '../domain/condition/words.ts';
import type { Questions } from '../domain/profile/questions.ts';
import { paths } from '../web/paths.ts';
import { questionAnchor } from './anchors.ts';

/** A sentence whose questions link to the form that asks them. */
export type Sentence = readonly { readonly text: string; readonly href: string | null }[];

/** "Affiché si vous répondez « Oui » à la question 11 de la qualification." `within` is the form where it is read. */
export function conditionSentence(
  lead: string,
  when: Condition | null,
  questions: Questions,
  { within = null, unless = '' }: { readonly within?: string | null; readonly unless?: string } = {},
): Sentence {
  if (when === null) return [{ text: `${lead} dans tous les cas${unless}.`, href: null }];
  const links = linksTo(when, questions, within);
  return linked(`${lead} ${inGeneral(when, { questions, within })}${unless}.`, links);
}

/** The words with a link on each citation. */
export function linked(words: string, links: ReadonlyMap<string, string>): Sentence {
  if (links.size === 0) return [{ text: words, href: null }];
  return pieces(words, [...links.keys()]).map((text) => ({ text, href: links.get(text) ?? null }));
}

export function textOf(sentence: Sentence): string {
  return sentence.map(({ text }) => text).join('');
}

/** The words by which a condition cites each of its questions, and where they lead. */
function linksTo(when: Condition, questions: Questions, within: string | null): ReadonlyMap<string, string> {
  return new Map(
    dependencies(when).flatMap((ref) => {
      const indexed = questions.get(ref);
      if (!indexed) return [];
      const { form, question } = indexed;
      const anchor = `#${questionAnchor(question.number)}`;
      const place = `question\u00a0${question.number}`;
      if (form.id === within) return [[place, anchor]];
      return [[`${place} ${form.cited}`, `${paths.questionnaire({ slug: form.id })}${anchor}`]];
    }),
  );
}

/** Cut around the citations, the longest first: « question 1 » also begins « question 10 ». */
function pieces(words: string, citations: readonly string[]): readonly string[] {
  const longestFirst = citations.toSorted((first, second) => second.length - first.length);
  const pattern = longestFirst.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return words.split(new RegExp(`(${pattern})`)).filter((piece) => piece !== '');
}
