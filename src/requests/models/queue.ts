import type { AccountRequest, RequestStatus } from '../../database/generated/client.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { formatSiren } from '../../domain/accounts/siren.ts';
import { formatDate } from '../../domain/french/dates.ts';
import type { EmptyProps, StateProps, TableProps } from '../../web/components.ts';
import { type Asked, listState } from '../../web/lists.ts';
import { paths } from '../../web/paths.ts';
import { PAGE_SIZE, type Part } from '../queue.ts';

export interface QueueModel {
  readonly tabs: readonly {
    readonly label: string;
    readonly count: number;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly heading: string;
  readonly table: TableProps;
}

declare module '../../web/views.ts' {
  interface Views {
    'requests/queue': QueueModel;
  }
}

interface Tab extends Part {
  readonly label: string;
  readonly dated: string;
  /** As the address says it. */
  readonly order: string;
  readonly empty: EmptyProps;
}

export const tabs = {
  'a-examiner': {
    label: 'À examiner',
    states: ['SUBMITTED'],
    date: 'submittedAt',
    dated: 'Pièces déposées le',
    // Whoever waits the longest comes first
    order: 'date',
    empty: {
      title: 'Aucune demande à examiner',
      text: 'Une demande arrive ici dès que ses pièces sont déposées ; une notification vous le dit.',
    },
  },
  'en-attente': {
    label: 'En attente des pièces',
    states: ['AWAITING_PAPERS'],
    date: 'createdAt',
    dated: 'Demande faite le',
    order: '-date',
    empty: {
      title: 'Aucune demande n’attend de pièces',
      text: 'Une demande arrive ici quand un visiteur l’enregistre, et y revient si vous demandez d’autres pièces.',
    },
  },
  traitees: {
    label: 'Traitées',
    states: ['APPROVED', 'REFUSED'],
    date: 'decidedAt',
    dated: 'Décision prise le',
    order: '-date',
    empty: {
      title: 'Aucune demande n’est encore traitée',
      text: 'Les demandes approuvées et refusées sont gardées ici.',
    },
  },
} as const satisfies Record<string, Tab>;

export type TabName = keyof typeof tabs;

export function isTab(text: string): text is TabName {
  return Object.hasOwn(tabs, text);
}

export const sorts = ['numero', 'entreprise', 'demandeur', 'date'];

export const stateOf: Readonly<Record<RequestStatus, StateProps>> = {
  AWAITING_PAPERS: { kind: 'wait', label: 'En attente des pièces' },
  SUBMITTED: { kind: 'todo', label: 'À examiner' },
  APPROVED: { kind: 'done', label: 'Approuvée' },
  REFUSED: { kind: 'closed', label: 'Refusée' },
};

export function queueModel(
  name: TabName,
  how: Asked,
  counts: ReadonlyMap<RequestStatus, number>,
  found: { readonly requests: readonly AccountRequest[]; readonly total: number },
): QueueModel {
  const tab: Tab = tabs[name];
  const link = (etat: string): string => `${paths.requests()}?etat=${etat}`;
  return {
    tabs: Object.entries<Tab>(tabs).map(([etat, { label, states }]) => ({
      label,
      count: states.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0),
      href: link(etat),
      current: etat === name,
    })),
    heading: tab.label,
    table: {
      caption: `Demandes de compte : ${tab.label}`,
      columns: [
        { label: 'Entreprise', sort: 'entreprise' },
        { label: 'Numéro', sort: 'numero' },
        { label: 'SIREN' },
        { label: 'Demandeur', sort: 'demandeur' },
        { label: tab.dated, sort: 'date' },
        { label: 'État' },
      ],
      rows: found.requests.map((request) => rowOf(request, tab)),
      empty: how.search === '' ? tab.empty : nothingFound(how.search, link(name)),
      list: listState(how, {
        path: paths.requests(),
        searchLabel: 'Entreprise, SIREN, demandeur ou numéro',
        things: ['demande', 'demandes'],
        total: found.total,
        pageSize: PAGE_SIZE,
        filters: { etat: name },
      }),
    },
  };
}

function rowOf(request: AccountRequest, tab: Tab): TableProps['rows'][number] {
  const date = request[tab.date];
  return [
    { text: request.legalName, href: paths.request({ number: request.number }) },
    String(request.number),
    formatSiren(request.siren),
    { text: fullName(request), note: request.position },
    date === null ? '–' : formatDate(date),
    { view: 'components/state', props: stateOf[request.status] },
  ];
}

function nothingFound(search: string, href: string): EmptyProps {
  return {
    title: `Aucune demande ne correspond à « ${search} »`,
    text: 'Vérifiez votre saisie, ou cherchez dans un autre état.',
    action: { label: 'Effacer la recherche', href },
  };
}
