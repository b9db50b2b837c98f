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
  const tone = chosen.dataset.tone === 'good' || chosen.dataset.tone === 'low' ? chosen.dataset.tone : 'none';
  line.classList.toggle('cv-gapline--ok', tone === 'good');
  line.classList.toggle('cv-gapline--low', tone !== 'good');
  const sign = line.querySelector('[data-sign]');
  if (sign !== null) sign.className = `${SIGNS[tone]} fr-icon--sm`;
  say(line.querySelector('[data-line]'), chosen.dataset.line ?? '');
}
