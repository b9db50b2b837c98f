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

/** A parcours with its démarches. */
export interface ParcoursLinks extends Link {
  /** What a menu calls it, beside the others. */
  readonly shortLabel: string;
  readonly demarches: readonly Link[];
}

/** What one may not do is not offered. */
export function navigation(
  actor: Actor | null,
  path: string,
  parcours: readonly ParcoursLinks[],
): readonly NavigationItem[] {
  const item = (label: string, href: string): NavigationItem => ({
    label,
    href,
    current: isHere(path, href),
    children: [],
  });
  const menu = (label: string, links: readonly Link[]): NavigationItem => {
    const here = nearest(path, links);
    const children = links.map((link) => ({ label: link.label, href: link.href, current: link === here }));
    return { label, href: null, current: here !== undefined, children };
  };
  const everyParcours = parcours.length > 0 ? [menu('Parcours', parcours)] : [];
  if (actor === null) {
    return [
      item('Accueil', paths.home()),
      ...everyParcours,
      item('Questionnaires publics', paths.questionnaires()),
      item('Questions fréquentes', paths.faq()),
    ];
  }
  return [
    item('Tableau de bord', paths.dashboard()),
    ...(can(actor, 'products.list') ? [menu('Vos produits', productLinks(actor))] : []),
    ...(can(actor, 'strategy.open') ? [item('Stratégie globale', paths.strategy())] : []),
    ...(can(actor, 'requests.list') ? [item('Demandes de compte', paths.requests())] : []),
    ...(can(actor, 'people.list') ? [item('Utilisateurs', paths.users())] : []),
    ...(can(actor, 'companies.manage') ? [item('Entreprises', paths.companies())] : []),
    ...(can(actor, 'staff.manage') ? [item('Équipe', paths.staff())] : []),
    ...(can(actor, 'audit.read') ? [item('Journal', paths.audit())] : []),
    ...(can(actor, 'products.list')
      ? parcours.map(({ shortLabel, href, demarches }) => ({
          ...menu(shortLabel, demarches),
          href,
          current: isHere(path, href),
        }))
      : everyParcours),
  ];
}

function productLinks(actor: Actor): readonly Link[] {
  return [
    { label: 'Catalogue', href: paths.products() },
    ...(can(actor, 'products.create') ? [{ label: 'Ajouter un produit', href: paths.newProduct() }] : []),
    { label: 'Cartographie', href: paths.portfolio() },
  ];
}

/** Of links that are above one another, the one that the page is under most closely. */
function nearest(path: string, links: readonly Link[]): Link | undefined {
  return links.filter(({ href }) => isHere(path, href)).toSorted((a, b) => b.href.length - a.href.length)[0];
}

function isHere(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
