import { placeOf, sheetHead } from '../answers/head.ts';
import { completionOf, type ReachedSheet } from '../answers/reach.ts';
import { fullName, type Person } from '../domain/accounts/person.ts';
import { mayValidate } from '../domain/answers/rights.ts';
import { givingTheRight, validatorsOf } from '../domain/answers/validators.ts';
import { formatDateTime } from '../domain/french/dates.ts';
import { formatList } from '../domain/french/list.ts';
import { counted } from '../domain/french/plural.ts';
import type { AlertProps, ObjectProps } from '../web/components.ts';
import { fieldId } from '../web/components.ts';
import type { FormModel } from '../web/forms.ts';
import { paths } from '../web/paths.ts';
import { roleLabels } from '../web/render.ts';
import type { SignedVisit } from '../web/visit.ts';
import { missingErrors } from './missing.ts';

declare module '../web/views.ts' {
  interface Views {
    'questionnaires/request': RequestModel;
  }
}

export interface RequestModel extends FormModel {
  readonly head: ObjectProps;
  readonly action: string;
  /** The request that this one replaces. */
  readonly already: AlertProps | null;
  /** What is still missing: validation may be asked for all the same. */
  readonly left: AlertProps | null;
  readonly validators: readonly { readonly name: string; readonly role: string }[];
  /** Nobody else may validate: why, and who can change that. */
  readonly nobody: string | null;
  /** « Valider » here too, for whoever may. */
  readonly validateAction: string | null;
  readonly usersHref: string | null;
  readonly backHref: string;
}

/** How many of the missing points are named here: the questionnaire names them all. */
const NAMED = 6;

export function requestModel(
  sheet: ReachedSheet,
  { actor }: Pick<SignedVisit, 'actor'>,
  people: readonly Person[],
  form: FormModel,
): RequestModel {
  const place = placeOf(sheet);
  const others = validatorsOf(people, sheet.subject).filter(({ id }) => id !== actor.id);
  const alone = others.length === 0;
  const may = mayValidate(actor);
  return {
    ...form,
    head: sheetHead(sheet, { title: `Demander la validation\u00a0: ${sheet.title}`, current: 'answer', actions: [] }),
    action: paths.requestValidation(place),
    already: alreadyAsked(sheet),
    left: leftOf(sheet),
    validators: others.map((person) => ({ name: fullName(person), role: roleLabels[person.role] })),
    nobody: alone ? nobodyElse(may, people) : null,
    validateAction: may ? paths.validateResponse(place) : null,
    usersHref: alone && may ? paths.users() : null,
    backHref: paths.answer(place),
  };
}

function alreadyAsked({ draft }: ReachedSheet): AlertProps | null {
  const request = draft?.request ?? null;
  if (request === null) return null;
  return {
    kind: 'info',
    title: `Validation déjà demandée le ${formatDateTime(request.at)} par ${request.by}`,
    text:
      request.message === ''
        ? 'Une nouvelle demande la remplace.'
        : `«\u00a0${request.message}\u00a0» Une nouvelle demande la remplace.`,
  };
}

function leftOf(sheet: ReachedSheet): AlertProps | null {
  const errors = missingErrors(sheet, completionOf(sheet));
  if (errors.length === 0) return null;
  const page = paths.answer(placeOf(sheet));
  const others = errors.length - NAMED;
  return {
    kind: 'warn',
    title: `Il reste ${counted(errors.length, 'point', 'points')} à régler avant de pouvoir valider`,
    text: 'Vous pouvez déjà demander une relecture\u00a0: la validation, elle, attendra que tout soit réglé.',
    links: [
      ...errors.slice(0, NAMED).map(({ field, message }) => ({ label: message, href: `${page}#${fieldId(field)}` })),
      ...(others > 0
        ? [{ label: `Voir ${counted(others, 'autre point', 'autres points')}`, href: `${page}?filtre=restants` }]
        : []),
    ],
  };
}

function nobodyElse(may: boolean, people: readonly Person[]): string {
  if (may)
    return 'Vous êtes la seule personne à pouvoir valider ce questionnaire\u00a0: vous n’avez personne à prévenir.';
  const givers = givingTheRight(people).map(fullName);
  return givers.length === 0
    ? 'Personne ne peut encore valider ce questionnaire, et votre entreprise n’a plus de Responsable pour en donner le droit\u00a0: contactez le support.'
    : `Personne ne peut encore valider ce questionnaire. Ce droit est donné par ${formatList(givers)}.`;
}
