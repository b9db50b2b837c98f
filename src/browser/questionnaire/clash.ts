import type { Said } from '../../domain/answers/draft.ts';
import { formatRelative } from '../../domain/french/dates.ts';
import { gradeOf } from '../../domain/referential/level.ts';
import { labelWords } from './answer-line.ts';
import { levelIcon } from './cells.ts';
import type { Criterion } from './fields.ts';
import { make, say } from './markup.ts';

/** One of two answers to a criterion, with who gave it and when. */
export interface Side {
  readonly said: Said;
  /** « Votre réponse », « Réponse de Nina Blanc » */
  readonly by: string;
  readonly when: string;
  /** The words of the button that chooses it; it is followed by the criterion’s code. */
  readonly choose: string;
  readonly chosen: () => void;
}

/**
 * Both answers side by side, in the criterion: nobody chooses for the person. It is announced, and not focused: they may be typing
 * elsewhere. Made from the same markup as the server’s (`template#clash`).
 */
export function showClash(criterion: Criterion, title: string, mine: Side, theirs: Side): void {
  const { article } = criterion;
  const template = document.querySelector<HTMLTemplateElement>('template#clash');
  const block = template?.content.querySelector<HTMLElement>('[data-clash]')?.cloneNode(true);
  if (!(block instanceof HTMLElement)) return;
  const heading = block.querySelector<HTMLElement>('.cv-clash__title');
  if (heading !== null) {
    heading.id = `${article.id}-conflit`;
    // What is typed meanwhile changes a side: it is not told again.
    if (article.querySelector('[data-clash]') === null) heading.role = 'alert';
    block.setAttribute('aria-labelledby', heading.id);
    say(heading.lastElementChild, title);
  }
  fill(block.querySelector('[data-mine]'), criterion, mine);
  fill(block.querySelector('[data-theirs]'), criterion, theirs);
  article.querySelector('[data-clash]')?.remove();
  (article.querySelector('[data-after]') ?? article.lastElementChild)?.after(block);
  article.classList.add('cv-crit--clash');
}

export function hideClash({ article, radios }: Criterion): void {
  const block = article.querySelector('[data-clash]');
  if (block === null) return;
  const chosen = radios.find(({ checked }) => checked) ?? radios[0];
  // Whoever chose goes on from the criterion that they settled.
  const settledHere = block.contains(document.activeElement);
  block.remove();
  article.classList.remove('cv-crit--clash');
  if (settledHere) chosen?.focus();
}

function fill(side: Element | null, criterion: Criterion, { said, by, when, choose, chosen }: Side): void {
  if (side === null) return;
  const { answer, comment } = said;
  const level = answer === null ? null : String(gradeOf(answer));
  const words = labelWords(criterion.radios.find(({ value }) => value === level));
  side.firstElementChild?.replaceChildren(make('strong', {}, by), when === '' ? '' : ` · ${when}`);
  const chip = side.querySelector<HTMLElement>('[data-chip]');
  if (chip !== null) {
    chip.hidden = level === null || words.say === '';
    chip.replaceChildren(make('span', { class: 'cv-chip', 'data-level': level ?? 'na' }, words.name));
    chip.firstElementChild?.prepend(levelIcon(level ?? 'na'));
  }
  say(side.querySelector('[data-say]'), level === null ? 'Aucune réponse choisie' : words.say || words.name);
  side.querySelector('[data-say]')?.after(...optionLine(criterion, said));
  side.querySelector('[data-comment]')?.toggleAttribute('hidden', comment === '');
  say(side.querySelector('[data-text]'), comment);
  const button = side.querySelector('button');
  if (button === null) return;
  button.type = 'button';
  button.replaceChildren(choose, make('span', { class: 'fr-sr-only' }, ` à ${criterion.code}`));
  button.addEventListener('click', chosen);
}

function optionLine({ option }: Criterion, { dependsOnOption, optionId }: Said): readonly HTMLElement[] {
  if (!dependsOnOption) return [];
  const chosen = [...(option?.options ?? [])].find(({ value }) => value !== '' && value === optionId);
  return [make('p', {}, `Dépend d’un produit option\u00a0: ${chosen?.text.trim() ?? 'à préciser'}`)];
}

/** « aujourd’hui à 22 h 57 »; nothing where it is not known. */
export function whenWords(at: Date): string {
  return Number.isNaN(at.getTime()) || at.getTime() === 0 ? '' : formatRelative(at, new Date());
}
