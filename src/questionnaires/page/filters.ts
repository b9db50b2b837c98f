import { type AnswerFilter, filtersFor } from '../../domain/answers/filters.ts';
import { address } from '../../web/components.ts';
import type { RailModel } from '../models.ts';
import { ALL, filterNames } from './filter-names.ts';
import type { Shown } from './shown.ts';

const labels: Readonly<Record<'maturity' | 'compliance', Readonly<Record<AnswerFilter | 'all', string>>>> = {
  maturity: {
    all: 'Tous',
    left: 'Restants',
    toCorrect: 'À corriger',
    below: 'Sous le recommandé',
    mandatory: 'Obligations',
    proofs: 'Preuves attendues',
    nonCompliant: 'Non conformes',
    changed: 'Modifiés',
  },
  compliance: {
    all: 'Toutes',
    left: 'Restantes',
    toCorrect: 'À corriger',
    below: 'Sous le recommandé',
    mandatory: 'Obligations',
    proofs: 'Preuves attendues',
    nonCompliant: 'Non conformes',
    changed: 'Modifiées',
  },
};

/** Null: all are shown, whatever the address says that is no filter. */
export function filterNamed(name: string, kind: 'maturity' | 'compliance'): AnswerFilter | null {
  return filtersFor[kind].find((filter) => filterNames[filter] === name) ?? null;
}

export function filterModels(
  { criteria, sheet }: Shown,
  { kind, path, current }: { readonly kind: 'maturity' | 'compliance'; path: string; current: AnswerFilter | null },
): RailModel['filters'] {
  // Nothing was validated yet: nothing changed since.
  const offered = filtersFor[kind].filter((filter) => filter !== 'changed' || sheet.validated !== null);
  return [
    { name: ALL, label: labels[kind].all, count: criteria.length, href: path, current: current === null },
    ...offered.map((filter) => ({
      name: filterNames[filter],
      label: labels[kind][filter],
      count: criteria.filter(({ filters }) => filters.includes(filter)).length,
      href: address(path, { filtre: filterNames[filter] }),
      current: filter === current,
    })),
  ];
}
