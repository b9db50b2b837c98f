import { lockCompany, peopleAround } from '../accounts/company.ts';
import type { Transaction } from '../database/transaction.ts';
import { loginKey } from '../domain/accounts/identifiers.ts';
import { type Actor, actorOf, type Person } from '../domain/accounts/person.ts';
import { type Relation, relationTo } from '../domain/accounts/relation.ts';
import { can, type PersonAction } from '../domain/accounts/rights.ts';
import { atTheTop } from '../domain/accounts/tree.ts';
import { Forbidden, NotFound } from '../domain/errors.ts';
import type { SignedVisit } from '../web/visit.ts';

/** Whoever asks and whoever the address names, as they are now, among the people of their company. */
export interface Reached {
  readonly companyId: string;
  readonly actor: Person;
  readonly person: Person;
  readonly relation: Relation;
  readonly people: readonly Person[];
}

/** A6: nobody learns that an account exists which is not attached to theirs. */
export async function reach(transaction: Transaction, visit: SignedVisit): Promise<Reached> {
  const companyId = companyOf(visit.actor);
  const people = await peopleAround(transaction, visit.actor);
  const wanted = loginKey(String(visit.req.params.login));
  const actor = people.find(({ id }) => id === visit.actor.id);
  const person = people.find(({ login }) => loginKey(login) === wanted);
  if (actor === undefined || person === undefined) throw notHere();
  const relation = relationTo(actor, person, people);
  if (!can(actorOf(actor, null), 'person.see', relation)) throw notHere();
  return { companyId, actor, person, relation, people };
}

/** The same for an act: one at a time in a company, and judged on what the one before left. */
export async function reachToAct(transaction: Transaction, visit: SignedVisit, action: PersonAction): Promise<Reached> {
  await lockCompany(transaction, companyOf(visit.actor));
  return mustBeAble(await reach(transaction, visit), action);
}

export function mustBeAble(reached: Reached, action: PersonAction): Reached {
  if (can(actorOf(reached.actor, null), action, reached.relation)) return reached;
  // A6: the only one seen and not managed is oneself
  throw new Forbidden(`Personne ne fait ce changement sur son propre compte\u00a0: ${whomToAsk(reached)}`);
}

function whomToAsk({ person, people }: Reached): string {
  return atTheTop(people).includes(person)
    ? 'le vôtre n’est rattaché à aucun autre dans l’entreprise. Si quelqu’un doit vous remplacer, écrivez au support\u00a0: un administrateur de la plateforme peut désigner un autre Responsable.'
    : 'demandez-le à la personne à qui le vôtre est rattaché.';
}

export function companyOf(actor: Actor): string {
  if (actor.companyId === null) throw notHere();
  return actor.companyId;
}

function notHere(): NotFound {
  return new NotFound('Ce compte est introuvable.');
}
