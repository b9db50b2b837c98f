import { join } from 'node:path';
import { root } from '../../src/root.ts';
import { openAssets } from '../../src/web/assets.ts';
import type { Frame } from '../../src/web/frame.ts';

/** What a start builds. */
export const assets = openAssets(join(root, 'dist/public'));

const link = (label: string) => ({ label, href: '#', current: false });

/** The frame of a page that somebody signed in reads. */
export function aFrame(over: Partial<Frame> = {}): Frame {
  return {
    view: 'development/components',
    title: 'Composants',
    path: '/composants',
    asset: assets.url,
    user: {
      name: 'Claire Martin',
      role: 'Responsable',
      unread: 3,
      accountHref: '/compte',
      notificationsHref: '/notifications',
      signOutHref: '/deconnexion',
    },
    signInHref: '/connexion',
    requestHref: '/demande-de-compte',
    homeHref: '/tableau-de-bord',
    helpHref: '/faq',
    navigation: [
      { label: 'Tableau de bord', href: '/tableau-de-bord', current: true, children: [] },
      { label: 'Vos produits', href: null, current: false, children: [link('Catalogue'), link('Cartographie')] },
      { label: 'Mon espace santé', href: '/parcours/mes', current: false, children: [link('Référencement guidé')] },
    ],
    breadcrumb: [
      { label: 'Tableau de bord', href: '/tableau-de-bord' },
      { label: 'Composants', href: null },
    ],
    footer: [link('Plan du site'), link('Accessibilité : non conforme'), link('Mentions légales')],
    csrf: 'jeton',
    notices: [],
    errors: [],
    summary: null,
    demonstration: true,
    ...over,
  };
}
