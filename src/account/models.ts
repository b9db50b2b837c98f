import type { SummaryProps } from '../web/components/lists.ts';
import type { FormModel } from '../web/forms.ts';

export interface SessionModel {
  readonly device: string;
  readonly address: string;
  readonly opened: string;
  readonly seen: string;
  /** Null for the session of this very page, which one closes by signing out. */
  readonly closeAction: string | null;
}

export interface AccountModel {
  readonly text: string;
  readonly profile: SummaryProps;
  readonly profileHref: string;
  readonly emailHref: string;
  readonly passwordHref: string;
  readonly rightsTitle: string;
  readonly rights: SummaryProps;
  /** Who manages them; empty for the staff. */
  readonly manager: string;
  readonly responsibleFor: readonly string[];
  readonly handOverHref: string;
  readonly sessions: readonly string[];
  readonly sessionsHref: string;
}

export interface OwnSessionsModel {
  readonly sessions: readonly SessionModel[];
  /** Null when there is no other than this one. */
  readonly closeOthersAction: string | null;
  readonly passwordHref: string;
}

export interface OwnProfileModel extends FormModel {
  readonly action: string;
  readonly revision: string;
  readonly asksPhone: boolean;
  readonly backHref: string;
}

export interface OwnEmailModel extends FormModel {
  readonly action: string;
  readonly present: string;
  /** A sentence on the address that waits for its confirmation; empty when there is none. */
  readonly pending: string;
  readonly backHref: string;
}

export interface OwnPasswordModel extends FormModel {
  readonly action: string;
  readonly login: string;
  readonly rule: string;
  readonly backHref: string;
}

export interface ConfirmEmailModel extends FormModel {
  readonly action: string;
  readonly login: string;
  readonly email: string;
}

declare module '../web/views.ts' {
  interface Views {
    'account/show': AccountModel;
    'account/profile': OwnProfileModel;
    'account/email': OwnEmailModel;
    'account/password': OwnPasswordModel;
    'account/sessions': OwnSessionsModel;
    'account/confirm-email': ConfirmEmailModel;
  }
}
