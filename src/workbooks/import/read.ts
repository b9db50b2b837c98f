import type { ReachedSheet } from '../../answers/reach.ts';
import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import { offeredGrades } from '../../domain/referential/criterion.ts';
import { shortWords } from '../../enrolments/results/criteria.ts';
import { comment } from '../../questionnaires/schemas.ts';
import { ANSWERS, headers } from '../columns.ts';
import { type Mark, printOf, readMark, type Written } from '../written.ts';
import { mustBeAbout } from './about.ts';
import { UnreadableBook } from './archive.ts';
import { notOffered, type Read, readComment, readGrade, readReference, readYesOrNo, shortened } from './cells.ts';
import { type Columns, columnsOf } from './columns.ts';
import { addressOf, type CellText, cellOf, type Grid, type GridRow } from './grid.ts';

/** One criterion, as somebody filled it in. */
export interface Filled {
  readonly criterion: ApplicableCriterion;
  readonly shown: Written;
  /** The print of what was exported. */
  readonly exported: string;
}

export interface Reading {
  readonly filled: readonly Filled[];
  /** « Réponses!E12 : … » */
  readonly problems: readonly string[];
  /** P5: the criteria that were filled in and do not apply any more. */
  readonly vanished: readonly string[];
}

/** What a workbook says of this questionnaire, read by the headers of its columns: rows and columns may have been moved. */
export function readAnswers(answers: Grid | null, sheet: ReachedSheet): Reading {
  if (answers === null) {
    throw new UnreadableBook(
      `La feuille «\u00a0${ANSWERS}\u00a0» manque\u00a0: repartez du classeur téléchargé depuis la plateforme.`,
    );
  }
  const columns = columnsOf(answers, sheet.questionnaire.kind);
  const [filled, problems, vanished] = [new Map<string, Filled>(), [] as string[], [] as string[]];
  for (const row of answers) {
    const line = lineOf(row, columns);
    if (row.number === 1 || line.isEmpty) continue;
    const read = readLine(line, sheet);
    problems.push(...line.problems);
    if (read === null || line.problems.length > 0) continue;
    if (read.criterion === null) {
      if (printOf(read.shown) !== read.exported) vanished.push(line.code);
    } else if (filled.has(line.code)) {
      problems.push(line.say('code', `le critère ${line.code} est déjà sur une autre ligne.`));
    } else {
      filled.set(line.code, { ...read, criterion: read.criterion });
    }
  }
  return { filled: [...filled.values()], problems, vanished };
}

type Key = keyof Columns;

/** A row, by the meaning of its columns; what is wrong with it is told by cell. */
interface Line {
  readonly code: string;
  readonly isEmpty: boolean;
  readonly problems: readonly string[];
  readonly at: (key: Key) => CellText;
  readonly say: (key: Key, problem: string) => string;
  /** The value, or its stand-in where the cell is wrong: the row is refused then. */
  readonly take: <T>(key: Key, read: Read<T>, instead: T) => T;
  readonly refuse: (key: Key, problem: string) => void;
}

function lineOf(row: GridRow, columns: Columns): Line {
  const problems: string[] = [];
  const at = (key: Key): CellText => (columns[key] === undefined ? '' : cellOf(row, columns[key]));
  const say = (key: Key, problem: string): string =>
    `${ANSWERS}!${addressOf(columns[key] ?? 1, row.number)}\u00a0: ${problem}`;
  const refuse = (key: Key, problem: string): void => {
    problems.push(say(key, problem));
  };
  return {
    code: at('code') ?? '',
    isEmpty: (['code', 'answer', 'comment', 'mark'] as const).every((key) => at(key) === ''),
    problems,
    at,
    say,
    refuse,
    take: (key, read, instead) => {
      if (read.ok) return read.value;
      refuse(key, read.problem);
      return instead;
    },
  };
}

interface ReadLine {
  /** Null for one that does not apply any more. */
  readonly criterion: ApplicableCriterion | null;
  readonly shown: Written;
  readonly exported: string;
}

function readLine(line: Line, sheet: ReachedSheet): ReadLine | null {
  const mark = markOf(line, sheet);
  const criterion = sheet.criteria.find(({ code }) => code === line.code);
  const known = criterion ?? sheet.scope?.criteria.find((one) => one.criterion.code === line.code);
  if (known === undefined) {
    const what =
      line.code === ''
        ? 'le code manque.'
        : `«\u00a0${shortened(line.code)}\u00a0» n’est pas un critère de ce questionnaire.`;
    line.refuse('code', what);
  }
  if (known === undefined || mark === null) return null;
  const shown = {
    grade: line.take('answer', readGrade(line.at('answer'), known.criterion), null),
    comment: line.take('comment', commentOf(line), ''),
    ...dependenceOf(line, sheet),
  };
  const touched = printOf(shown) !== mark.print;
  if (touched && shown.grade !== null && !offeredGrades(known.criterion).includes(shown.grade)) {
    line.refuse('answer', notOffered(shortWords(known.criterion.kind, shown.grade), known.criterion));
  }
  return { criterion: criterion ?? null, shown, exported: mark.print };
}

function markOf(line: Line, sheet: ReachedSheet): Mark | null {
  const mark = readMark(line.at('mark') ?? '');
  if (mark === null) {
    line.refuse('mark', `cette colonne, masquée, a été modifiée\u00a0: recopiez-la depuis le classeur téléchargé.`);
    return null;
  }
  mustBeAbout(mark, sheet);
  return mark;
}

function commentOf(line: Line): Read<string> {
  const text = readComment(line.at('comment'));
  if (!text.ok) return text;
  const { data = '', error } = comment.safeParse(text.value);
  return error === undefined ? { ok: true, value: data } : { ok: false, problem: error.issues[0]?.message ?? '' };
}

/** Q2: an option product that is named is one that the level depends on. */
function dependenceOf(line: Line, { options }: ReachedSheet): Pick<Written, 'depends' | 'option'> {
  const option = line.take('option', readReference(line.at('option')), null);
  const depends = line.take('depends', readYesOrNo(line.at('depends')), false);
  if (option === null) return { depends, option };
  if (!options.some(({ reference }) => reference === option)) {
    line.refuse('option', 'choisissez un produit option dans la liste.');
  }
  if (!depends && line.at('depends') !== '') {
    line.refuse('option', `videz cette cellule, ou répondez «\u00a0Oui\u00a0» à «\u00a0${headers.depends}\u00a0».`);
  }
  return { depends: true, option };
}
