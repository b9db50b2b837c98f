import type { NotificationModel } from '../notifications/models.ts';

/** A parcours as the home page presents it. */
export interface ParcoursModel {
  readonly name: string;
  readonly summary: string;
  readonly steps: readonly string[];
  readonly href: string;
}

export interface HomeModel {
  readonly signInHref: string;
  readonly requestHref: string;
  readonly faqHref: string;
  readonly parcours: readonly ParcoursModel[];
}

export interface DashboardModel {
  readonly where: string;
  readonly news: readonly NotificationModel[];
  readonly notificationsHref: string;
  readonly shortcuts: readonly { readonly title: string; readonly text: string; readonly href: string }[];
}

declare module '../web/views.ts' {
  interface Views {
    'home/home': HomeModel;
    'home/dashboard': DashboardModel;
  }
}
