import { overallProgress, type Progress } from '../domain/progress.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { matches } from '../domain/search.ts';
import type { Choice } from '../web/components.ts';
import type { Asked } from '../web/lists.ts';
import { queryText, type Visit } from '../web/visit.ts';
import type { CatalogueRow } from './store.ts';

export const sorts = ['reference', 'produit', 'version', 'type', 'responsable', 'demarches', 'observatoire'] as const;

/** What the catalogue may be narrowed to; empty: everything, but the archived ones (P6). */
export interface Filters {
  readonly type: string;
  readonly demarche: string;
  readonly etat: string;
  readonly archives: string;
}

export const typeChoices: readonly Choice[] = [
  { value: 'socle', label: 'Socle' },
  { value: 'option', label: 'Option' },
];
export const archiveChoices: readonly Choice[] = [
  { value: 'seuls', label: 'Archivés' },
  { value: 'avec', label: 'Tous' },
];
export const stateChoices: readonly Choice[] = [
  { value: 'a-completer', label: 'À compléter' },
  { value: 'en-cours', label: 'En cours' },
  { value: 'termine', label: 'Terminé' },
  { value: 'aucune', label: 'Aucune démarche' },
];

const states: Readonly<Record<string, Progress>> = {
  'a-completer': 'TO_COMPLETE',
  'en-cours': 'IN_PROGRESS',
  termine: 'DONE',
};

/** What the address says and means nothing here is left out. */
export function filtersIn({ req }: Visit, { demarches }: Referential): Filters {
  const among = (name: string, values: readonly string[]): string => {
    const asked = queryText(req, name);
    return values.includes(asked) ? asked : '';
  };
  return {
    type: among('type', valuesOf(typeChoices)),
    demarche: among(
      'demarche',
      demarches.map(({ id }) => id),
    ),
    etat: among('etat', valuesOf(stateChoices)),
    archives: among('archives', valuesOf(archiveChoices)),
  };
}

/** P8: by reference, name or responsible, then what the filters keep. */
export function found(rows: readonly CatalogueRow[], search: string, filters: Filters): readonly CatalogueRow[] {
  return rows.filter(
    (row) =>
      matches(search, String(row.reference), row.name, row.version, row.responsibleName) &&
      (filters.archives === 'avec' || (row.archivedAt !== null) === (filters.archives === 'seuls')) &&
      (filters.type === '' || (filters.type === 'option') === (row.type === 'OPTION')) &&
      isAt(row, filters),
  );
}

/** A state is that of the démarche asked for, else of any of them. */
function isAt({ enrolments }: CatalogueRow, { demarche, etat }: Filters): boolean {
  const asked = enrolments.filter((one) => demarche === '' || one.demarche === demarche);
  if (etat === 'aucune') return asked.length === 0;
  if (etat === '') return demarche === '' || asked.length > 0;
  return asked.some(({ state }) => state === states[etat]);
}

export function sorted(rows: readonly CatalogueRow[], { sort, descending }: Asked): readonly CatalogueRow[] {
  return rows.toSorted((a, b) => order(sort, a, b) * (descending ? -1 : 1));
}

const french = new Intl.Collator('fr', { numeric: true });
const stateOrder: Readonly<Record<Progress, number>> = { TO_COMPLETE: 0, IN_PROGRESS: 1, DONE: 2 };

function order(sort: string, a: CatalogueRow, b: CatalogueRow): number {
  if (sort === 'reference') return a.reference - b.reference;
  const byName = french.compare(a.name, b.name) || french.compare(a.version, b.version) || a.reference - b.reference;
  if (sort === 'version') return french.compare(a.version, b.version) || byName;
  if (sort === 'type') return a.type.localeCompare(b.type) || byName;
  if (sort === 'responsable') return french.compare(a.responsibleName, b.responsibleName) || byName;
  if (sort === 'demarches') return a.enrolments.length - b.enrolments.length || rank(a) - rank(b) || byName;
  if (sort === 'observatoire') return Number(a.published) - Number(b.published) || byName;
  return byName;
}

function rank({ enrolments }: CatalogueRow): number {
  return enrolments.length === 0 ? -1 : stateOrder[overallProgress(enrolments.map(({ state }) => state))];
}

function valuesOf(choices: readonly Choice[]): readonly string[] {
  return choices.map(({ value }) => value);
}
