import type { EnrolmentModel } from '../enrolments/models.ts';
import type { StartModel } from '../products/start.ts';
import type { ButtonProps, Choice, StateProps, SummaryProps, TableProps } from '../web/components.ts';
import type { FormModel } from '../web/forms.ts';

declare module '../web/views.ts' {
  interface Views {
    'catalogue/list': CatalogueModel;
    'catalogue/product': ProductModel;
    'catalogue/strategy': StrategyPageModel;
    'catalogue/no-strategy': { readonly startHref: string };
    'catalogue/new-demarche': NewDemarcheModel;
    'catalogue/duplicate': DuplicateModel;
    'catalogue/convert': ConvertModel;
    'catalogue/publish': PublishModel;
    'catalogue/hand-over': HandOverProductModel;
  }
}

export interface CatalogueModel {
  readonly add: readonly ButtonProps[];
  /** Null while there is no product at all. */
  readonly filters: FiltersModel | null;
  readonly table: TableProps;
}

export interface FiltersModel {
  readonly path: string;
  readonly search: string;
  /** Kept from one filtering to the next. */
  readonly sort: string;
  readonly selects: readonly {
    readonly name: string;
    readonly label: string;
    readonly placeholder: string;
    readonly choices: readonly Choice[];
    readonly value: string;
  }[];
}

/** What the pages of a product and of the strategy share. */
export interface SheetModel {
  readonly demarches: readonly DemarcheModel[];
  /** D2: what several of them answer together; null where nothing is. */
  readonly shared: string | null;
  /** Those that it may join; none of them where it may join nothing. */
  readonly joinable: readonly JoinableModel[];
  readonly reference: string;
  readonly identification: PanelModel;
  readonly qualification: QualificationModel;
  readonly people: readonly { readonly name: string; readonly href: string | null; readonly note: string }[];
  readonly history: readonly PastEventModel[];
}

export interface DemarcheModel {
  readonly parcours: string;
  readonly title: string;
  readonly href: string;
  readonly state: StateProps;
  readonly resultsHref: string | null;
  readonly matrix: EnrolmentModel['matrix'];
}

export interface JoinableModel {
  readonly parcours: string;
  readonly demarches: readonly { readonly title: string; readonly action: string }[];
}

export interface PanelModel {
  readonly summary: SummaryProps;
  /** Null for whoever may not change it. */
  readonly href: string | null;
}

export interface QualificationModel extends PanelModel {
  readonly words: string;
  readonly folded: string;
  readonly applicable: readonly { readonly count: string; readonly what: string; readonly total: string }[];
}

export interface PastEventModel {
  readonly what: string;
  readonly details: string;
  readonly by: string;
}

export interface ProductModel extends SheetModel {
  readonly head: { readonly identity: string; readonly type: string; readonly where: string; readonly title: string };
  readonly acts: readonly ButtonProps[];
  /** Archives or brings back: the one act that is done at once; null for whoever may not. */
  readonly archiving: ArchivingModel | null;
  readonly archived: string | null;
  readonly newDemarcheHref: string | null;
  readonly related: { readonly title: string; readonly products: readonly RelatedModel[] } | null;
  readonly observatory: {
    readonly state: StateProps;
    readonly text: string;
    readonly act: { readonly label: string; readonly href: string } | null;
  };
  readonly handOverHref: string | null;
}

export interface ArchivingModel {
  readonly action: string;
  readonly label: string;
  readonly value: 'oui' | 'non';
  readonly icon: string;
}

export interface RelatedModel {
  readonly reference: string;
  readonly title: string;
  readonly href: string;
  readonly state: StateProps | null;
}

export interface StrategyPageModel extends SheetModel {
  readonly text: string;
}

export interface NewDemarcheModel {
  readonly start: StartModel;
  readonly backHref: string;
}

export interface DuplicateModel extends FormModel {
  readonly action: string;
  readonly creationKey: string;
  readonly copied: readonly string[];
  readonly left: readonly string[];
  readonly responsible: string;
  readonly backHref: string;
}

export interface ConvertModel extends FormModel {
  readonly action: string;
  readonly revision: string;
  readonly to: 'CORE' | 'OPTION';
  /** Why it can't be; null where it can. */
  readonly problem: string | null;
  readonly cores: readonly Choice[];
  readonly backHref: string;
}

export interface PublishModel {
  readonly action: string;
  readonly published: 'oui' | 'non';
  readonly problem: string | null;
  readonly title: string;
  readonly consequences: readonly string[];
  readonly submit: string;
  readonly backHref: string;
}

export interface HandOverProductModel extends FormModel {
  readonly action: string;
  readonly revision: string;
  readonly responsible: string;
  readonly candidates: readonly Choice[];
  readonly backHref: string;
}
