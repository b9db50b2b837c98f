import type { Actor } from '../domain/accounts/person.ts';
import { can } from '../domain/accounts/rights.ts';
import type { Link, NavigationItem } from './frame.ts';
import { paths } from './paths.ts';

export const footer: readonly Link[] = [
  { label: 'Questionnaires publics', href: paths.questionnaires() },
  { label: 'Plan du site', href: paths.siteMap() },
  { label: 'Accessibilité : non conforme', href: paths.accessibility() },
  { label: 'Mentions légales', href: paths.legal() },
  { label: 'Conditions générales d’utilisation', href: paths.terms() },
  { label: 'Données personnelles', href: paths.privacy() },
  { label: 'Questions fréquentes', href: paths.faq() },
];

/** What one may not do is not offered. */
export function navigation(actor: Actor | null, path: string, parcours: readonly Link[]): readonly NavigationItem[] {
  const item = (label: string, href: string): NavigationItem => ({
    label,
    href,
    current: isHere(path, href),
    children: [],
  });
  const menu = (label: string, links: readonly Link[]): NavigationItem => {
    const children = links.map((link) => ({ ...link, current: isHere(path, link.href) }));
    return { label, href: null, current: children.some((child) => child.current), children };
  };
  if (actor === null) {
    return [
      item('Accueil', paths.home()),
      ...(parcours.length > 0 ? [menu('Parcours', parcours)] : []),
      item('Questionnaires publics', paths.questionnaires()),
      item('Questions fréquentes', paths.faq()),
    ];
  }
  return [
    item('Tableau de bord', paths.dashboard()),
    ...(can(actor, 'requests.list') ? [item('Demandes de compte', paths.requests())] : []),
    ...(can(actor, 'people.list') ? [item('Utilisateurs', paths.users())] : []),
    ...(can(actor, 'companies.manage') ? [item('Entreprises', paths.companies())] : []),
    ...(can(actor, 'staff.manage') ? [item('Équipe', paths.staff())] : []),
    ...(can(actor, 'audit.read') ? [item('Journal', paths.audit())] : []),
    ...(parcours.length > 0 ? [menu('Parcours', parcours)] : []),
  ];
}

function isHere(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
