import type { ButtonProps, Choice } from '../web/components/forms.ts';
import type { StateProps, SummaryProps, TableProps } from '../web/components/lists.ts';
import type { FormModel } from '../web/forms.ts';
import type { GrantFields } from './grant-fields.ts';

export interface UserListModel {
  readonly add: readonly ButtonProps[];
  readonly table: TableProps;
}

export interface NewUserModel extends FormModel {
  readonly action: string;
  readonly grant: GrantFields;
  readonly backHref: string;
}

export interface UserModel {
  readonly text: string;
  readonly state: StateProps;
  readonly actions: readonly ButtonProps[];
  readonly invitation: { readonly title: string; readonly text: string; readonly action: string } | null;
  readonly profile: SummaryProps;
  readonly profileHref: string;
  readonly rights: SummaryProps;
  readonly rightsHref: string;
  readonly responsibleFor: readonly string[];
  readonly handOverHref: string;
  readonly attached: readonly { readonly name: string; readonly href: string; readonly note: string }[];
}

export interface UserProfileModel extends FormModel {
  readonly action: string;
  readonly revision: string;
  /** Only while the person has never signed in. */
  readonly asksEmail: boolean;
  readonly backHref: string;
}

export interface UserRightsModel extends FormModel {
  readonly action: string;
  readonly revision: string;
  readonly grant: GrantFields;
  readonly backHref: string;
}

/** One subject to hand over: the field's name, and to whom. */
export interface HandOverField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly choices: readonly Choice[];
}

export interface HandOverFormModel extends FormModel {
  readonly action: string;
  readonly next: string;
  /** Before a deletion, everything must be handed over. */
  readonly required: boolean;
  readonly placeholder: string;
  readonly fields: readonly HandOverField[];
}

export interface HandOverModel {
  readonly form: HandOverFormModel;
  readonly backHref: string;
}

export interface DeleteUserModel {
  readonly blockers: readonly string[];
  /** Null when there is nothing to hand over. */
  readonly form: HandOverFormModel | null;
  readonly consequences: readonly string[];
  readonly action: string;
  readonly backHref: string;
}

declare module '../web/views.ts' {
  interface Views {
    'users/list': UserListModel;
    'users/new': NewUserModel;
    'users/show': UserModel;
    'users/profile': UserProfileModel;
    'users/rights': UserRightsModel;
    'users/hand-over': HandOverModel;
    'users/delete': DeleteUserModel;
  }
}
