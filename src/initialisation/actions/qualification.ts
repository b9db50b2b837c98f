import { carried, declaredIn, namesIn } from '../../additions/carried.ts';
import type { Deps } from '../../deps.ts';
import { Invalid } from '../../domain/errors.ts';
import { formatList } from '../../domain/french/list.ts';
import { plural } from '../../domain/french/plural.ts';
import { qualificationOf, type SubjectKind } from '../../domain/subjects/subject.ts';
import { questionsModel } from '../../forms/models.ts';
import { mustHaveForm } from '../../forms/read.ts';
import { reachSubject } from '../../subjects/reach.ts';
import { say } from '../../web/flash.ts';
import type { Refused } from '../../web/forms.ts';
import { keptByTheBrowser } from '../../web/headers.ts';
import { type Typed, typed } from '../../web/typed.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { changedSince } from '../conflict.ts';
import { placesOf } from '../places.ts';
import { answersChanged, questionnaireModels, wholeWords } from '../preview.ts';
import { recomputed, requalify } from '../requalify.ts';
import { revisionOf } from '../revision.ts';
import type { Change } from '../schemas.ts';
import { changesWanted, wantedIn } from '../wanted.ts';

/** What each button of the two pages says; « Voir ce qui change » says nothing. */
const CONFIRM = 'confirmer';
const BACK = 'modifier';

/** P5: the qualification of a product, or of the strategy: its form, what would change, then the change. */
export function editQualification(deps: Deps, kind: SubjectKind) {
  const { prisma, referential, render } = deps;
  const form = mustHaveForm(referential, qualificationOf[kind]);

  const show = async (visit: SignedVisit, held?: Typed, refused?: Refused): Promise<void> => {
    const { subject } = await reachSubject(prisma, visit, kind, 'edit');
    const { breadcrumb, qualification, back } = placesOf(subject);
    const answers = held === undefined ? subject.declared[form.id] : declaredIn(held, [form])[form.id];
    keptByTheBrowser(visit.res);
    render(
      visit,
      'initialisation/qualification',
      { title: 'Modifier la qualification', breadcrumb, refused },
      {
        errors: refused?.errors ?? [],
        action: qualification,
        revision: revisionOf(subject, held, refused),
        back,
        questions: questionsModel(form, answers ?? {}, referential.questions),
      },
    );
  };

  const preview = async (visit: SignedVisit, held: Typed, refused?: Refused): Promise<void> => {
    const { subject } = await reachSubject(prisma, visit, kind, 'edit');
    const { home, breadcrumb, qualification, back } = placesOf(subject);
    const wanted = wantedIn(referential, subject, held);
    if (wanted.errors.length > 0) {
      if (refused !== undefined) return show(visit, held, refused);
      throw new Invalid(wanted.errors);
    }
    if (wanted.answers.length === 0 && refused === undefined) {
      sayUnchanged(visit);
      return visit.res.redirect(303, home);
    }
    const revision = Number(revisionOf(subject, held, undefined));
    // Refused for that very reason, the page says it already
    const meanwhile =
      refused?.status === 409 ? null : await changedSince(prisma, visit, subject, revision, 'qualification');
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
        revision: String(subject.revision),
        carried: carried(held, namesIn([form])),
        meanwhile: meanwhile === null ? '' : `${meanwhile} ${recomputed}`,
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

function sayUnchanged({ req }: SignedVisit): void {
  say(req, 'info', 'La qualification n’a pas changé', 'Aucune réponse n’est différente\u00a0: rien n’est à confirmer.');
}
