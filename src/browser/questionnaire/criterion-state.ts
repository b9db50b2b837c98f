import type { Criterion } from './fields.ts';
import { icon, make, say } from './markup.ts';
import type { Way } from './saving.ts';

/** In the criterion itself: who answered and when, or that it is not saved yet. */
export function sayWay({ article, radios }: Criterion, way: Way, kept: boolean): void {
  const unsaved = way.kind === 'failed' || way.kind === 'refused';
  article.classList.toggle('cv-crit--unsaved', unsaved);
  for (const radio of radios) {
    const pending = radio.checked && (unsaved || way.kind === 'conflict');
    radio.closest('.cv-tile, .cv-answer')?.classList.toggle('cv-tile--pending', pending);
  }
  const who = article.querySelector<HTMLElement>('[data-who]');
  if (who === null) return;
  const local = who.querySelector('.cv-flaglocal');
  if (unsaved && local === null) {
    const words = kept ? 'Gardé sur cet appareil, pas encore enregistré' : 'Pas encore enregistré';
    who.replaceChildren(make('span', { class: 'cv-flaglocal' }, icon('fr-icon-device-line'), words));
  }
  if (!unsaved && local !== null) who.replaceChildren();
}

/** What somebody else answered was taken. */
export function sayTheirs({ article }: Criterion, by: string, when: string): void {
  say(article.querySelector('[data-who]'), `${by}, ${when}`);
}

/** It was saved today at this hour, by whoever is here. */
export function sayWho({ article }: Criterion, hour: string): void {
  say(article.querySelector('[data-who]'), `Vous, aujourd’hui à ${hour}`);
}
