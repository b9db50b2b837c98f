import { criterionAnchor } from '../../answers/anchors.ts';
import { isUntouched } from '../../domain/answers/remarks.ts';
import { gradeOf } from '../../domain/referential/level.ts';
import type { CellModel } from '../models.ts';
import type { Kit } from './criterion.ts';
import { type Prepared, together } from './prepared.ts';
import type { ShownCriterion } from './shown.ts';

/** One cell a criterion: links in the rail, a drawing in the heads of sections. */
export function cellsOf(
  { prepare }: Pick<Kit, 'prepare'>,
  criteria: readonly ShownCriterion[],
  link: boolean,
): Prepared {
  return together(
    criteria.map((one) => {
      const cell = cellModel(one);
      const { code, title, state, level, mark, option } = cell;
      return prepare(
        'questionnaires/cell',
        [one.criterion.kind, code, title, state, level, mark, option, link],
        () => ({
          cell,
          link,
          kind: one.criterion.kind,
        }),
      );
    }),
  );
}

/** A remark is drawn as what is refused, and said otherwise. */
type Mark = CellModel['mark'] | 'remark';

/** Its level, or what is to be done. */
function cellModel(one: ShownCriterion): CellModel {
  const { code, criterion, said, nature } = one;
  const mark = markOf(one);
  const grade = said === null || said.answer === null ? null : gradeOf(said.answer);
  const levelled = mark === 'done' || mark === 'wait';
  return {
    code,
    href: `#${criterionAnchor(code)}`,
    title: `${code} ${criterion.title}`,
    state: mark === 'done' ? answered[criterion.kind](String(grade)) : marks[mark].words,
    level: levelled && grade !== null ? `${grade}` : null,
    sign: levelled ? signs[criterion.kind](String(grade)) : marks[mark].sign,
    mark: mark === 'remark' ? 'error' : mark,
    option: nature !== 'MANDATORY',
  };
}

function markOf({ theirs, errors, said, missing, remark, saved }: ShownCriterion): Mark {
  if (theirs !== null) return 'clash';
  if (errors.length > 0) return 'error';
  if (isUntouched(remark, saved)) return 'remark';
  if (said?.answer == null) return 'todo';
  return missing.length > 0 ? 'wait' : 'done';
}

const marks = {
  todo: { sign: '', words: 'à compléter' },
  wait: { sign: '', words: 'à compléter' },
  error: { sign: '!', words: 'à corriger' },
  remark: { sign: '!', words: 'remarque à traiter' },
  clash: { sign: '⇄', words: 'deux réponses' },
} as const;

const answers: Readonly<Record<string, string>> = { na: 'non applicable', 0: 'non conforme', 3: 'conforme' };
const answered = {
  maturity: (grade: string) => (grade === 'na' ? 'non applicable' : `niveau\u00a0${grade}`),
  compliance: (grade: string) => answers[grade] ?? '',
};

const complianceSigns: Readonly<Record<string, string>> = { na: '⊘', 0: '✕', 3: '✓' };
const signs = {
  // N/A has its drawing.
  maturity: (grade: string) => (grade === 'na' ? '' : grade),
  compliance: (grade: string) => complianceSigns[grade] ?? '',
};
