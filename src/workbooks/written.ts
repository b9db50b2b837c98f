import { createHash } from 'node:crypto';
import type { Said } from '../domain/answers/draft.ts';
import { type Grade, gradeOf } from '../domain/referential/level.ts';
import { plainText } from '../exports/safe-text.ts';

/** What the cells of one criterion say, however they were typed. */
export interface Written {
  readonly grade: Grade | null;
  readonly comment: string;
  readonly depends: boolean;
  /** The option product's reference. */
  readonly option: number | null;
}

/** Q5: `covered` where a section that is not applicable answers for the criterion. */
export function writtenOf(
  { answer, comment, dependsOnOption, optionId }: Said,
  covered: boolean,
  references: ReadonlyMap<string, number>,
): Written {
  return {
    grade: covered ? 'na' : answer === null ? null : gradeOf(answer),
    comment: readText(comment),
    depends: dependsOnOption,
    option: optionId === null ? null : (references.get(optionId) ?? null),
  };
}

/** As a spreadsheet gives a text back. */
export function readText(text: string): string {
  return plainText(text).replaceAll('\r\n', '\n').trim();
}

/** What each row carries, unseen: what it is about, and the print of what it said when it was exported. */
export interface Mark {
  readonly reference: number;
  readonly demarche: string;
  /** The questionnaire. */
  readonly slug: string;
  readonly print: string;
}

export function markText({ reference, demarche, slug }: Omit<Mark, 'print'>, shown: Written): string {
  return [reference, demarche, slug, printOf(shown)].join('/');
}

export function readMark(text: string): Mark | null {
  const [, reference, demarche, slug, print] = /^(\d{1,9})\/([\w-]+)\/([\w-]+)\/([0-9a-f]{16})$/.exec(text) ?? [];
  if (demarche === undefined || slug === undefined || print === undefined) return null;
  return { reference: Number(reference), demarche, slug, print };
}

export function printOf({ grade, comment, depends, option }: Written): string {
  const said = JSON.stringify([grade, comment, depends, option]);
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}
