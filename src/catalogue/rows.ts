import type { Actor } from '../domain/accounts/person.ts';
import { counted } from '../domain/french/plural.ts';
import { overallProgress } from '../domain/progress.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { publishingProblem } from '../domain/subjects/publication.ts';
import { canOn, type SubjectAction } from '../domain/subjects/rights.ts';
import { subjectTitle } from '../domain/subjects/subject.ts';
import { typeWords } from '../products/summary.ts';
import { progressStates } from '../subjects/words.ts';
import { address, type ButtonProps, type Cell, type Column } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import { archivingOf, FROM_CATALOGUE } from './archiving.ts';
import type { CatalogueRow } from './store.ts';
import { observatoryState } from './words.ts';

export const columns: readonly Column[] = [
  { label: 'Réf.', sort: 'reference' },
  { label: 'Produit', sort: 'produit', heading: true },
  { label: 'Version', sort: 'version' },
  { label: 'Type', sort: 'type' },
  { label: 'Responsable', sort: 'responsable' },
  { label: 'Démarches', sort: 'demarches' },
  { label: 'Observatoire', sort: 'observatoire' },
  { label: 'Actions' },
];

export function catalogueCells(row: CatalogueRow, actor: Actor, referential: Referential): readonly Cell[] {
  const { reference, name, version, type, responsibleName, published, archivedAt } = row;
  return [
    String(reference),
    { text: name, href: paths.product({ reference }), ...(archivedAt !== null && { note: 'Archivé' }) },
    version,
    typeWords[type],
    responsibleName,
    demarchesCell(row, referential),
    { view: 'components/state', props: observatoryState(published) },
    { view: 'catalogue/row-acts', props: { acts: actsOf(row, actor) } },
  ];
}

/** How many, which, and how far all of them are. */
function demarchesCell({ enrolments }: CatalogueRow, { demarches }: Referential): Cell {
  if (enrolments.length === 0) return 'Aucune';
  const state = progressStates[overallProgress(enrolments.map((one) => one.state))];
  const names = enrolments.map((one) => {
    const title = demarches.find(({ id }) => id === one.demarche)?.title ?? one.demarche;
    return `${title}\u00a0: ${progressStates[one.state].label}`;
  });
  const count = counted(enrolments.length, 'démarche', 'démarches');
  return { view: 'catalogue/row-demarches', props: { count, state, names } };
}

/** What one may not do is not offered. */
function actsOf(row: CatalogueRow, actor: Actor): readonly ButtonProps[] {
  const { reference, published, archivedAt } = row;
  const common = { kind: 'tertiary-no-outline', small: true, about: subjectTitle(row) } as const;
  const archiving = archivingOf({ reference, archivedAt });
  return [
    ...(may(actor, 'duplicate', row)
      ? [{ ...common, label: 'Dupliquer', href: paths.duplicateProduct({ reference }) }]
      : []),
    ...(may(actor, 'publish', row) && publishingProblem({ archivedAt }, !published) === null
      ? [{ ...common, label: published ? 'Ne pas publier' : 'Publier', href: paths.publishProduct({ reference }) }]
      : []),
    ...(may(actor, 'archive', row)
      ? [
          {
            ...common,
            label: archiving.label,
            action: address(archiving.action, FROM_CATALOGUE),
            name: 'archived',
            value: archiving.value,
          },
        ]
      : []),
  ];
}

/** Whoever sees it in the catalogue accesses it. */
function may(actor: Actor, action: SubjectAction, { id, responsibleId }: CatalogueRow): boolean {
  const { companyId } = actor;
  if (companyId === null) return false;
  return canOn({ ...actor, subjectIds: [id] }, action, { id, companyId, kind: 'PRODUCT', responsibleId });
}
