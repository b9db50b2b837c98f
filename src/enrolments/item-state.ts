import { isOutOfDate } from '../domain/projection/out-of-date.ts';
import { progressStates, toUpdate } from '../subjects/words.ts';
import type { StateProps } from '../web/components.ts';
import type { Kept, KeptItem } from './store.ts';
import { revalidatedWords } from './words.ts';

/** Q3: it waits for whoever may validate. */
const handedOver: StateProps = { kind: 'wait', label: 'Validation demandée' };

/** D4: how far a questionnaire is, and why where that needs saying: J5, what its projection was made from has changed. */
export function itemState(
  { projected, requested }: Pick<Kept, 'projected' | 'requested'>,
  { act, questionnaire, state }: Pick<KeptItem, 'act' | 'questionnaire' | 'state'>,
): { readonly state: StateProps; readonly why: string } {
  if (requested.some((one) => one.questionnaire === questionnaire && one.act === act)) {
    return { state: handedOver, why: '' };
  }
  const late =
    act === 'PROJECTION' ? projected.find((one) => one.questionnaire === questionnaire && isOutOfDate(one)) : undefined;
  return late === undefined
    ? { state: progressStates[state], why: '' }
    : { state: toUpdate, why: revalidatedWords(late) };
}
