import { carried, declaredIn, namesIn } from '../../additions/carried.ts';
import type { Deps } from '../../deps.ts';
import { Conflict, Invalid } from '../../domain/errors.ts';
import { formatList } from '../../domain/french/list.ts';
import { plural } from '../../domain/french/plural.ts';
import { qualificationOf, type Subject, type SubjectKind } from '../../domain/subjects/subject.ts';
import { questionsModel } from '../../forms/models.ts';
import { fieldName, mustHaveForm } from '../../forms/read.ts';
import { reachSubject } from '../../subjects/reach.ts';
import { say } from '../../web/flash.ts';
import type { Refused } from '../../web/forms.ts';
import { keptByTheBrowser } from '../../web/headers.ts';
import { type Typed, typed } from '../../web/typed.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { changedSince, conflictWords } from '../conflict.ts';
import { answersKnown } from '../identity.ts';
import type { ConflictModel } from '../models.ts';
import { mergedIn, openingOf } from '../opened.ts';
import { placesOf } from '../places.ts';
import { answersChanged, questionnaireModels, wholeWords } from '../preview.ts';
import { requalify } from '../requalify.ts';
import type { Change } from '../schemas.ts';
import { changesWanted, type Wanted, wantedIn } from '../wanted.ts';

/** What each button of the two pages says; « Voir ce qui change » says nothing. */
const CONFIRM = 'confirmer';
const BACK = 'modifier';

/** P5: the qualification of a product, or of the strategy: its form, what would change, then the change. */
export function editQualification(deps: Deps, kind: SubjectKind) {
  const { prisma, referential, render } = deps;
  const form = mustHaveForm(referential, qualificationOf[kind]);

  /** P5: what is asked for with what others changed since, and what they did; no conflict when they changed nothing of it. */
  const together = async (visit: SignedVisit, subject: Subject, sent: Typed): Promise<Together> => {
    const { held, clashes } = mergedIn(answersKnown(form, subject.declared), sent);
    const wanted = wantedIn(referential, subject, held);
    const changes = await changedSince(prisma, visit, subject, Number(sent.text('revision')), 'qualification');
    if (changes === null) return { held, wanted, conflict: null };
    const both = wanted.answers.filter(({ question }) => clashes.includes(fieldName(form, question)));
    return { held, wanted, conflict: { changes, clashes: answersChanged(both, ['Enregistré', 'Vous avez saisi']) } };
  };

  const show = async (visit: SignedVisit, sent?: Typed, refused?: Refused): Promise<void> => {
    const { subject } = await reachSubject(prisma, visit, kind, 'edit');
    const { breadcrumb, qualification, back } = placesOf(subject);
    const late = sent !== undefined && refused?.status === 409 ? await together(visit, subject, sent) : null;
    const held = late?.held ?? sent;
    const answers = held === undefined ? subject.declared[form.id] : declaredIn(held, [form])[form.id];
    keptByTheBrowser(visit.res);
    render(
      visit,
      'initialisation/qualification',
      { title: 'Modifier la qualification', breadcrumb, refused },
      {
        errors: refused?.errors ?? [],
        action: qualification,
        hidden: openingOf(subject, answersKnown(form, subject.declared), held),
        conflict: late?.conflict ?? null,
        back,
        questions: questionsModel(form, answers ?? {}, referential.questions),
      },
    );
  };

  const preview = async (visit: SignedVisit, sent: Typed, refused?: Refused): Promise<void> => {
    const { subject } = await reachSubject(prisma, visit, kind, 'edit');
    const { home, breadcrumb, qualification, back } = placesOf(subject);
    const { held, wanted, conflict } = await together(visit, subject, sent);
    if (wanted.errors.length > 0) {
      if (refused !== undefined) return show(visit, sent, refused);
      if (conflict !== null) throw new Conflict(conflictWords(subject, 'qualification'));
      throw new Invalid(wanted.errors);
    }
    if (wanted.answers.length === 0 && refused === undefined) {
      sayUnchanged(visit);
      return visit.res.redirect(303, home);
    }
    // Refused for that very reason, the page says it already
    const told = conflict === null || refused?.status === 409;
    const changes = await changesWanted(prisma, referential, subject, wanted);
    keptByTheBrowser(visit.res);
    render(
      visit,
      'initialisation/preview',
      {
        title: 'Ce qui change',
        breadcrumb: [...breadcrumb, { label: 'Modifier la qualification', href: qualification }],
        refused,
      },
      {
        action: qualification,
        hidden: [
          ...openingOf(subject, answersKnown(form, subject.declared), undefined),
          ...carried(held, namesIn([form])),
        ],
        meanwhile: told ? '' : conflictWords(subject, 'qualification'),
        conflict,
        answers: answersChanged(wanted.answers),
        words: wholeWords(changes),
        questionnaires: questionnaireModels(referential, changes),
        back,
      },
    );
  };

  const confirm = async (visit: SignedVisit, sent: Change): Promise<void> => {
    const { subject, outcome, reread } = await requalify(deps, visit, kind, sent);
    if (outcome === 'saved') {
      const text =
        reread.length === 0
          ? ''
          : `${formatList(reread)} ${plural(reread.length, 'est', 'sont')} à relire\u00a0: les réponses déjà données sont conservées.`;
      say(visit.req, 'success', 'La qualification est enregistrée', text);
    }
    if (outcome === 'nothing') sayUnchanged(visit);
    visit.res.redirect(303, placesOf(subject).home);
  };

  const act = async (visit: SignedVisit, sent: Change): Promise<void> => {
    if (sent.act === CONFIRM) await confirm(visit, sent);
    else if (sent.act === BACK) await show(visit, typed(sent));
    else await preview(visit, typed(sent));
  };

  const again = async (visit: SignedVisit, refused: Refused): Promise<void> => {
    const confirming = refused.typed.text('act') === CONFIRM && refused.errors.every(({ field }) => field === '');
    if (confirming) await preview(visit, refused.typed, refused);
    else await show(visit, refused.typed, refused);
  };

  return { show: (visit: SignedVisit) => show(visit), act, again };
}

interface Together {
  readonly held: Typed;
  readonly wanted: Wanted;
  readonly conflict: ConflictModel | null;
}

function sayUnchanged({ req }: SignedVisit): void {
  say(req, 'info', 'La qualification n’a pas changé', 'Aucune réponse n’est différente\u00a0: rien n’est à confirmer.');
}
