import type { Condition } from '../domain/condition/condition.ts';
import { formatList } from '../domain/french/list.ts';
import { plural } from '../domain/french/plural.ts';
import type { Questions } from '../domain/profile/questions.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { CriteriaQuestionnaire, DepositQuestionnaire } from '../domain/referential/questionnaire.ts';
import type { Asked } from './requirements.ts';
import { conditionSentence, type Sentence, textOf } from './sentence.ts';

/** When an item is asked: in one sentence where démarches agree; those that have a condition of their own tell it. */
export interface Shown {
  readonly sentence: Sentence | null;
  readonly byDemarche: ReadonlyMap<Demarche, Sentence>;
}

interface Item {
  readonly kind: CriteriaQuestionnaire['kind'] | DepositQuestionnaire['kind'];
  readonly asked: readonly Asked[];
}

/** `demarches` are those for which the questionnaire is read: some may leave this item out. */
export function shownIn(demarches: readonly Demarche[], { kind, asked }: Item, questions: Questions): Shown {
  const { lead, item } = words[kind];
  const groups = agreeing(lead, asked, questions);
  const [first, second] = groups;
  if (first === undefined) {
    return { sentence: [{ text: `Aucune démarche ne demande ${item}.`, href: null }], byDemarche: new Map() };
  }
  const leavingOut = demarches.filter((demarche) => !asked.some((one) => one.demarche === demarche));
  if (second?.demarches.length === first.demarches.length) {
    return { sentence: leavingOutSentence(leavingOut, item), byDemarche: sentences(lead, groups, questions) };
  }
  const others = groups.slice(1);
  const unless = exceptions(
    others.flatMap((group) => group.demarches),
    leavingOut,
    item,
  );
  return {
    sentence: conditionSentence(lead, first.when, questions, { unless }),
    byDemarche: sentences(lead, others, questions),
  };
}

interface Group {
  readonly when: Condition | null;
  readonly demarches: readonly Demarche[];
}

/** The démarches by what they say, the most numerous first. */
function agreeing(lead: string, asked: readonly Asked[], questions: Questions): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { demarche, when } of asked) {
    const said = textOf(conditionSentence(lead, when, questions));
    groups.set(said, { when, demarches: [...(groups.get(said)?.demarches ?? []), demarche] });
  }
  return [...groups.values()].toSorted((one, other) => other.demarches.length - one.demarches.length);
}

function sentences(lead: string, groups: readonly Group[], questions: Questions): Shown['byDemarche'] {
  return new Map(
    groups.flatMap(({ when, demarches }) =>
      demarches.map((demarche) => [demarche, conditionSentence(lead, when, questions)] as const),
    ),
  );
}

/** “, sauf dans la démarche « A », qui a sa propre condition” */
function exceptions(differing: readonly Demarche[], leavingOut: readonly Demarche[], item: string): string {
  const parts = [
    differing.length === 0
      ? ''
      : `dans ${named(differing, 'la démarche', 'les démarches')}, ${plural(differing.length, 'qui a sa propre condition', 'qui ont leur propre condition')}`,
    leavingOut.length === 0
      ? ''
      : `dans ${named(leavingOut, 'la démarche', 'les démarches')}, ${plural(leavingOut.length, 'qui ne demande', 'qui ne demandent')} pas ${item}`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `, sauf ${parts.join(', et ')}`;
}

function leavingOutSentence(demarches: readonly Demarche[], item: string): Sentence | null {
  if (demarches.length === 0) return null;
  const subject = named(demarches, 'La démarche', 'Les démarches');
  return [{ text: `${subject} ne ${plural(demarches.length, 'demande', 'demandent')} pas ${item}.`, href: null }];
}

function named(demarches: readonly Demarche[], one: string, many: string): string {
  const titles = formatList(demarches.map(({ title }) => `«\u00a0${title}\u00a0»`));
  return `${plural(demarches.length, one, many)} ${titles}`;
}

const words = {
  maturity: { lead: 'Affiché', item: 'ce critère' },
  compliance: { lead: 'Affichée', item: 'cette exigence' },
  deposit: { lead: 'Demandé', item: 'ce document' },
} as const;
