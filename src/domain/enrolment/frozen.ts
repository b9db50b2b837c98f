import { isMonth } from '../projection/month.ts';
import type { Plan, Target } from '../projection/plan.ts';
import { type Answer, type Answers, answerOf, type Grade, gradeOf, grades } from '../referential/level.ts';
import { type Answered, noAnswer, type Planned } from './work.ts';

/** Q4: what was validated, as it is kept: one document for each validated response. */
export interface Frozen {
  readonly answers: Readonly<Record<string, Grade>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly proofs: Readonly<Record<string, readonly string[]>>;
  readonly deposited: readonly string[];
  readonly plan: Plan;
}

export function freeze({ answers, evidence, deposited }: Answered, plan: Plan = {}): Frozen {
  const kept = Object.entries(answers).map(([code, answer]) => [code, gradeOf(answer)]);
  return { answers: Object.fromEntries(kept), ...evidence, deposited, plan };
}

export function answeredIn(frozen: Partial<Frozen>): Answered {
  const { answers = {}, comments = {}, proofs = {}, deposited = [] } = frozen;
  return { ...noAnswer, answers: asAnswers(answers), evidence: { comments, proofs }, deposited };
}

export function plannedIn({ plan = {} }: Partial<Frozen>): Planned {
  return { plan };
}

/** One row of a draft; null while only its comment is written (S4). */
export function draftAnswer(row: { readonly level: number | null; readonly notApplicable: boolean }): Answer | null {
  if (row.notApplicable) return { kind: 'na' };
  const grade = grades.find((one) => one !== 'na' && one === row.level);
  return grade === undefined ? null : answerOf(grade);
}

/** A projection's row, whatever is stored. */
export function draftTarget(stored: unknown, comment: string): Target {
  const { months = {}, notApplicable = false } = isRecord(stored) ? stored : {};
  const kept = Object.entries(isRecord(months) ? months : {}).filter(
    ([level, month]) => /^[0-3]$/.test(level) && typeof month === 'string' && isMonth(month),
  );
  return { months: Object.fromEntries(kept), notApplicable: notApplicable === true, comment };
}

function asAnswers(kept: Frozen['answers']): Answers {
  return Object.fromEntries(Object.entries(kept).map(([code, grade]) => [code, answerOf(grade)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
