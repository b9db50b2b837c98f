import type { Completion } from './completion.ts';

/** "À compléter", "En cours", "Terminé" (D4). */
export type Progress = 'TO_COMPLETE' | 'IN_PROGRESS' | 'DONE';

/**
 * A questionnaire for one démarche. Answers are shared (D2) but each démarche asks its own criteria: what was validated from
 * another one counts here as far as it goes. A draft opened since is work in progress (Q4).
 */
export function questionnaireProgress(validated: Completion | null, draft: Completion | null): Progress {
  if (draft !== null) return 'IN_PROGRESS';
  if (validated === null) return 'TO_COMPLETE';
  return validated.missing.length === 0 ? 'DONE' : 'IN_PROGRESS';
}

/** A subject in a démarche: the questionnaires that it is asked, hidden ones left out. */
export function overallProgress(questionnaires: readonly Progress[]): Progress {
  if (questionnaires.every((progress) => progress === 'TO_COMPLETE')) return 'TO_COMPLETE';
  return questionnaires.every((progress) => progress === 'DONE') ? 'DONE' : 'IN_PROGRESS';
}
