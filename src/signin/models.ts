import type { ArticleModel } from '../pages/models.ts';
import type { FormModel } from '../web/forms.ts';

export interface SignInModel extends FormModel {
  readonly back: string;
  readonly notice: { readonly title: string; readonly text: string } | null;
  readonly action: string;
  readonly forgottenHref: string;
  readonly requestHref: string;
}

export interface ForgottenModel extends FormModel {
  readonly action: string;
  readonly signInHref: string;
}

export interface ChoosePasswordModel extends FormModel {
  readonly action: string;
  readonly login: string;
  readonly rule: string;
  readonly first: boolean;
}

export interface MessageModel {
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly paragraphs: readonly string[];
  readonly link: { readonly label: string; readonly href: string } | null;
}

export interface TermsModel extends FormModel {
  readonly action: string;
  readonly signOutHref: string;
  readonly version: string;
  readonly since: string;
  readonly sections: ArticleModel['sections'];
}

declare module '../web/views.ts' {
  interface Views {
    'signin/sign-in': SignInModel;
    'signin/forgotten': ForgottenModel;
    'signin/choose-password': ChoosePasswordModel;
    'signin/terms': TermsModel;
    message: MessageModel;
  }
}
