import { lockCompany } from '../accounts/company.ts';
import type { Company } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { fullName } from '../domain/accounts/person.ts';
import { readSiren } from '../domain/accounts/siren.ts';
import { seenAtTheTop } from '../domain/accounts/succession.ts';
import { atTheTop } from '../domain/accounts/tree.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import { formatList } from '../domain/french/list.ts';
import type { SignedVisit } from '../web/visit.ts';
import { findCompany, type Member, membersOf } from './store.ts';

/** The company that the address names, and its people as they are now. */
export interface Reached {
  readonly company: Company;
  readonly people: readonly Member[];
}

export async function reach(transaction: Transaction, { req }: SignedVisit): Promise<Reached> {
  const company = await companyNamed(transaction, String(req.params.siren));
  return { company, people: await membersOf(company.id, transaction) };
}

/** The same for an act: one at a time in a company, and only on what the page showed of it. */
export async function reachToAct(transaction: Transaction, { req }: SignedVisit, seen: string): Promise<Reached> {
  const company = await companyNamed(transaction, String(req.params.siren));
  await lockCompany(transaction, company.id);
  const people = await membersOf(company.id, transaction);
  if (seenAtTheTop(people) !== seen) throw new Conflict(changedMeanwhile(people));
  return { company, people };
}

function changedMeanwhile(people: readonly Member[]): string {
  const now = formatList(atTheTop(people).map(fullName)) || 'personne';
  return `Le Responsable de cette entreprise vient de changer\u00a0: c’est maintenant ${now}. Rien n’a été enregistré\u00a0: vérifiez si votre choix a encore lieu d’être.`;
}

async function companyNamed(transaction: Transaction, text: string): Promise<Company> {
  const siren = readSiren(text);
  const company = siren === null ? null : await findCompany(transaction, siren);
  if (company === null) throw new NotFound('Cette entreprise est introuvable.');
  return company;
}
