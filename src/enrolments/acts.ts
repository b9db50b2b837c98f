import type { Demarche } from '../domain/referential/demarche.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { address } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { KeptItem } from './store.ts';

export interface CardAct {
  readonly label: string;
  readonly href: string;
}

const labels: Readonly<Record<Questionnaire['kind'], string>> = {
  maturity: 'Lire les critères',
  compliance: 'Lire les critères',
  deposit: 'Lire les documents attendus',
  form: 'Lire les questions',
};

/** What the card of a questionnaire leads to: its reading, as this démarche asks it. Here alone is it chosen. */
export function cardAct(
  { questionnaires }: Referential,
  demarche: Demarche,
  { questionnaire: slug, closed }: KeptItem,
): CardAct | null {
  const questionnaire = questionnaires.get(slug);
  if (closed || questionnaire === undefined) return null;
  const { kind } = questionnaire;
  return {
    label: labels[kind],
    href: address(paths.questionnaire({ slug }), { demarche: kind === 'form' ? '' : demarche.id }),
  };
}
