import { validateDraft } from '../../answers/freeze.ts';
import { reachSheet } from '../../answers/reach.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { mustValidate } from '../../domain/answers/rights.ts';
import { Incomplete } from '../../domain/answers/validation.ts';
import { Invalid } from '../../domain/errors.ts';
import { afterValidation } from '../../enrolments/finished.ts';
import { say } from '../../web/flash.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { missingErrors } from '../missing.ts';
import { tellValidated } from '../notices.ts';
import { citedSheet } from '../place.ts';

/** « Valider »: Q3, what is missing is named point by point; Q4, else the draft becomes the last validated response. D5: then what comes next. */
export async function validateNow(deps: Deps, visit: SignedVisit): Promise<void> {
  mustValidate(visit.actor);
  const { cited, next } = await validated(deps, visit).catch((failure: unknown) => named(deps, visit, failure));
  say(visit.req, 'success', 'Questionnaire validé', `${cited}\u00a0: les résultats sont à jour.`);
  visit.res.redirect(303, next);
}

function validated({ prisma, referential }: Deps, visit: SignedVisit): Promise<{ cited: string; next: string }> {
  return inTransaction(prisma, async (transaction) => {
    const { sheet, number } = await validateDraft(transaction, referential, visit);
    const { subject, demarche, questionnaire } = sheet;
    await record(transaction, {
      at: visit.now,
      actor: visit.actor,
      ip: visit.ip,
      action: 'response.validated',
      target: String(subject.reference),
      details: { demarche: demarche.id, questionnaire: questionnaire.id, number },
    });
    await tellValidated(transaction, visit, sheet);
    return { cited: citedSheet(sheet), next: await afterValidation(transaction, subject, demarche, visit.now) };
  });
}

/** Q3: each point by its name. The transaction is undone, and the names are read again. */
async function named({ prisma, referential }: Deps, visit: SignedVisit, failure: unknown): Promise<never> {
  if (!(failure instanceof Incomplete)) throw failure;
  throw new Invalid(missingErrors(await reachSheet(prisma, referential, visit), failure.completion));
}
