import { record } from '../audit/record.ts';
import type { Subject as SubjectRow } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { accessesSubject, withAccess } from '../domain/accounts/hand-over.ts';
import type { Person } from '../domain/accounts/person.ts';
import { type Subject, subjectTitle } from '../domain/subjects/subject.ts';
import { notify } from '../notifications/notify.ts';
import { grantChanges } from '../users/changes.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';

/** P1, A7: with what somebody adds, or answers for, comes the access to it. Answers whose it was not. */
export async function giveAccess(
  transaction: Transaction,
  { actor, now, ip }: Pick<SignedVisit, 'actor' | 'now' | 'ip'>,
  row: Pick<SubjectRow, 'id' | 'kind' | 'name' | 'reference'>,
  people: readonly Person[],
): Promise<ReadonlySet<string>> {
  const without = new Map(people.filter((one) => !accessesSubject(one, row)).map((one) => [one.id, one]));
  for (const person of without.values()) {
    // A form of rights opened before this would take it back: its revision no longer holds
    const given =
      row.kind === 'STRATEGY' ? { accessesStrategy: true } : { accesses: { create: { subjectId: row.id } } };
    const where = { id: person.id, companyId: actor.companyId };
    await transaction.user.update({ where, data: { ...given, revision: { increment: 1 } } });
    const details = grantChanges(person, withAccess(person, row), [row]);
    await record(transaction, { at: now, actor, ip, action: 'user.rightsChanged', target: person.login, details });
  }
  return new Set(without.keys());
}

/** A7: whoever becomes responsible of what was another's is told, unless they did it themselves. */
export async function tellSuccessor(
  transaction: Transaction,
  { actor }: Pick<SignedVisit, 'actor'>,
  subject: Subject,
  successor: Person,
  given: ReadonlySet<string>,
): Promise<void> {
  if (successor.id === actor.id) return;
  const strategy = subject.kind === 'STRATEGY';
  const access = given.has(successor.id) ? ' Vous y avez maintenant accès.' : '';
  await notify(transaction, [successor.id], {
    title: `Vous êtes responsable de ${strategy ? 'la stratégie globale' : subjectTitle(subject)}`,
    body: `${actor.name} vous l’a confié${strategy ? 'e' : ''}, à la suite de ${subject.responsibleName}.${access}`,
    href: strategy ? paths.strategy() : paths.product({ reference: subject.reference }),
  });
}

export async function tellResponsible(
  transaction: Transaction,
  { actor }: SignedVisit,
  subject: Subject,
  responsible: Person,
  given: ReadonlySet<string>,
): Promise<void> {
  const strategy = subject.kind === 'STRATEGY';
  const added = `${actor.name} ${strategy ? 'l’a initialisée' : 'l’a ajouté'} et vous en confie la responsabilité.`;
  await notify(transaction, [responsible.id], {
    title: `Vous êtes responsable de ${strategy ? 'la stratégie globale' : subjectTitle(subject)}`,
    body: given.has(responsible.id) ? `${added} Vous y avez maintenant accès.` : added,
    href: strategy ? paths.strategy() : paths.product({ reference: subject.reference }),
  });
}
