import { type Evidence, noEvidence } from '../completion.ts';
import type { Plan } from '../projection/plan.ts';
import type { Answers } from '../referential/level.ts';

/** What was answered to a questionnaire, in a draft or in what was validated; nothing more is needed to count and to score. */
export interface Answered {
  readonly answers: Answers;
  readonly evidence: Evidence;
  /** Q5: the sections switched to N/A as a whole, with the reason of each; by the section's id. */
  readonly switched: Readonly<Record<string, string>>;
  /** The codes of the types of document that have a live deposit (G5). */
  readonly deposited: readonly string[];
}

export interface Planned {
  readonly plan: Plan;
}

/** The last validated and the draft, of the evaluation and of the projection. They are the subject's, whatever the démarche (D2). */
export interface QuestionnaireWork {
  readonly evaluation: { readonly validated: Answered | null; readonly draft: Answered | null };
  readonly projection: { readonly validated: Planned | null; readonly draft: Planned | null };
}

/** By questionnaire. */
export type Work = ReadonlyMap<string, QuestionnaireWork>;

export const noAnswer: Answered = { answers: {}, evidence: noEvidence, switched: {}, deposited: [] };

export const noWork: QuestionnaireWork = {
  evaluation: { validated: null, draft: null },
  projection: { validated: null, draft: null },
};
