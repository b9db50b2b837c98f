import type { ButtonProps, Choice } from '../web/components/forms.ts';
import type { StateProps, SummaryProps, TableProps } from '../web/components/lists.ts';
import type { FormModel } from '../web/forms.ts';

export interface CompanyListModel {
  readonly table: TableProps;
}

/** Somebody, and whoever is attached to them. */
export interface BranchModel {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly state: StateProps;
  /** Empty for whoever needs no link. */
  readonly inviteAction: string;
  readonly below: readonly BranchModel[];
}

export interface CompanyModel {
  readonly text: string;
  readonly actions: readonly ButtonProps[];
  readonly facts: SummaryProps;
  readonly people: readonly BranchModel[];
  readonly count: string;
}

interface SuccessionModel extends FormModel {
  readonly action: string;
  readonly seen: string;
  /** What will happen. */
  readonly consequences: readonly string[];
  readonly backHref: string;
}

export interface DesignationModel extends SuccessionModel {
  readonly candidates: readonly Choice[];
  readonly inviteHref: string;
}

declare module '../web/views.ts' {
  interface Views {
    'companies/list': CompanyListModel;
    'companies/show': CompanyModel;
    'companies/designate': DesignationModel;
    'companies/invite': SuccessionModel;
  }
}
