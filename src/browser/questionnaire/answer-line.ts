import { gradeOf } from '../../domain/referential/level.ts';
import { levelIcon } from './cells.ts';
import type { Criterion } from './fields.ts';
import { make } from './markup.ts';

/** A criterion in one line: what was answered to it, and « Modifier ». */
export function answerLine(criterion: Criterion, modify: () => void): HTMLElement {
  const { article, code, said, radios, recommended } = criterion;
  const { answer } = said();
  const words = labelWords(radios.find(({ checked }) => checked));
  const title = textOf(article.querySelector('.cv-crit__title')).replace(code, '').trim();
  const button = make(
    'button',
    { class: 'fr-btn fr-btn--tertiary-no-outline fr-btn--sm', type: 'button' },
    'Modifier',
    make('span', { class: 'fr-sr-only' }, ` la réponse à ${code}`),
  );
  button.addEventListener('click', modify);
  const below = criterion.kind === 'maturity' && answer?.kind === 'level' && answer.level < recommended;
  return make(
    'ul',
    { class: 'cv-done' },
    make(
      'li',
      {},
      make('span', { class: 'cv-code' }, code),
      make(
        'span',
        { class: 'cv-done__title' },
        title,
        make('span', { class: 'cv-done__say' }, words.say || words.name),
      ),
      make('span', { class: 'cv-done__gap' }, below ? `recommandé\u00a0: ${recommended}` : ''),
      make(
        'span',
        { class: 'cv-row' },
        ...(answer === null ? [] : [chipOf(String(gradeOf(answer)), words.name)]),
        button,
      ),
    ),
  );
}

/** As `components/level` draws it without words. */
function chipOf(level: string, name: string): HTMLElement {
  const chip = make('span', { class: 'cv-chip', 'data-level': level });
  const number = make('span', { 'aria-hidden': 'true' }, level === 'na' ? 'N/A' : level);
  chip.append(levelIcon(level), number, make('span', { class: 'fr-sr-only' }, name));
  return chip;
}

/** What a choice is called, and what it says where it says more: « Niveau 2, jaune, moyen », and the wording of the level. */
export function labelWords(radio: HTMLInputElement | undefined): { readonly name: string; readonly say: string } {
  const label = radio?.labels?.[0];
  if (label === undefined) return { name: '', say: '' };
  const name = label.querySelector('.cv-tile__name');
  if (name === null) return { name: textOf(label), say: '' };
  const [small, ...rest] = [...name.querySelectorAll('small')];
  const meaning = rest.length === 0 ? textOf(small ?? null) : '';
  const title = textOf(name).replace(meaning, '').replace(/,\s*$/, '').trim();
  return { name: `${title}, ${meaning}`, say: textOf(label.querySelector('.cv-tile__say')) };
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replaceAll(/[ \n]+/g, ' ').trim();
}
