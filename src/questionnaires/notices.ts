import { peopleAround } from '../accounts/company.ts';
import { placeOf } from '../answers/head.ts';
import type { ReachedSheet } from '../answers/reach.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Person } from '../domain/accounts/person.ts';
import { canOn } from '../domain/subjects/rights.ts';
import { notify } from '../notifications/notify.ts';
import { address } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';
import { citedSheet } from './place.ts';

type Who = Pick<SignedVisit, 'actor'>;

/** Where whoever validates reads it again: what changed since the last validation first. */
export function rereadingHref(sheet: ReachedSheet): string {
  return address(paths.answer(placeOf(sheet)), { filtre: 'modifies' });
}

export async function tellRequested(
  transaction: Transaction,
  { actor }: Who,
  sheet: ReachedSheet,
  validators: readonly Person[],
  message: string,
): Promise<void> {
  await notify(
    transaction,
    validators.map(({ id }) => id),
    {
      title: `Validation demandée\u00a0: ${citedSheet(sheet)}`,
      body: told(`${actor.name} vous demande de le relire et de le valider.`, message),
      href: rereadingHref(sheet),
    },
  );
}

export async function tellReturned(
  transaction: Transaction,
  { actor }: Who,
  sheet: ReachedSheet,
  asker: Person,
  message: string,
): Promise<void> {
  await notify(transaction, [asker.id], {
    title: `À revoir avant validation\u00a0: ${citedSheet(sheet)}`,
    body: told(`${actor.name} vous le renvoie avec ses remarques.`, message),
    href: paths.answer(placeOf(sheet)),
  });
}

/** Whoever asked for the validation, and whoever answered in the draft. */
export async function tellValidated(transaction: Transaction, { actor }: Who, sheet: ReachedSheet): Promise<void> {
  const { draft } = sheet;
  const waiting = new Set([
    draft?.request?.byId,
    ...(draft?.answers ?? []).filter(({ revision }) => revision > 0).map(({ answeredById }) => answeredById),
  ]);
  waiting.delete(actor.id);
  const people = (await peopleSeeing(transaction, actor, sheet)).filter(({ id }) => waiting.has(id));
  if (people.length === 0) return;
  await notify(
    transaction,
    people.map(({ id }) => id),
    {
      title: `Questionnaire validé\u00a0: ${citedSheet(sheet)}`,
      body: `${actor.name} l’a validé. Ses résultats sont à jour.`,
      href: paths.results(placeOf(sheet)),
    },
  );
}

/** A5: those who still access the subject. */
export async function peopleSeeing(
  transaction: Transaction,
  actor: SignedVisit['actor'],
  { subject }: Pick<ReachedSheet, 'subject'>,
): Promise<readonly Person[]> {
  return (await peopleAround(transaction, actor)).filter((person) => canOn(person, 'see', subject));
}

function told(what: string, message: string): string {
  return message === '' ? what : `${what} «\u00a0${message}\u00a0»`;
}
