import type { StateProps, TableProps } from '../web/components/lists.ts';
import type { FormModel } from '../web/forms.ts';

export interface StaffListModel {
  readonly table: TableProps;
  readonly newHref: string;
}

export interface NewStaffModel extends FormModel {
  readonly action: string;
  readonly backHref: string;
}

export interface StaffMemberModel {
  readonly state: StateProps;
  readonly facts: readonly { readonly label: string; readonly values: readonly string[]; readonly change: null }[];
  readonly invitation: { readonly text: string; readonly action: string } | null;
  /** Why the account cannot be removed, or what removing it does. */
  readonly blockers: readonly string[];
  readonly removeAction: string;
  readonly backHref: string;
}

declare module '../web/views.ts' {
  interface Views {
    'staff/list': StaffListModel;
    'staff/new': NewStaffModel;
    'staff/show': StaffMemberModel;
  }
}
