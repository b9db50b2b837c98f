import type { StepModel } from '../additions/models.ts';
import type { Choice } from '../web/components.ts';
import type { FormModel } from '../web/forms.ts';

declare module '../web/views.ts' {
  interface Views {
    'strategies/identification': StrategyIdentificationModel;
  }
}

export interface StrategyIdentificationModel extends FormModel {
  readonly step: StepModel;
  readonly responsibles: readonly Choice[];
}
