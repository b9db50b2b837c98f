import { depositedTypes, placeOf, sheetHead } from '../answers/head.ts';
import type { ReachedSheet } from '../answers/reach.ts';
import type { ProofRow } from '../answers/sheet.ts';
import { counted, plural } from '../domain/french/plural.ts';
import { countedTypes, isLive } from '../domain/proofs/deposited.ts';
import { expectingPlaces, type ProofPlace, proofPlaces } from '../domain/proofs/places.ts';
import { matches } from '../domain/search.ts';
import { withSwitchedSections } from '../domain/sections.ts';
import { address, type Cell } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import { fileRow } from './files.ts';
import type { AllProofsModel } from './models.ts';
import { type Looking, typeTitle } from './panel.ts';

const filters = [
  { name: '', label: 'Tous les types' },
  { name: 'attendues', label: 'Preuves attendues' },
  { name: 'deposees', label: 'Preuves déposées' },
] as const;

interface Line {
  readonly place: ProofPlace;
  readonly type: string;
  readonly title: string;
  readonly live: number;
  /** Q6: as the requirement is answered. */
  readonly expected: boolean;
  readonly proofs: readonly ProofRow[];
}

/** All the proofs of a questionnaire: what is expected, criterion by criterion, and what was deposited of it. */
export function allProofsModel(
  sheet: ReachedSheet,
  looking: Looking,
  wanted: { readonly filter: string; readonly search: string },
): AllProofsModel {
  const place = placeOf(sheet);
  const path = paths.proofs(place);
  const { done, total } = depositedTypes(sheet);
  const { answers } = withSwitchedSections(sheet.criteria, sheet.answered);
  const expecting = new Set(expectingPlaces(sheet, answers).map(({ code }) => code));
  const lines = proofPlaces(sheet).flatMap((one) => linesOf(one, sheet.proofs, expecting.has(one.code)));
  const current = filters.find(({ name }) => name === wanted.filter) ?? filters[0];
  const shown = lines
    .filter((line) => isShown(line, current.name))
    .filter((line) => matches(wanted.search, ...wordsIn(line)));
  return {
    head: sheetHead(sheet, { title: allProofsTitle(sheet), current: 'proofs', actions: [] }),
    count: `${done}/${total} ${plural(total, 'type de preuve déposé', 'types de preuve déposés')}`,
    filters: filters.map(({ name, label }) => ({
      label,
      count: lines.filter((line) => isShown(line, name)).length,
      href: address(path, { filtre: name, q: wanted.search }),
      current: name === current.name,
    })),
    table: {
      caption: 'Preuves attendues et déposées, par exigence',
      columns: [
        { label: 'Exigence', heading: true },
        { label: 'Type de preuve' },
        { label: 'Preuves déposées' },
        { label: 'État' },
      ],
      rows: shown.map((line) => cellsOf(sheet, line, looking)),
      empty:
        lines.length === 0
          ? { title: 'Ce questionnaire n’attend aucune preuve.' }
          : { title: 'Aucune preuve ne correspond.', action: { label: 'Tout afficher', href: path } },
      list: {
        path,
        search: wanted.search,
        searchLabel: 'Rechercher une exigence, un type ou un fichier',
        sort: '',
        page: 1,
        pages: 1,
        count: counted(shown.length, 'type de preuve', 'types de preuve'),
        filters: { filtre: current.name },
      },
    },
  };
}

export function allProofsTitle({ title }: Pick<ReachedSheet, 'title'>): string {
  return `Preuves\u00a0: ${title}`;
}

function linesOf(place: ProofPlace, proofs: readonly ProofRow[], expected: boolean): readonly Line[] {
  return countedTypes(place, proofs).map(({ type, live }) => ({
    place,
    live,
    expected,
    type: type.id,
    title: type.title,
    proofs: proofs.filter((one) => one.criterion === place.code && one.type === type.id && one.archivedAt === null),
  }));
}

function isShown({ live, expected }: Line, filter: string): boolean {
  if (filter === '') return true;
  return filter === 'attendues' ? expected && live === 0 : live > 0;
}

function wordsIn({ place, title, proofs }: Line): readonly string[] {
  return [place.code, place.title, title, ...proofs.flatMap(({ name, description }) => [name, description])];
}

function cellsOf(
  sheet: ReachedSheet,
  { place, title, live, expected, proofs }: Line,
  looking: Looking,
): readonly Cell[] {
  const at = { ...placeOf(sheet), code: place.code };
  const files = proofs.map((proof) => {
    const { name, href, detail, warning } = fileRow(proof, typeTitle(place, proof.type), at, looking, false);
    return { name, href, note: isLive(proof) && warning === '' ? detail : warning };
  });
  return [
    { text: place.code, href: paths.criterionProofs(at), note: place.title },
    title,
    { view: 'proofs/names', props: { files } },
    stateOf(live, expected),
  ];
}

function stateOf(live: number, expected: boolean): Cell {
  if (live === 0 && !expected) return 'Attendue si vous répondez «\u00a0Conforme\u00a0»';
  const props = live > 0 ? { kind: 'done', label: 'Déposé' } : { kind: 'todo', label: 'Au moins une attendue' };
  return { view: 'components/state', props };
}
