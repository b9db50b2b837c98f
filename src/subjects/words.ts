import type { Progress } from '../domain/progress.ts';
import type { StateProps } from '../web/components.ts';

/** D4: how far something is, as every page shows it. */
export const progressStates: Readonly<Record<Progress, StateProps>> = {
  TO_COMPLETE: { kind: 'todo', label: 'À compléter' },
  IN_PROGRESS: { kind: 'doing', label: 'En cours' },
  DONE: { kind: 'done', label: 'Terminé' },
};

/** J5: a projection that its evaluation left behind. */
export const toUpdate: StateProps = { kind: 'warn', label: 'À mettre à jour' };
