import { citedSubject } from '../domain/subjects/subject.ts';
import { candidateChoices } from '../subjects/candidates.ts';
import type { Choice } from '../web/components.ts';
import type { Offered } from './identification.ts';
import type { ProductFields } from './models.ts';
import { typeWords } from './summary.ts';

export const typeChoices: readonly Choice[] = [
  { value: 'CORE', label: typeWords.CORE, hint: 'Il s’utilise par lui-même.' },
  { value: 'OPTION', label: typeWords.OPTION, hint: 'Il complète un produit socle.' },
];

/** What the fields that identify a product offer, wherever they are shown. */
export function productFields({ responsibles, cores }: Offered, types = typeChoices): ProductFields {
  return {
    types,
    responsibles: candidateChoices(responsibles),
    cores: cores.map((core) => ({ value: String(core.reference), label: citedSubject(core) })),
  };
}
