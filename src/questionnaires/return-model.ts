import { criterionAnchor } from '../answers/anchors.ts';
import { changedSinceValidation } from '../answers/changed.ts';
import { placeOf, sheetHead } from '../answers/head.ts';
import type { ReachedSheet } from '../answers/reach.ts';
import { carriedOver } from '../domain/answers/carried.ts';
import type { DraftAnswer } from '../domain/answers/draft.ts';
import type { Request } from '../domain/answers/request.ts';
import type { ApplicableCriterion } from '../domain/applicability/applicable.ts';
import { formatDate, formatDateTime, formatRelative } from '../domain/french/dates.ts';
import { type Answer, gradeOf } from '../domain/referential/level.ts';
import { coveredCriteria } from '../domain/sections.ts';
import { answerWords } from '../enrolments/results/criteria.ts';
import type { AlertProps, LevelProps, ObjectProps } from '../web/components.ts';
import type { FormModel } from '../web/forms.ts';
import { paths } from '../web/paths.ts';

declare module '../web/views.ts' {
  interface Views {
    'questionnaires/return': ReturnModel;
  }
}

export interface ReturnModel extends FormModel {
  readonly head: ObjectProps;
  readonly action: string;
  readonly request: AlertProps;
  /** What changed since the last validation, first; null for what has no criteria. */
  readonly changed: { readonly title: string; readonly criteria: readonly ReadCriterion[] } | null;
  readonly others: readonly ReadCriterion[];
  /** Something is already written on one of the others: they are open. */
  readonly opened: boolean;
  readonly backHref: string;
}

/** A criterion as whoever validates reads it, with the field of their remark. */
export interface ReadCriterion {
  readonly code: string;
  readonly title: string;
  readonly href: string;
  readonly answer: ReadAnswer;
  /** What was validated before; null where nothing else was. */
  readonly before: ReadAnswer | null;
  readonly who: string;
  readonly comment: string;
  readonly field: string;
  /** The remark that was written the last time it was sent back. */
  readonly previous: string;
}

export interface ReadAnswer {
  readonly words: string;
  /** Where it is one: a level speaks by its steps too. */
  readonly level: LevelProps['level'] | null;
}

export function returnModel(sheet: ReachedSheet, request: Request, now: Date, form: FormModel): ReturnModel {
  const codes = new Set(changedSinceValidation(sheet));
  const read = sheet.criteria.map((criterion) => readCriterion(sheet, criterion, now));
  const others = read.filter(({ code }) => !codes.has(code));
  return {
    ...form,
    head: sheetHead(sheet, {
      title: `Renvoyer avec des remarques\u00a0: ${sheet.title}`,
      current: 'answer',
      actions: [],
    }),
    action: paths.returnResponse(placeOf(sheet)),
    request: {
      kind: 'info',
      title: `Validation demandée le ${formatDateTime(request.at)} par ${request.by}`,
      text: request.message === '' ? 'Sans message.' : `«\u00a0${request.message}\u00a0»`,
    },
    changed:
      read.length === 0 ? null : { title: changedTitle(sheet), criteria: read.filter(({ code }) => codes.has(code)) },
    others,
    opened: others.some(({ field }) => form.typed.text(field) !== ''),
    backHref: paths.answer(placeOf(sheet)),
  };
}

function changedTitle({ validated }: ReachedSheet): string {
  return validated === null
    ? 'Ce qui est répondu'
    : `Ce qui a changé depuis la validation du ${formatDate(validated.validatedAt)}`;
}

function readCriterion(sheet: ReachedSheet, { code, criterion }: ApplicableCriterion, now: Date): ReadCriterion {
  const { current, criteria, draft, validated, answered } = sheet;
  const said = current.answers.find((one) => one.criterion === code);
  const was = validated === null ? undefined : carriedOver(validated).answers.find((one) => one.criterion === code);
  const section = coveredCriteria(criteria, answered.switched).get(code);
  const answer = section === undefined ? readAnswer(criterion, said?.answer ?? null) : switchedOff;
  const before = was === undefined ? null : readAnswer(criterion, was.answer);
  return {
    code,
    title: `${code} ${criterion.title}`,
    href: `${paths.answer(placeOf(sheet))}#${criterionAnchor(code)}`,
    answer,
    before: before?.words === answer.words ? null : before,
    who: said === undefined ? '' : whoAnswered(said, now),
    comment: (section === undefined ? said?.comment : answered.switched[section]) ?? '',
    field: `remarque.${code}`,
    previous: draft?.remarks.find((remark) => remark.criterion === code)?.text ?? '',
  };
}

const switchedOff: ReadAnswer = { words: 'Section déclarée non applicable', level: null };

function readAnswer({ kind }: ApplicableCriterion['criterion'], answer: Answer | null): ReadAnswer {
  if (answer === null) return { words: 'Pas encore répondu', level: null };
  const grade = gradeOf(answer);
  return { words: answerWords(kind, grade), level: kind === 'maturity' ? (`${grade}` as const) : null };
}

function whoAnswered({ answeredBy, answeredAt }: DraftAnswer, now: Date): string {
  return `${answeredBy}, ${formatRelative(answeredAt, now)}`;
}
