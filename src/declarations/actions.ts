import { carried, declaredIn, namesIn } from '../additions/carried.ts';
import { placeOf, sheetHead, sheetTrail } from '../answers/head.ts';
import { completionOf, mustBeAnswerable, type ReachedSheet, reachSheet } from '../answers/reach.ts';
import { statusButtons, statusNotices } from '../answers/status.ts';
import type { Deps } from '../deps.ts';
import { answeringProblem, mustValidate } from '../domain/answers/rights.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { formatTime } from '../domain/french/dates.ts';
import { formatList } from '../domain/french/list.ts';
import { plural } from '../domain/french/plural.ts';
import { isBlank } from '../domain/profile/profile.ts';
import { questionsOf } from '../domain/referential/form.ts';
import { countWords } from '../enrolments/words.ts';
import { declarationErrors, questionsModel } from '../forms/models.ts';
import { fieldName } from '../forms/read.ts';
import { answersKnown } from '../initialisation/identity.ts';
import { openingOf } from '../initialisation/opened.ts';
import { answersChanged, questionnaireModels, wholeWords } from '../initialisation/preview.ts';
import { validateNow } from '../questionnaires/actions/validate.ts';
import { say } from '../web/flash.ts';
import type { Refused } from '../web/forms.ts';
import { paths } from '../web/paths.ts';
import { typed } from '../web/typed.ts';
import type { SignedVisit } from '../web/visit.ts';
import { bothChanged, saveDeclaration } from './save.ts';
import type { SentDeclaration } from './schemas.ts';
import { changesOfDeclaration, formOf, type WantedDeclaration, wantedDeclaration } from './wanted.ts';

/** A form that a démarche asks: its questions, then what becomes of the answers. */
export function declareForm(deps: Deps) {
  const { prisma, referential, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const form = formOf(sheet);
    const late = refused?.status === 409 ? wantedDeclaration(referential, sheet, refused.typed) : null;
    const held = late?.held ?? refused?.typed;
    const answers = held === undefined ? sheet.subject.declared[form.id] : declaredIn(held, [form])[form.id];
    const known = answersKnown(form, sheet.subject.declared);
    const { done, total } = completionOf(sheet);
    const place = placeOf(sheet);
    render(
      visit,
      'declarations/form',
      { title: sheet.title, breadcrumb: sheetTrail(sheet), refused },
      {
        head: sheetHead(sheet, { title: sheet.title, current: 'answer', actions: [] }),
        notices: statusNotices(sheet),
        conflict:
          late === null
            ? null
            : {
                changes: { items: [] },
                clashes: answersChanged(late.clashes, ['Enregistré', 'Vous avez saisi']),
              },
        count: countWords(referential, {
          questionnaire: form.id,
          act: 'EVALUATION',
          state: 'IN_PROGRESS',
          done,
          total,
        }),
        questions: questionsModel(form, answers ?? {}, referential.questions),
        action: paths.answer(place),
        hidden: openingOf(sheet.subject, known, late === null ? held : undefined),
        buttons: answeringProblem(sheet.subject, sheet.closed) === null ? statusButtons(visit, sheet) : [],
        back: { label: 'Retour', href: paths.enrolment(place) },
      },
    );
  };

  const preview = async (visit: SignedVisit, sheet: ReachedSheet, wanted: WantedDeclaration, sent: SentDeclaration) => {
    const form = formOf(sheet);
    const changes = await changesOfDeclaration(prisma, referential, sheet, wanted);
    if (changes.length === 0) return false;
    const place = placeOf(sheet);
    render(
      visit,
      'declarations/preview',
      {
        title: 'Ce qui change',
        breadcrumb: [...sheetTrail(sheet), { label: sheet.title, href: paths.answer(place) }],
      },
      {
        action: paths.answer(place),
        hidden: [
          ...openingOf(sheet.subject, answersKnown(form, sheet.subject.declared), undefined),
          ...carried(wanted.held, namesIn([form])),
          ['confirme', 'oui'],
        ],
        answers: answersChanged(wanted.answers),
        words: wholeWords(changes),
        questionnaires: questionnaireModels(referential, changes),
        button: { label: 'Confirmer ces changements', name: 'action', value: sent.action },
        back: { label: 'Revenir au formulaire', href: paths.answer(place) },
      },
    );
    return true;
  };

  const submit = async (visit: SignedVisit, sent: SentDeclaration): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    mustBeAnswerable(sheet);
    if (sent.action === 'valider') mustValidate(visit.actor);
    const wanted = wantedDeclaration(referential, sheet, typed(sent));
    if (wanted.clashes.length > 0) throw new Conflict(bothChanged);
    mustRead(sheet, wanted, sent.action);
    if (sent.confirme === undefined && (await preview(visit, sheet, wanted, sent))) return;
    const { reread } = await saveDeclaration(deps, visit, typed(sent));
    const place = placeOf(sheet);
    if (sent.action === 'valider') return validateNow(deps, visit);
    if (sent.action === 'demander-validation') return visit.res.redirect(303, paths.requestValidation(place));
    say(visit.req, 'success', `Brouillon enregistré à ${formatTime(visit.now)}`, rereadWords(reread));
    visit.res.redirect(303, paths.answer(place));
  };

  /** Q3: a draft accepts what is incomplete, and nothing accepts what does not read. */
  const mustRead = (
    { questionnaire }: ReachedSheet,
    { declared }: WantedDeclaration,
    action: SentDeclaration['action'],
  ): void => {
    const form = formOf({ questionnaire });
    const given = declared[form.id] ?? {};
    const answered = new Set(
      questionsOf(form)
        .filter(({ id }) => given[id] !== undefined && !isBlank(given[id]))
        .map((question) => fieldName(form, question)),
    );
    const errors = declarationErrors(form, referential.questions, declared);
    const kept = action === 'valider' ? errors : errors.filter(({ field }) => answered.has(field));
    if (kept.length > 0) throw new Invalid(kept);
  };

  return { show, submit };
}

function rereadWords(titles: readonly string[]): string {
  if (titles.length === 0) return '';
  return `${formatList(titles)} ${plural(titles.length, 'est', 'sont')} à relire\u00a0: les réponses déjà données sont conservées.`;
}
