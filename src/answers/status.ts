import { answeringProblem, mayValidate } from '../domain/answers/rights.ts';
import { formatDate } from '../domain/french/dates.ts';
import type { ButtonProps, NoticeProps } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';
import { placeOf } from './head.ts';
import type { ReachedSheet } from './reach.ts';

/** Q3: what one may do with one's answers, validating last and only if one may. */
export function statusButtons({ actor }: SignedVisit, sheet: ReachedSheet): readonly ButtonProps[] {
  const draft: ButtonProps = {
    label: 'Enregistrer comme brouillon',
    kind: 'tertiary',
    name: 'action',
    value: 'brouillon',
  };
  const ask: ButtonProps = {
    label: 'Enregistrer et demander validation',
    kind: 'secondary',
    name: 'action',
    value: 'demander-validation',
  };
  const validate: ButtonProps = { label: 'Valider', name: 'action', value: 'valider' };
  if (!mayValidate(actor)) return [draft, ask];
  if (!sheet.draft?.request) return [draft, ask, validate];
  const back: ButtonProps = {
    label: 'Renvoyer avec des remarques',
    kind: 'tertiary',
    href: paths.returnResponse(placeOf(sheet)),
  };
  return [draft, back, validate];
}

/** Why it is only read, what waits, what was sent back, what counts (P6, D3, Q3, Q4). */
export function statusNotices({ subject, closed, draft, validated }: ReachedSheet): readonly NoticeProps[] {
  const problem = answeringProblem(subject, closed);
  if (problem !== null) return [{ kind: 'info', title: 'Lecture seule', text: problem.message }];
  if (draft?.request) {
    const { by, at } = draft.request;
    return [{ kind: 'info', title: 'Validation demandée', text: `${by} l’a demandée le ${formatDate(at)}.` }];
  }
  if (draft?.returned) {
    const { by, at, message } = draft.returned;
    return [{ kind: 'warning', title: `Renvoyé par ${by} le ${formatDate(at)}`, text: message }];
  }
  if (validated === null) return [];
  const since = draft === null ? '' : ' Vos changements ne comptent qu’une fois validés.';
  return [
    {
      kind: 'success',
      title: 'Questionnaire validé',
      text: `Par ${validated.validatedBy}, le ${formatDate(validated.validatedAt)}.${since}`,
    },
  ];
}
