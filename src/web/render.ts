import type { Csrf } from './csrf.ts';
import { takeNotices } from './flash.ts';
import type { Refused } from './forms.ts';
import type { Frame, Link } from './frame.ts';
import { footer, navigation, type ParcoursLinks } from './navigation.ts';
import { paths } from './paths.ts';
import type { Views } from './views.ts';
import type { Visit } from './visit.ts';

export interface PageOptions {
  readonly title: string;
  /** Between the first page and this one; null where the page is the first one. */
  readonly breadcrumb?: readonly Link[] | null;
  readonly status?: number;
  /** The form that is shown again: its status and its errors are the page's. */
  readonly refused?: Refused | undefined;
  /** What is said over its errors; null: how many there are. */
  readonly summary?: Frame['summary'];
}

export type Render = <Name extends keyof Views & string>(
  visit: Visit,
  view: Name,
  page: PageOptions,
  model: Views[Name],
) => void;

export interface RenderOptions {
  readonly template: (name: string, it: object) => string;
  readonly asset: (name: string) => string;
  readonly csrf: Csrf;
  readonly parcours: readonly ParcoursLinks[];
  readonly demonstration: boolean;
}

/** The only place that answers with a page. */
export function openRender(options: RenderOptions): Render {
  return (visit, view, page, model) => {
    const frame = frameOf(options, visit, view, page);
    visit.res
      .status(page.refused?.status ?? page.status ?? 200)
      .type('html')
      .send(options.template('layouts/page', { page: frame, model }));
  };
}

function frameOf(options: RenderOptions, visit: Visit, view: string, page: PageOptions): Frame {
  const { req, res, actor } = visit;
  const unread = req.session?.known?.unread ?? 0;
  return {
    view,
    title: page.title,
    path: req.path,
    asset: options.asset,
    user: actor && {
      name: actor.name,
      role: roleLabels[actor.role],
      unread,
      accountHref: paths.account(),
      notificationsHref: paths.notifications(),
      signOutHref: paths.signOut(),
    },
    signInHref: paths.signIn(),
    requestHref: paths.requestAccount(),
    homeHref: actor === null ? paths.home() : paths.dashboard(),
    helpHref: paths.faq(),
    navigation: navigation(actor, req.path, options.parcours),
    breadcrumb: trail(visit, page),
    footer,
    csrf: options.csrf.token(req, res),
    notices: takeNotices(req),
    errors: page.refused?.errors ?? [],
    summary: page.summary ?? null,
    demonstration: options.demonstration,
  };
}

function trail({ actor }: Visit, page: PageOptions): Frame['breadcrumb'] {
  if (page.breadcrumb === null) return [];
  const start =
    actor === null ? { label: 'Accueil', href: paths.home() } : { label: 'Tableau de bord', href: paths.dashboard() };
  return [start, ...(page.breadcrumb ?? []), { label: page.title, href: null }];
}

export const roleLabels = {
  RESPONSIBLE: 'Responsable',
  CONTRIBUTOR: 'Contributeur',
  VERIFIER: 'Vérificateur',
  ADMINISTRATOR: 'Administrateur',
} as const;
