import { formatList } from '../domain/french/list.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';

/** « Maturité Sécurité »: a questionnaire by the name that the démarche gives it. */
export function titleIn({ entries }: Demarche, id: string, { questionnaires }: Referential): string {
  return entries.find(({ questionnaire }) => questionnaire === id)?.title ?? questionnaires.get(id)?.title ?? id;
}

/** « Urbanisation » et « Maturité Sécurité », between quotation marks. */
export function quotedTitles(demarche: Demarche, ids: readonly string[], referential: Referential): string {
  return formatList(ids.map((id) => `«\u00a0${titleIn(demarche, id, referential)}\u00a0»`));
}

/** “les évaluations « Urbanisation » et « Maturité Sécurité » sont validées”. */
export function areValidated(demarche: Demarche, ids: readonly string[], referential: Referential): string {
  const titles = quotedTitles(demarche, ids, referential);
  const one = ids.length === 1;
  return ids.every((id) => referential.questionnaires.get(id)?.kind === 'maturity')
    ? one
      ? `l’évaluation ${titles} est validée`
      : `les évaluations ${titles} sont validées`
    : one
      ? `le questionnaire ${titles} est validé`
      : `les questionnaires ${titles} sont validés`;
}
