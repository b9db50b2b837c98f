import { compliant } from '../../domain/referential/level.ts';
import type { Criterion } from './fields.ts';
import { say } from './markup.ts';

const SIGNS = {
  good: 'fr-icon-checkbox-circle-fill',
  low: 'fr-icon-arrow-right-up-line',
  none: 'fr-icon-subtract-line',
} as const;

/** What follows from the level chosen: each choice carries its sentence, so that no rule is written here. */
export function sayConsequence({ article, radios }: Criterion): void {
  const chosen = radios.find(({ checked }) => checked);
  const line = article.querySelector<HTMLElement>('[data-consequence]');
  article.querySelector('[data-after]')?.toggleAttribute('hidden', chosen === undefined);
  if (chosen === undefined || line === null) return;
  const { tone, words } = consequenceOf(article, chosen);
  line.classList.toggle('cv-gapline--ok', tone === 'good');
  line.classList.toggle('cv-gapline--low', tone !== 'good');
  const sign = line.querySelector('[data-sign]');
  if (sign !== null) sign.className = `${SIGNS[tone]} fr-icon--sm`;
  say(line.querySelector('[data-line]'), words);
}

function consequenceOf({ dataset }: HTMLElement, chosen: HTMLInputElement) {
  // Q6: complying is not enough while a type of proof is missing.
  if (Number(chosen.value) === compliant && Number(dataset.missingProofs ?? 0) > 0) {
    return { tone: 'none', words: dataset.awaiting ?? '' } as const;
  }
  const tone = chosen.dataset.tone === 'good' || chosen.dataset.tone === 'low' ? chosen.dataset.tone : 'none';
  return { tone, words: chosen.dataset.line ?? '' } as const;
}
