import type { HeadModel } from './head.ts';
import type { SectionModel } from './section.ts';

declare module '../../web/views.ts' {
  interface Views {
    'library/questionnaire': QuestionnaireModel;
  }
}

export interface QuestionnaireModel extends HeadModel {
  readonly filter: FilterModel;
  readonly sections: readonly SectionModel[];
}

export interface FilterModel {
  readonly path: string;
  readonly searchLabel: string;
  readonly query: string;
  readonly demarche: string;
  /** “Toutes”, then each démarche; none where there is nothing to choose from. */
  readonly demarches: readonly { label: string; href: string; current: boolean }[];
  /** “12 critères”, and what they have in common. */
  readonly shown: string;
  readonly narrowed: boolean;
}
