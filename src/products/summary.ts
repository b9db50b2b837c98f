import { fullName } from '../domain/accounts/person.ts';
import { linesOf } from '../domain/referential/text.ts';
import { citedSubject } from '../domain/subjects/subject.ts';
import type { SummaryProps } from '../web/components.ts';
import type { Typed } from '../web/typed.ts';
import type { Offered } from './identification.ts';

export const typeWords = { CORE: 'Socle', OPTION: 'Option' } as const;

/** P2: what was typed at the first step, to read again. */
export function identificationSummary(held: Typed, { responsibles, cores }: Offered): SummaryProps['items'] {
  const line = (label: string, value: string) => ({ label, values: linesOf(value), change: null });
  const type = held.text('type') === 'OPTION' ? 'OPTION' : 'CORE';
  const core = cores.find(({ reference }) => String(reference) === held.text('core'));
  const responsible = responsibles.find(({ person }) => person.login === held.text('responsible'))?.person;
  return [
    line('Nom du produit', held.text('name')),
    line('Version', held.text('version')),
    line('Type de produit', typeWords[type]),
    ...(type === 'OPTION' ? [line('Produit socle', core === undefined ? '' : citedSubject(core))] : []),
    line('N° d’identification (NIL)', held.text('nil')),
    line('Responsable', responsible === undefined ? '' : fullName(responsible)),
    line('Description du produit', held.text('description')),
    line('Certifications', held.text('certifications')),
  ];
}
