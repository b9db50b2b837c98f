import { placeOf } from '../answers/head.ts';
import { completionOf } from '../answers/reach.ts';
import { answeringProblem } from '../domain/answers/rights.ts';
import { plural } from '../domain/french/plural.ts';
import { rereadWords } from '../enrolments/words.ts';
import { missingErrors } from '../questionnaires/missing.ts';
import { type AlertProps, fieldId } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { Scored } from './scored.ts';

/** How many of what is missing are named; the others are on the questionnaire's page. */
const NAMED = 8;

/** What one should know before reading the figures: archived, closed, to be read again, or nothing validated yet. */
export function alertsOf(scored: Scored): readonly AlertProps[] {
  const { sheet, validated } = scored;
  const problem = answeringProblem(sheet.subject, sheet.closed);
  const href = paths.answer(placeOf(sheet));
  const alerts: AlertProps[] = [];
  if (problem !== null) {
    const title = problem.rule === 'P6' ? 'Produit archivé' : 'Pas encore ouvert';
    alerts.push({ kind: 'info', title, text: problem.message });
  }
  if (sheet.rereading !== null) {
    const text = rereadWords({ questionnaire: sheet.questionnaire.id, ...sheet.rereading });
    alerts.push({ kind: 'warn', title: 'À relire', text, links: [{ label: 'Relire le questionnaire', href }] });
  }
  if (validated === null && problem === null) alerts.push(notValidated(scored, href));
  return alerts;
}

/** Q3: what is missing before the first validation. */
function notValidated({ sheet, draft }: Scored, href: string): AlertProps {
  const completion = completionOf(sheet);
  const missing = missingErrors(sheet, completion);
  const left = missing.length;
  const title = 'Ce questionnaire n’est pas encore validé';
  if (draft === null) {
    return {
      kind: 'info',
      title,
      text: 'Rien n’est encore répondu. Ses résultats s’affichent dès les premières réponses, et comptent une fois validés.',
      actions: [{ label: 'Commencer le questionnaire', href }],
    };
  }
  if (left === 0) {
    return {
      kind: 'info',
      title,
      text: 'Le brouillon est complet. Ces résultats comptent une fois qu’il est validé.',
      actions: [{ label: 'Relire et valider', href }],
    };
  }
  const others = left - NAMED;
  const more =
    others <= 0
      ? []
      : [{ label: `… et ${others} ${plural(others, 'autre point', 'autres points')} dans le questionnaire`, href }];
  return {
    kind: 'info',
    title,
    text: `Voici ce que dit le brouillon, renseigné à ${completion.done}/${completion.total}. Avant de valider, il reste\u00a0:`,
    links: [
      ...missing.slice(0, NAMED).map(({ field, message }) => ({ label: message, href: `${href}#${fieldId(field)}` })),
      ...more,
    ],
  };
}
