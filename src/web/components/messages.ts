import type { ButtonProps } from './forms.ts';
import type { Defaults, Part } from './part.ts';

/** What has just happened, or what one should know before going on. */
export interface NoticeProps {
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly text?: string;
  readonly heading?: 'h2' | 'h3';
}

export const notice: Defaults<NoticeProps> = { text: '', heading: 'h2' };

/** What prevents one from going on: the cause, what is safe, the links that repair, the act. */
export interface AlertProps {
  readonly kind: 'error' | 'warn' | 'info';
  readonly title: string;
  readonly text?: string;
  readonly links?: readonly { readonly label: string; readonly href: string }[];
  readonly actions?: readonly ButtonProps[];
  readonly heading?: 'h2' | 'h3';
}

export const alert: Defaults<AlertProps> = { text: '', links: [], actions: [], heading: 'h2' };

/** Opened by a button `aria-controls="<id>"`, or by an address that ends in `#<id>`: a link, or a redirection. */
export interface ModalProps {
  readonly id: string;
  readonly title: string;
  readonly body: Part;
  readonly actions?: readonly ButtonProps[];
}

export const modal: Defaults<ModalProps> = { actions: [] };

/** Asked only before what cannot be undone: it names what will happen. */
export interface ConfirmationProps {
  readonly title: string;
  readonly text?: string;
  readonly consequences: readonly string[];
  readonly action: string;
  readonly csrf: string;
  readonly submit: string;
  readonly cancelHref: string;
}

export const confirmation: Defaults<ConfirmationProps> = { text: '' };
