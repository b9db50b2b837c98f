import type { DraftAnswer, SectionSwitch } from '../answers/draft.ts';
import { noEvidence } from '../completion.ts';
import type { DeclaredAnswers } from '../profile/profile.ts';
import { isMonth } from '../projection/month.ts';
import type { Plan, Target } from '../projection/plan.ts';
import type { Nature } from '../referential/demarche.ts';
import { type Answer, type Answers, answerOf, type Grade, gradeOf, grades, type Level } from '../referential/level.ts';
import type { AxisScore } from '../scoring.ts';
import { type Answered, noAnswer, type Planned } from './work.ts';

/** A proof as it was when it was validated: the file itself is never deleted. */
export interface FrozenProof {
  readonly id: string;
  readonly criterion: string;
  readonly type: string;
  readonly name: string;
  readonly description: string;
}

/** What one démarche made of the answers, on the day of the validation. */
export interface FrozenResult {
  readonly demarche: string;
  /** The criteria that it asked of this profile, in reading order. */
  readonly criteria: readonly {
    readonly code: string;
    readonly axis: string | null;
    readonly nature: Nature;
    readonly recommended: Level;
    readonly accepted: readonly Grade[] | null;
  }[];
  readonly radar: readonly AxisScore[];
  /** S2; null where it gives no accepted levels. */
  readonly attained: boolean | null;
  readonly shortfalls: readonly string[];
}

/** Q4: what was validated, as it is kept: one document for each validated response. Older ones may lack the later keys. */
export interface Frozen {
  /** As they count: sections switched to N/A have answered for their criteria. */
  readonly answers: Readonly<Record<string, Grade>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly proofs: Readonly<Record<string, readonly string[]>>;
  readonly deposited: readonly string[];
  readonly plan: Plan;
  /** The row of each criterion, as it was: what the next draft starts from. */
  readonly rows: readonly FrozenAnswer[];
  readonly switches: readonly FrozenSwitch[];
  readonly files: readonly FrozenProof[];
  /** Q2: the option products that levels depend on, by their name of that day. */
  readonly options: Readonly<Record<string, string>>;
  /** What was declared of the subject: its profile of that day. */
  readonly declared: DeclaredAnswers;
  readonly results: readonly FrozenResult[];
}

/** JSON has no dates. */
export type FrozenAnswer = Omit<DraftAnswer, 'answer' | 'answeredAt' | 'revision'> & {
  readonly grade: Grade | null;
  readonly answeredAt: string;
};
export type FrozenSwitch = Omit<SectionSwitch, 'switchedAt'> & { readonly switchedAt: string };

export function freeze({ answers, evidence, deposited }: Answered, plan: Plan = {}): Frozen {
  const kept = Object.entries(answers).map(([code, answer]) => [code, gradeOf(answer)]);
  const { comments, proofs } = evidence;
  return {
    answers: Object.fromEntries(kept),
    comments,
    proofs,
    deposited,
    plan,
    rows: [],
    switches: [],
    files: [],
    options: {},
    declared: {},
    results: [],
  };
}

export function answeredIn(frozen: Partial<Frozen>): Answered {
  const { answers = {}, comments = {}, proofs = {}, deposited = [] } = frozen;
  return { ...noAnswer, answers: asAnswers(answers), evidence: { ...noEvidence, comments, proofs }, deposited };
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
