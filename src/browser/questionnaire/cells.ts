import type { Lack } from '../../domain/answers/lack.ts';
import { type Answer, compliant, gradeOf } from '../../domain/referential/level.ts';

/** What a cell of the rail shows of a criterion. */
export interface Shown {
  readonly kind: 'maturity' | 'compliance';
  readonly answer: Answer | null;
  readonly lack: Lack | null;
  readonly mark: 'unsaved' | 'conflict' | 'error' | 'remark' | null;
}

interface Look {
  readonly classes: readonly string[];
  readonly level: string | null;
  /** A sign, or the icon of a level. */
  readonly sign: string;
  readonly words: string;
}

const MARKS: Readonly<Record<'unsaved' | 'conflict' | 'error' | 'remark', Look>> = {
  unsaved: { classes: ['cv-cell--error'], level: null, sign: '↑', words: 'pas encore enregistré' },
  conflict: { classes: ['cv-cell--clash'], level: null, sign: '⇄', words: 'deux réponses, à départager' },
  error: { classes: ['cv-cell--error'], level: null, sign: '!', words: 'à corriger' },
  remark: { classes: ['cv-cell--error'], level: null, sign: '!', words: 'remarque à traiter' },
};

/** Q5: the three answers of a compliance questionnaire, by their grade. */
const COMPLIANCE = {
  na: { sign: '⊘', words: 'non applicable' },
  0: { sign: '✕', words: 'non conforme' },
  1: { sign: '', words: '' },
  2: { sign: '', words: '' },
  3: { sign: '✓', words: 'conforme' },
};

function lookOf({ kind, answer, lack, mark }: Shown): Look {
  if (mark !== null) return MARKS[mark];
  if (answer === null) return { classes: ['cv-cell--todo'], level: null, sign: '', words: 'à compléter' };
  const grade = gradeOf(answer);
  const level = String(grade);
  if (kind === 'maturity') {
    const words = grade === 'na' ? 'non applicable' : `niveau\u00a0${grade}`;
    if (lack === null) return { classes: [], level, sign: level, words };
    return { classes: ['cv-cell--wait'], level, sign: level, words: `${words}, à compléter` };
  }
  const { sign, words } = COMPLIANCE[grade];
  const waits = lack === null ? '' : grade === compliant ? ', preuve attendue' : ', commentaire attendu';
  return {
    classes: ['cv-cell--c', ...(lack === null ? [] : ['cv-cell--wait'])],
    level,
    sign,
    words: words + waits,
  };
}

/** All the classes that a look may have. */
const CLASSES = ['cv-cell--todo', 'cv-cell--error', 'cv-cell--clash', 'cv-cell--c', 'cv-cell--wait'];

/** Draws one square; what it says is returned. */
export function drawCell(cell: HTMLElement, shown: Shown): string {
  const { classes, level, sign, words } = lookOf(shown);
  cell.classList.remove(...CLASSES);
  cell.classList.add(...classes);
  if (level === null) delete cell.dataset.level;
  else cell.dataset.level = level;
  if (sign === 'na') cell.replaceChildren(levelIcon('na'));
  else if (cell.textContent !== sign || cell.firstElementChild !== null) cell.textContent = sign;
  return words;
}

const SVG = 'http://www.w3.org/2000/svg';

/** The steps of a level, from the page’s sprite. */
export function levelIcon(level: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'cv-stairs');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#cv-l${level}`);
  svg.append(use);
  return svg;
}
