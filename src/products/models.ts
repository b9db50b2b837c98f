import type { StepModel } from '../additions/models.ts';
import type { QuestionsModel } from '../forms/models.ts';
import type { Choice } from '../web/components.ts';
import type { FormModel } from '../web/forms.ts';
import type { StartModel } from './start.ts';

declare module '../web/views.ts' {
  interface Views {
    'products/identification': ProductIdentificationModel;
    'products/added': ProductAddedModel;
  }
}

/** `views/products/identification-fields.ejs` shows them. */
export interface ProductFields {
  readonly types: readonly Choice[];
  readonly responsibles: readonly Choice[];
  readonly cores: readonly Choice[];
}

export interface ProductIdentificationModel extends FormModel, ProductFields {
  readonly step: StepModel;
  readonly interests: QuestionsModel;
}

export interface ProductAddedModel {
  readonly text: string;
  readonly newHref: string;
  readonly productHref: string;
  readonly productsHref: string;
  readonly start: StartModel;
}
