import type { FieldError } from '../domain/errors.ts';
import type { Notice } from './flash.ts';

export interface Link {
  readonly label: string;
  readonly href: string;
}

export interface NavigationItem {
  readonly label: string;
  readonly href: string | null;
  readonly current: boolean;
  readonly children: readonly (Link & { readonly current: boolean })[];
}

/** What surrounds every page: `views/layouts/page.ejs` reads exactly this. */
export interface Frame {
  readonly view: string;
  readonly title: string;
  readonly path: string;
  readonly asset: (name: string) => string;
  readonly user: {
    readonly name: string;
    readonly role: string;
    readonly unread: number;
    readonly accountHref: string;
    readonly notificationsHref: string;
    readonly signOutHref: string;
  } | null;
  readonly signInHref: string;
  readonly requestHref: string;
  readonly homeHref: string;
  readonly helpHref: string;
  readonly navigation: readonly NavigationItem[];
  readonly breadcrumb: readonly { readonly label: string; readonly href: string | null }[];
  readonly footer: readonly Link[];
  readonly csrf: string;
  readonly notices: readonly Notice[];
  readonly errors: readonly FieldError[];
  /** What is said over them; null: how many there are. */
  readonly summary: { readonly title: string; readonly text: string } | null;
  readonly demonstration: boolean;
}
