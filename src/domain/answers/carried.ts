import type { Frozen } from '../enrolment/frozen.ts';
import { answerOf } from '../referential/level.ts';
import type { DraftAnswers } from './draft.ts';

/** A validated response, as it was frozen. */
export interface ValidatedResponse {
  readonly id: string;
  readonly number: number;
  readonly versionId: string;
  readonly validatedAt: Date;
  readonly validatedBy: string;
  readonly frozen: Partial<Frozen>;
}

/** The document, who validated it and when. */
export type ValidatedDocument = Pick<ValidatedResponse, 'frozen' | 'validatedAt' | 'validatedBy'>;

/** Q4: what the next draft starts from: the last validated answers, at revision 0. */
export function carriedOver({ frozen, validatedAt, validatedBy }: ValidatedDocument): DraftAnswers {
  const { rows = [], switches = [], answers = {}, comments = {} } = frozen;
  if (rows.length > 0 || switches.length > 0) {
    return {
      answers: rows.map(({ grade, answeredAt, ...row }) => ({
        ...row,
        answer: grade === null ? null : answerOf(grade),
        revision: 0,
        answeredAt: new Date(answeredAt),
      })),
      switches: switches.map(({ switchedAt, ...one }) => ({ ...one, switchedAt: new Date(switchedAt) })),
    };
  }
  // What was validated before the rows were kept has its answers all the same.
  const codes = new Set([...Object.keys(answers), ...Object.keys(comments)]);
  return {
    switches: [],
    answers: [...codes].map((criterion) => {
      const grade = answers[criterion];
      return {
        criterion,
        answer: grade === undefined ? null : answerOf(grade),
        comment: comments[criterion] ?? '',
        dependsOnOption: false,
        optionId: null,
        revision: 0,
        answeredAt: validatedAt,
        answeredBy: validatedBy,
        answeredById: null,
      };
    }),
  };
}
