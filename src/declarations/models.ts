import type { QuestionsModel } from '../forms/models.ts';
import type { ConflictModel, QuestionnaireChangeModel } from '../initialisation/models.ts';
import type { Hidden } from '../initialisation/opened.ts';
import type { ButtonProps, NoticeProps, ObjectProps, SummaryProps } from '../web/components.ts';

declare module '../web/views.ts' {
  interface Views {
    'declarations/form': DeclarationModel;
    'declarations/preview': DeclarationPreviewModel;
  }
}

interface Sent {
  readonly action: string;
  readonly hidden: Hidden;
  readonly back: { readonly label: string; readonly href: string };
}

/** A form that a démarche asks, to fill in. */
export interface DeclarationModel extends Sent {
  readonly head: ObjectProps;
  readonly notices: readonly NoticeProps[];
  readonly conflict: ConflictModel | null;
  readonly count: string;
  readonly questions: QuestionsModel;
  readonly buttons: readonly ButtonProps[];
}

/** P5: what these answers change in the questionnaires that were answered already. */
export interface DeclarationPreviewModel extends Sent {
  readonly answers: SummaryProps;
  readonly words: string;
  readonly questionnaires: readonly QuestionnaireChangeModel[];
  readonly button: ButtonProps;
}
