import type { z } from 'zod';
import { openDraft } from '../../answers/draft.ts';
import { placeOf } from '../../answers/head.ts';
import { mustBeAnswerable, type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import { record } from '../../audit/record.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { mustBeRequested, type Request } from '../../domain/answers/request.ts';
import { mustValidate } from '../../domain/answers/rights.ts';
import { Invalid } from '../../domain/errors.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { returned } from '../mails.ts';
import { peopleSeeing, tellReturned } from '../notices.ts';
import { citedSheet, trailTo } from '../place.ts';
import { returnModel } from '../return-model.ts';
import type { returnSchema } from '../schemas.ts';
import { keepReturn, lockRequest } from '../store.ts';

type Sent = z.infer<typeof returnSchema>;

/** Q3: whoever validates may send it back, and say why, instead of validating it. */
export function returnResponse(deps: Deps) {
  const { prisma, referential, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    mustValidate(visit.actor);
    const sheet = await reachSheet(prisma, referential, visit);
    mustBeAnswerable(sheet);
    const request = sheet.draft?.request ?? null;
    mustBeRequested(request, sheet.draft?.returned ?? null);
    const page = { title: `Renvoyer avec des remarques\u00a0: ${sheet.title}`, breadcrumb: trailTo(sheet), refused };
    render(visit, 'questionnaires/return', page, returnModel(sheet, request, visit.now, formModel(refused)));
  };

  const send = async (visit: SignedVisit, { message, remarks }: Sent): Promise<void> => {
    mustValidate(visit.actor);
    const sheet = await inTransaction(prisma, async (transaction) => {
      const opened = await reachSheet(transaction, referential, visit);
      mustBeAnswerable(opened);
      mustBeRequested(opened.draft?.request ?? null, opened.draft?.returned ?? null);
      const draftId = await openDraft(transaction, visit, opened);
      const request = await lockRequest(transaction, draftId);
      const sheet = await reachSheet(transaction, referential, visit);
      mustBeRequested(request, sheet.draft?.returned ?? null);
      mustBeAsked(sheet, remarks);
      await keepReturn(transaction, draftId, { at: visit.now, by: visit.actor.name, message }, remarks);
      await tell(deps, transaction, visit, sheet, request, { message, remarks });
      return sheet;
    });
    deps.mail.wake();
    say(
      visit.req,
      'success',
      'Questionnaire renvoyé',
      `${citedSheet(sheet)}\u00a0: un message prévient la personne qui en avait demandé la validation.`,
    );
    visit.res.redirect(303, paths.enrolment(placeOf(sheet)));
  };

  return { show, send };
}

/** P5: a criterion that vanished meanwhile has no place for its remark: it is given back to be said otherwise. */
function mustBeAsked({ criteria }: ReachedSheet, remarks: Sent['remarks']): void {
  const asked = new Set(criteria.map(({ code }) => code));
  const lost = remarks.filter(({ criterion }) => !asked.has(criterion));
  if (lost.length === 0) return;
  throw new Invalid(
    lost.map(({ criterion, text }) => ({
      field: '',
      message: `Le critère ${criterion} n’est plus demandé\u00a0: votre remarque «\u00a0${text}\u00a0» n’a pas été envoyée. Reprenez-la dans le message si elle vaut encore.`,
    })),
  );
}

/** A7: whoever asked may have left since: then there is nobody to tell, and the questionnaire says it by itself. */
async function tell(
  deps: Deps,
  transaction: Transaction,
  visit: SignedVisit,
  sheet: ReachedSheet,
  { byId }: Request,
  { message, remarks }: Sent,
): Promise<void> {
  const { actor, now: at, ip } = visit;
  await record(transaction, {
    at,
    actor,
    ip,
    action: 'response.returned',
    target: String(sheet.subject.reference),
    details: { demarche: sheet.demarche.id, questionnaire: sheet.questionnaire.id, remarks: remarks.length },
  });
  const asker = (await peopleSeeing(transaction, actor, sheet)).find(({ id }) => id === byId && id !== actor.id);
  if (asker === undefined) return;
  const [first] = remarks;
  // Without a message, the first remark says what it is about.
  const said = message !== '' || first === undefined ? message : `${first.criterion}\u00a0: ${first.text}`;
  await tellReturned(transaction, visit, sheet, asker, said);
  const url = deps.absolute(paths.answer(placeOf(sheet)));
  const about = { email: asker.email, by: actor.name, cited: citedSheet(sheet), message, url };
  await deps.outbox.post(transaction, returned({ ...about, remarks: remarks.length }));
}
