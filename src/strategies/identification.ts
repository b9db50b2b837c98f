import { peopleAround } from '../accounts/company.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Actor, Person } from '../domain/accounts/person.ts';
import type { FieldError } from '../domain/errors.ts';
import { responsibleCandidates } from '../domain/subjects/responsible.ts';
import { fieldErrors } from '../web/schemas.ts';
import { strategySchema } from './schemas.ts';

export interface Identified {
  readonly name: string;
  readonly certifications: string;
  readonly responsible: Person;
}

/** Who may be responsible of the strategy, by name. */
export async function responsiblesFor(transaction: Transaction, actor: Actor): Promise<readonly Person[]> {
  return responsiblesAmong(actor, await peopleAround(transaction, actor));
}

export function responsiblesAmong(actor: Actor, people: readonly Person[]): readonly Person[] {
  const person = people.find(({ id }) => id === actor.id);
  return person === undefined ? [] : responsibleCandidates(person, 'STRATEGY', people).map((one) => one.person);
}

export function readIdentification(
  sent: Readonly<Record<string, unknown>>,
  responsibles: readonly Person[],
): { readonly identified: Identified | null; readonly errors: readonly FieldError[] } {
  const read = strategySchema(responsibles.map(({ login }) => login)).safeParse(sent);
  const responsible = responsibles.find(({ login }) => login === read.data?.responsible);
  if (!read.success || responsible === undefined) {
    return { identified: null, errors: read.success ? [] : fieldErrors(read.error) };
  }
  const { name, certifications } = read.data;
  return { identified: { name, certifications, responsible }, errors: [] };
}
