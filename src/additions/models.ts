import type { QuestionsModel } from '../forms/models.ts';
import type { SummaryProps } from '../web/components.ts';
import type { FormModel } from '../web/forms.ts';

declare module '../web/views.ts' {
  interface Views {
    'additions/qualification': QualificationStepModel;
    'additions/recap': RecapStepModel;
  }
}

/** What the three steps share: where one is, what the other steps hold, where each button leads. */
export interface StepModel {
  readonly heading: string;
  readonly current: number;
  readonly names: readonly string[];
  /** Of what is being added: the same from the first step to « Valider ». */
  readonly key: string;
  readonly carried: readonly (readonly [name: string, value: string])[];
  readonly next: string;
  /** Empty at the first step. */
  readonly previous: string;
  readonly cancelHref: string;
  /** What « Valider » does beside adding, or why it will not; empty where nothing was asked. */
  readonly towards: string;
}

export interface QualificationStepModel extends FormModel {
  readonly step: StepModel;
  readonly questions: QuestionsModel;
}

export interface RecapStepModel {
  readonly step: StepModel;
  /** What the button « Valider » sends. */
  readonly validate: string;
  readonly parts: readonly {
    readonly title: string;
    /** After “Modifier”. */
    readonly what: string;
    readonly change: string;
    readonly summary: SummaryProps;
  }[];
}
