import type { Progress } from '../domain/progress.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { matches } from '../domain/search.ts';
import { subjectTitle } from '../domain/subjects/subject.ts';
import { progressStates } from '../subjects/words.ts';
import type { Cell, TableProps } from '../web/components.ts';
import { type Asked, listState, rowsBefore } from '../web/lists.ts';
import { placeHref, publishedOf } from './places.ts';
import type { Enrolled, Node } from './store/nodes.ts';

const PAGE_SIZE = 10;

export const demarcheSorts = [
  'reference',
  'produit',
  'version',
  'parcours',
  'demarche',
  'questionnaires',
  'statut',
] as const;

interface Row {
  readonly node: Node;
  readonly demarche: Demarche;
  readonly parcours: string;
  readonly enrolled: Enrolled;
}

/** « Vos démarches »; null while there is none. P6: the nodes are those that are not archived. */
export function demarchesTable(
  referential: Referential,
  nodes: readonly Node[],
  how: Asked,
  about: { readonly path: string; readonly filters: Readonly<Record<string, string>> },
): TableProps | null {
  const all = nodes.flatMap((node) => rowsOf(referential, node));
  if (all.length === 0) return null;
  const found = all.filter(({ node, demarche, parcours }) =>
    matches(how.search, String(node.reference), node.name, node.version, demarche.title, parcours),
  );
  const sorted = found.toSorted((a, b) => order(how.sort, a, b) * (how.descending ? -1 : 1));
  const before = rowsBefore(how, sorted.length, PAGE_SIZE);
  return {
    caption: 'Vos démarches, produit par produit',
    columns: [
      { label: 'Réf. produit', sort: 'reference' },
      { label: 'Produit', sort: 'produit', heading: true },
      { label: 'Version', sort: 'version' },
      { label: 'Parcours', sort: 'parcours' },
      { label: 'Démarche', sort: 'demarche' },
      { label: 'Questionnaires', sort: 'questionnaires' },
      { label: 'Statut', sort: 'statut' },
      { label: 'Action' },
    ],
    rows: sorted.slice(before, before + PAGE_SIZE).map(cells),
    empty: {
      title: `Aucune démarche ne correspond à «\u00a0${how.search}\u00a0»`,
      text: 'Cherchez par référence, par le début d’un nom de produit, par démarche ou par parcours.',
      action: { label: 'Voir toutes vos démarches', href: about.path },
    },
    list: listState(how, {
      ...about,
      searchLabel: 'Produit, référence ou démarche',
      things: ['démarche', 'démarches'],
      total: sorted.length,
      pageSize: PAGE_SIZE,
    }),
  };
}

function rowsOf(referential: Referential, node: Node): readonly Row[] {
  return publishedOf(referential, node).map(({ demarche, enrolled }) => {
    const parcours = referential.parcours.find(({ id }) => id === demarche.parcours);
    return { node, demarche, enrolled, parcours: parcours?.title ?? demarche.parcours };
  });
}

const acts: Readonly<Record<Progress, string>> = {
  TO_COMPLETE: 'Démarrer',
  IN_PROGRESS: 'Reprendre',
  DONE: 'Voir les résultats',
};

function cells({ node, demarche, parcours, enrolled: { state, done, total } }: Row): readonly Cell[] {
  const meter = { value: done, max: total, label: `${done} questionnaires terminés sur ${total}` };
  const about = `${subjectTitle(node)}, ${demarche.title}`;
  return [
    String(node.reference),
    node.name,
    node.version,
    parcours,
    demarche.title,
    { view: 'components/meter', props: meter },
    { view: 'components/state', props: progressStates[state] },
    { actions: [{ label: acts[state], href: placeHref(demarche, node), about }] },
  ];
}

const french = new Intl.Collator('fr', { numeric: true });
const stateOrder: Readonly<Record<Progress, number>> = { TO_COMPLETE: 0, IN_PROGRESS: 1, DONE: 2 };

/** What is equal stays in the order of products, then of démarches. */
function order(sort: string, a: Row, b: Row): number {
  const byProduct =
    french.compare(a.node.name, b.node.name) ||
    french.compare(a.node.version, b.node.version) ||
    a.node.reference - b.node.reference;
  return bySort(sort, a, b) || byProduct;
}

function bySort(sort: string, a: Row, b: Row): number {
  switch (sort) {
    case 'reference':
      return a.node.reference - b.node.reference;
    case 'version':
      return french.compare(a.node.version, b.node.version);
    case 'parcours':
      return french.compare(a.parcours, b.parcours);
    case 'demarche':
      return french.compare(a.demarche.title, b.demarche.title);
    case 'questionnaires':
      return share(a.enrolled) - share(b.enrolled);
    case 'statut':
      return stateOrder[a.enrolled.state] - stateOrder[b.enrolled.state];
    default:
      return 0;
  }
}

function share({ done, total }: Enrolled): number {
  return total === 0 ? 0 : done / total;
}
