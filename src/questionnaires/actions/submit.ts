import { sectionAnchor } from '../../answers/anchors.ts';
import { placeOf } from '../../answers/head.ts';
import { mustBeAnswerable, type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import { type OneSaved, saveSent } from '../../answers/saving.ts';
import { switchSections } from '../../answers/switch.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { Invalid } from '../../domain/errors.ts';
import { formatTime } from '../../domain/french/dates.ts';
import { counted } from '../../domain/french/plural.ts';
import type { Section } from '../../domain/referential/questionnaire.ts';
import { address } from '../../web/components.ts';
import { say } from '../../web/flash.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { typed } from '../../web/typed.ts';
import { queryText, type SignedVisit } from '../../web/visit.ts';
import { type Act, actOf } from '../act.ts';
import type { OtherKinds } from '../other-kinds.ts';
import { type SentCriterion, type SentSwitch, sentCriteria, sentSwitches } from '../sent.ts';
import type { ShowAnswers } from './show.ts';
import { validateNow } from './validate.ts';

type Sent = Readonly<Record<string, unknown>>;

/** The whole form, without scripts: what changed is saved first, whatever is done next. */
export function submitAnswers(deps: Deps, others: OtherKinds, show: ShowAnswers) {
  const { prisma, referential } = deps;
  return {
    /** « Valider » from another page than the questionnaire. */
    validate: validated,

    /** Q3: nothing that was typed is lost. */
    again: async (visit: SignedVisit, refused: Refused): Promise<void> => {
      const sheet = await reachSheet(prisma, referential, visit);
      const { kind } = sheet.questionnaire;
      if (kind === 'form' || kind === 'deposit') return others[kind].show(visit, refused);
      const back = sentCriteria(sheet.criteria, refused.typed).filter(({ changed }) => changed);
      const switched = sentSwitches(switchable(sheet), refused.typed);
      await show(visit, sheet, { status: refused.status, errors: refused.errors, typed: back, switched });
    },

    submit: async (visit: SignedVisit, values: Sent): Promise<void> => {
      const sheet = await reachSheet(prisma, referential, visit);
      const { kind } = sheet.questionnaire;
      if (kind === 'form' || kind === 'deposit') return others[kind].submit(visit, values);
      mustBeAnswerable(sheet);
      const form = typed(values);
      const act = actOf(form.text('action'));
      const sent = toSave(sentCriteria(sheet.criteria, form), act);
      const switched = toSwitch(sentSwitches(switchable(sheet), form), act);
      const errors = [...sent, ...switched].flatMap((one) => one.errors);
      if (errors.length > 0) throw new Invalid(errors);
      const outcomes = await saveAll(visit, sheet, sent);
      if (switched.length > 0) {
        await inTransaction(prisma, (transaction) => switchSections(transaction, referential, visit, switched));
      }
      const clashes = outcomes.flatMap((one) => (one.kind === 'conflict' ? [one.theirs] : []));
      if (clashes.length > 0) {
        const back = sent.filter(({ criterion }) => clashes.some((one) => one.criterion === criterion));
        const choices = clashes.map(({ criterion }) => ({
          field: `niveau.${criterion}`,
          message: `${criterion}\u00a0: deux réponses différentes, choisissez celle à garder.`,
        }));
        return show(visit, undefined, { status: 409, errors: choices, typed: back, clashes });
      }
      await afterwards(visit, sheet, act);
    },
  };

  /** P5: a questionnaire to be read again was, once it is saved, whether or not anything changed. */
  async function saveAll(
    visit: SignedVisit,
    sheet: ReachedSheet,
    sent: readonly SentCriterion[],
  ): Promise<readonly OneSaved[]> {
    return sent.length > 0 || sheet.rereading !== null ? saveSent(deps, visit, sent) : [];
  }

  async function afterwards(visit: SignedVisit, sheet: ReachedSheet, act: Act): Promise<void> {
    const place = placeOf(sheet);
    const page = address(paths.answer(place), { filtre: queryText(visit.req, 'filtre') });
    if (act.kind === 'ask') return visit.res.redirect(303, paths.requestValidation(place));
    if (act.kind === 'validate') return validated(visit);
    if (act.kind === 'switch') return visit.res.redirect(303, `${page}#${sectionAnchor(act.section)}`);
    say(visit.req, 'success', `Brouillon enregistré à ${formatTime(visit.now)}`);
    visit.res.redirect(303, page);
  }

  /** Q3: what is missing comes back over the page, with a link to each. */
  async function validated(visit: SignedVisit): Promise<void> {
    try {
      await validateNow(deps, visit);
    } catch (failure) {
      if (!(failure instanceof Invalid)) throw failure;
      const { fields } = failure;
      const left = counted(fields.length, 'point', 'points');
      await show(visit, undefined, {
        status: 422,
        errors: fields,
        summary: {
          title: `Le questionnaire n’est pas encore validé\u00a0: il reste ${left} à régler.`,
          text: 'Vos réponses sont enregistrées comme brouillon.',
        },
      });
    }
  }
}

/** Those that say something else than the page showed. Of two answers, the one that was chosen. */
function toSave(sent: readonly SentCriterion[], act: Act): readonly SentCriterion[] {
  return sent.flatMap((one) => {
    if (act.kind === 'take' && act.criterion === one.criterion) return [];
    const kept = act.kind === 'keep' && act.criterion === one.criterion && one.seen !== null;
    return one.changed ? [kept ? { ...one, revision: one.seen } : one] : [];
  });
}

/** Q5: those that may be switched. */
function switchable({ criteria }: ReachedSheet): readonly Pick<Section, 'id'>[] {
  const sections = criteria.flatMap((one) => one.sections.filter(({ mayBeNotApplicable }) => mayBeNotApplicable));
  return [...new Set(sections)];
}

/** Those whose switch was moved, or whose reason changed; and the one whose button was pressed. */
function toSwitch(sent: readonly SentSwitch[], act: Act): readonly SentSwitch[] {
  return sent.flatMap((one) => {
    if (act.kind !== 'switch' || act.section !== one.section) return one.changed ? [one] : [];
    return [act.on ? { ...one, reason: one.written } : { ...one, reason: null, errors: [] }];
  });
}
