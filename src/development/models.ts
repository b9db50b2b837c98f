import type { ComponentExample } from '../web/gallery.ts';
import type { WrittenMail } from './mails.ts';

export interface MailsModel {
  readonly folder: string;
  readonly mails: readonly {
    readonly subject: string;
    readonly to: string;
    readonly when: string;
    readonly href: string;
  }[];
}

export interface MailModel {
  readonly to: string;
  readonly when: string;
  readonly paragraphs: WrittenMail['paragraphs'];
}

declare module '../web/views.ts' {
  interface Views {
    'development/mails': MailsModel;
    'development/mail': MailModel;
    'development/components': { readonly examples: readonly ComponentExample[] };
  }
}
