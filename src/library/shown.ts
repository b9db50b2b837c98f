import type { Condition } from '../domain/condition/condition.ts';
import { formatList } from '../domain/french/list.ts';
import { plural } from '../domain/french/plural.ts';
import type { Questions } from '../domain/profile/questions.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { CriteriaQuestionnaire, DepositQuestionnaire } from '../domain/referential/questionnaire.ts';
import type { Asked } from './requirements.ts';
import { conditionSentence, type Sentence, textOf } from './sentence.ts';

/** When an item is asked: in one sentence where all démarches agree, else beside each of them. */
export interface Shown {
  readonly sentence: Sentence | null;
  /** Empty where the sentence is true of them all. */
  readonly byDemarche: ReadonlyMap<Demarche, Sentence>;
}

interface Item {
  readonly kind: CriteriaQuestionnaire['kind'] | DepositQuestionnaire['kind'];
  /** Its condition in the questionnaire: what counts while no démarche asks it. */
  readonly own: Condition | null;
  readonly asked: readonly Asked[];
}

/** `demarches` are those for which the questionnaire is read: some may leave this item out. */
export function shownIn(demarches: readonly Demarche[], { kind, own, asked }: Item, questions: Questions): Shown {
  const { lead, item } = words[kind];
  const sentences = new Map(asked.map(({ demarche, when }) => [demarche, conditionSentence(lead, when, questions)]));
  const leavingOut = asked.length === 0 ? [] : demarches.filter((demarche) => !sentences.has(demarche));
  const without = leavingOutWords(leavingOut, item);
  const [common = conditionSentence(lead, own, questions), ...others] = sentences.values();
  if (others.some((sentence) => textOf(sentence) !== textOf(common)))
    return { sentence: without === '' ? null : [{ text: without, href: null }], byDemarche: sentences };
  return {
    sentence: without === '' ? common : [...common, { text: ` ${without}`, href: null }],
    byDemarche: new Map(),
  };
}

function leavingOutWords(demarches: readonly Demarche[], item: string): string {
  if (demarches.length === 0) return '';
  const titles = formatList(demarches.map(({ title }) => `«\u00a0${title}\u00a0»`));
  const count = demarches.length;
  return `${plural(count, 'La démarche', 'Les démarches')} ${titles} ne ${plural(count, 'demande', 'demandent')} pas ${item}.`;
}

const words = {
  maturity: { lead: 'Affiché', item: 'ce critère' },
  compliance: { lead: 'Affichée', item: 'cette exigence' },
  deposit: { lead: 'Demandé', item: 'ce document' },
} as const;
