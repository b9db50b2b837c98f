export type Level = 0 | 1 | 2 | 3;

/** What a criterion is answered with. Unanswered is the absence of an answer: never 0, never N/A (S4). */
export type Answer = { readonly kind: 'level'; readonly level: Level } | { readonly kind: 'na' };

/** The answers to one questionnaire, by the criterion's code. */
export type Answers = Readonly<Record<string, Answer>>;

/** One element of a set of accepted levels (D2: a set, not a threshold). */
export type Grade = Level | 'na';

export const levels: readonly Level[] = [0, 1, 2, 3];

/** The order of the tiles on screen. */
export const grades: readonly Grade[] = ['na', 0, 1, 2, 3];

/** A compliance criterion is answered on the same scale: "Conforme" is 3, "Non conforme" is 0. */
export const compliant: Level = 3;
export const nonCompliant: Level = 0;

export function gradeOf(answer: Answer): Grade {
  return answer.kind === 'na' ? 'na' : answer.level;
}

export function answerOf(grade: Grade): Answer {
  return grade === 'na' ? { kind: 'na' } : { kind: 'level', level: grade };
}
