import type { z } from 'zod';
import { peopleAround } from '../../accounts/company.ts';
import { changedSinceValidation } from '../../answers/changed.ts';
import { openDraft } from '../../answers/draft.ts';
import { placeOf } from '../../answers/head.ts';
import { completionOf, mustBeAnswerable, type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import { record } from '../../audit/record.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { fullName, type Person } from '../../domain/accounts/person.ts';
import { isAskedAgain, mustHaveChanged } from '../../domain/answers/request.ts';
import { validatorsOf } from '../../domain/answers/validators.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { formatList } from '../../domain/french/list.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { requested } from '../mails.ts';
import { pointsLeft } from '../missing.ts';
import { rereadingHref, tellRequested } from '../notices.ts';
import { citedSheet, trailTo } from '../place.ts';
import { requestModel } from '../request-model.ts';
import type { requestSchema } from '../schemas.ts';
import { keepRequest, lockRequest } from '../store.ts';

/** Q3: « demander validation », once what was typed is saved. */
export function requestValidation(deps: Deps) {
  const { prisma, referential, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    mustBeAnswerable(sheet);
    const people = await peopleAround(prisma, visit.actor);
    const page = { title: `Demander la validation\u00a0: ${sheet.title}`, breadcrumb: trailTo(sheet), refused };
    render(visit, 'questionnaires/request', page, requestModel(sheet, visit, people, formModel(refused)));
  };

  const ask = async (visit: SignedVisit, { message }: z.infer<typeof requestSchema>): Promise<void> => {
    const { sheet, told } = await inTransaction(prisma, async (transaction) => {
      const sheet = await reachSheet(transaction, referential, visit);
      mustBeAnswerable(sheet);
      mustHaveChanged({
        draft: sheet.draft !== null,
        codes: changedSinceValidation(sheet).length,
        marked: sheet.rereading !== null,
      });
      const told = await toTell(transaction, visit, sheet);
      const draftId = await openDraft(transaction, visit, sheet);
      const before = await lockRequest(transaction, draftId);
      const again = isAskedAgain(before, visit.actor.id, visit.now);
      const { id: byId, name: by } = visit.actor;
      await keepRequest(transaction, draftId, { at: (again ? before?.at : null) ?? visit.now, by, byId, message });
      if (!again) await tell(deps, transaction, visit, sheet, told, message);
      return { sheet, told };
    });
    deps.mail.wake();
    const names = formatList(told.map(fullName));
    say(visit.req, 'success', 'Validation demandée', `Un message prévient ${names}.`);
    visit.res.redirect(303, paths.answer(placeOf(sheet)));
  };

  return { show, ask };
}

async function toTell(
  transaction: Transaction,
  { actor }: SignedVisit,
  { subject }: ReachedSheet,
): Promise<readonly Person[]> {
  const people = await peopleAround(transaction, actor);
  const others = validatorsOf(people, subject).filter(({ id }) => id !== actor.id);
  if (others.length === 0) throw new RuleBroken('A5', 'Personne d’autre ne peut encore valider ce questionnaire.');
  return others;
}

async function tell(
  deps: Deps,
  transaction: Transaction,
  visit: SignedVisit,
  sheet: ReachedSheet,
  validators: readonly Person[],
  message: string,
): Promise<void> {
  const { actor, now: at, ip } = visit;
  await record(transaction, {
    at,
    actor,
    ip,
    action: 'response.requested',
    target: String(sheet.subject.reference),
    details: { demarche: sheet.demarche.id, questionnaire: sheet.questionnaire.id },
  });
  await tellRequested(transaction, visit, sheet, validators, message);
  const url = deps.absolute(rereadingHref(sheet));
  const left = pointsLeft(sheet, completionOf(sheet));
  for (const { email } of validators) {
    const mail = requested({ email, by: actor.name, cited: citedSheet(sheet), message, url, left });
    await deps.outbox.post(transaction, mail);
  }
}
