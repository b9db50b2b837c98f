import { criterionAnchor } from '../../answers/anchors.ts';
import { placeOf } from '../../answers/head.ts';
import type { ReachedSheet } from '../../answers/reach.ts';
import { answeringProblem, mayValidate } from '../../domain/answers/rights.ts';
import { formatDate, formatRelative } from '../../domain/french/dates.ts';
import { rereadWords } from '../../enrolments/words.ts';
import { type AlertProps, address } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';

/** What one should know before answering, the most pressing first. */
export function noticesOf(
  sheet: ReachedSheet,
  { actor, now }: Pick<SignedVisit, 'actor' | 'now'>,
): readonly AlertProps[] {
  const { subject, closed, draft, rereading, validated, criteria } = sheet;
  const notices: AlertProps[] = [];
  const locked = answeringProblem(subject, closed);
  if (locked !== null) notices.push({ kind: 'warn', title: 'Questionnaire en lecture seule', text: locked.message });
  if (draft?.returned != null) {
    const { by, at, message } = draft.returned;
    const remarks = draft.remarks.map(({ criterion }) => criterion);
    notices.push({
      kind: 'warn',
      title: 'Questionnaire renvoyé pour être revu',
      text: `Par ${by}, ${formatRelative(at, now)}.${message === '' ? '' : ` «\u00a0${message}\u00a0»`}`,
      links: linksTo(criteria, remarks),
    });
  }
  if (draft?.request != null) {
    const { by, at, message } = draft.request;
    notices.push({
      kind: 'info',
      title: 'Validation demandée',
      text: `Par ${by}, ${formatRelative(at, now)}.${message === '' ? '' : ` «\u00a0${message}\u00a0»`}`,
      actions: locked === null && mayValidate(actor) ? reviewActs(sheet) : [],
    });
  }
  if (rereading !== null) {
    notices.push({
      kind: 'warn',
      title: 'Questionnaire à relire',
      text: `${rereadWords({ ...rereading, questionnaire: sheet.questionnaire.id })} ${nextSave(rereading.vanished.length > 0)}`,
      links: linksTo(criteria, rereading.appeared),
    });
  }
  if (validated !== null) {
    notices.push({
      kind: 'info',
      title: `Dernière validation\u00a0: le ${formatDate(validated.validatedAt)} par ${validated.validatedBy}`,
      text:
        draft === null
          ? 'Modifier une réponse commence un brouillon à partir de ces réponses. Les résultats restent ceux qui ont été validés.'
          : 'Un brouillon est en cours depuis. Les résultats restent ceux qui ont été validés jusqu’à la prochaine validation.',
    });
  }
  return notices;
}

/** Q3: whoever may validate reads what changed, then validates at the foot of the page, or sends it back. */
function reviewActs(sheet: ReachedSheet): NonNullable<AlertProps['actions']> {
  const place = placeOf(sheet);
  const back = { label: 'Renvoyer avec des remarques', kind: 'tertiary', href: paths.returnResponse(place) } as const;
  const changed = address(paths.answer(place), { filtre: 'modifies' });
  return sheet.validated === null
    ? [back]
    : [{ label: 'Voir ce qui a changé', kind: 'secondary', href: changed }, back];
}

function nextSave(dropped: boolean): string {
  return dropped
    ? 'Les réponses aux critères disparus seront retirées au prochain enregistrement.'
    : 'Vos autres réponses sont conservées.';
}

function linksTo(criteria: ReachedSheet['criteria'], codes: readonly string[]): NonNullable<AlertProps['links']> {
  return criteria
    .filter(({ code }) => codes.includes(code))
    .map(({ code, criterion }) => ({ label: `${code} ${criterion.title}`, href: `#${criterionAnchor(code)}` }));
}
