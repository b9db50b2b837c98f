import type { Answered } from '../enrolment/work.ts';
import type { Answer } from '../referential/level.ts';

/** Q2: what is said of one criterion. */
export interface Said {
  /** Null while only a comment is written (S4). */
  readonly answer: Answer | null;
  readonly comment: string;
  /** The level depends on an option product… */
  readonly dependsOnOption: boolean;
  /** …this one; null while it is still to be said. */
  readonly optionId: string | null;
}

/** One answer of a draft, who gave it and when. */
export interface DraftAnswer extends Said {
  readonly criterion: string;
  /** 0: carried over from what was validated. */
  readonly revision: number;
  readonly answeredAt: Date;
  readonly answeredBy: string;
  /** Null for what was carried over: only the name is kept. */
  readonly answeredById: string | null;
}

/** Q5: a section that is not applicable as a whole. */
export interface SectionSwitch {
  readonly section: string;
  readonly reason: string;
  readonly switchedAt: Date;
  readonly switchedBy: string;
}

/** The answers that a draft holds, or will start from. */
export interface DraftAnswers {
  readonly answers: readonly DraftAnswer[];
  readonly switches: readonly SectionSwitch[];
}

export const nothingSaid: Said = { answer: null, comment: '', dependsOnOption: false, optionId: null };

/** Two people who say the same are in no conflict. */
export function saysTheSame(one: Said, other: Said): boolean {
  return (
    one.comment === other.comment &&
    one.dependsOnOption === other.dependsOnOption &&
    one.optionId === other.optionId &&
    sameAnswer(one.answer, other.answer)
  );
}

function sameAnswer(one: Answer | null, other: Answer | null): boolean {
  if (one === null || other === null) return one === other;
  return one.kind === 'na' || other.kind === 'na' ? one.kind === other.kind : one.level === other.level;
}

/** Who answered, and when, counts for nothing. */
interface CountedAnswers {
  readonly answers: readonly (Said & Pick<DraftAnswer, 'criterion'>)[];
  readonly switches: readonly Pick<SectionSwitch, 'section' | 'reason'>[];
}

/** What completion and scores read of a draft. `proofs`: the types of the live proofs of each criterion, or of each document. */
export function draftAnswered(
  { answers, switches }: CountedAnswers,
  proofs: Readonly<Record<string, readonly string[]>>,
): Answered {
  return {
    answers: Object.fromEntries(
      answers.flatMap(({ criterion, answer }) => (answer === null ? [] : [[criterion, answer]])),
    ),
    evidence: {
      comments: Object.fromEntries(answers.map(({ criterion, comment }) => [criterion, comment])),
      proofs,
      undecided: answers
        .filter(({ dependsOnOption, optionId }) => dependsOnOption && optionId === null)
        .map(({ criterion }) => criterion),
    },
    switched: Object.fromEntries(switches.map(({ section, reason }) => [section, reason])),
    // G5: a document that is deposited is a document that has a live proof.
    deposited: Object.keys(proofs),
  };
}
