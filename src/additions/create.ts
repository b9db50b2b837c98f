import { createHash } from 'node:crypto';
import { lockCompany, peopleAround } from '../accounts/company.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { fullName, type Person } from '../domain/accounts/person.ts';
import { canonical } from '../domain/canonical.ts';
import { Forbidden } from '../domain/errors.ts';
import { type ProductFacts, type Subject, subjectTitle } from '../domain/subjects/subject.ts';
import { enrol } from '../enrolments/enrol.ts';
import { companyOf } from '../subjects/reach.ts';
import { asSubject, storedDeclared, withProduct } from '../subjects/rows.ts';
import type { SignedVisit } from '../web/visit.ts';
import { giveAccess, tellResponsible } from './access.ts';
import type { AskedAddition } from './addition.ts';

/** What is to be added, as the domain says it. */
export interface NewSubject extends Pick<Subject, 'kind' | 'name' | 'version' | 'certifications' | 'declared'> {
  readonly responsible: Person;
  readonly product: Omit<ProductFacts, 'published'> | null;
}

export interface Added {
  readonly subject: Subject;
  /** `again`: it was there, made from the same steps. `other`: it was there, and says something else. */
  readonly outcome: 'added' | 'again' | 'other';
}

/** Whoever adds, and the people around them, one at a time in a company. */
export async function lockToAdd(transaction: Transaction, visit: SignedVisit, kind: Subject['kind']) {
  await lockCompany(transaction, companyOf(visit.actor, kind));
  const people = await peopleAround(transaction, visit.actor);
  const actor = people.find(({ id }) => id === visit.actor.id);
  if (actor === undefined) throw new Forbidden();
  return { actor, people };
}

/** P2: it exists from now on, once however often it is sent; whoever made it and its responsible access it; P4: it joins. */
export async function add(
  deps: Deps,
  transaction: Transaction,
  visit: SignedVisit,
  actor: Person,
  wanted: NewSubject,
  { key: sent, demarche }: Pick<AskedAddition, 'key' | 'demarche'>,
): Promise<Added> {
  const companyId = companyOf(visit.actor, wanted.kind);
  const key = ownKey(actor, wanted.kind, sent);
  const before = await madeBefore(transaction, companyId, wanted.kind, key);
  const subject = before ?? (await create(transaction, visit, actor, companyId, wanted, key));
  if (demarche !== null) await enrol(deps, transaction, visit, subject, demarche);
  const outcome = before === null ? 'added' : said(before) === said(asWanted(wanted)) ? 'again' : 'other';
  return { subject, outcome };
}

async function create(
  transaction: Transaction,
  visit: SignedVisit,
  actor: Person,
  companyId: string,
  { responsible, product, declared, kind, name, version, certifications }: NewSubject,
  key: string,
): Promise<Subject> {
  const { now, ip } = visit;
  const row = await transaction.subject.create({
    data: {
      kind,
      name,
      certifications,
      companyId,
      responsibleId: responsible.id,
      declared: storedDeclared(declared),
      creationKey: key,
      createdAt: now,
      qualifiedAt: now,
      ...(product !== null && { product: { create: { ...product, version } } }),
    },
    include: withProduct,
  });
  const subject = asSubject(row);
  await record(transaction, {
    at: now,
    actor: visit.actor,
    ip,
    action: 'subject.created',
    target: String(subject.reference),
    details: { name: subjectTitle(subject), responsible: fullName(responsible) },
  });
  const given = await giveAccess(transaction, visit, row, [actor, responsible]);
  if (responsible.id !== actor.id) await tellResponsible(transaction, visit, subject, responsible, given);
  return subject;
}

/** A product is known by the steps that made it; the strategy is alone in its company. */
async function madeBefore(
  transaction: Transaction,
  companyId: string,
  kind: Subject['kind'],
  key: string,
): Promise<Subject | null> {
  const row = await transaction.subject.findFirst({
    where: { companyId, kind, ...(kind === 'PRODUCT' && { creationKey: key }) },
    include: withProduct,
  });
  return row && asSubject(row);
}

/** A5: a key is that of whoever sends it: another person's, guessed or overheard, opens nothing. */
function ownKey({ id }: Person, kind: Subject['kind'], sent: string): string {
  const hex = createHash('sha256').update(`${id} ${kind} ${sent}`).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

type Said = Pick<Subject, 'name' | 'version' | 'certifications' | 'declared' | 'responsibleId'> & {
  readonly product: Omit<ProductFacts, 'published'> | null;
};

function said({ name, version, certifications, declared, responsibleId, product }: Said): string {
  const facts = product && [product.type, product.nil, product.description, product.coreId];
  return canonical({ name, version, certifications, declared, responsibleId, facts });
}

function asWanted({ responsible, ...wanted }: NewSubject): Said {
  return { ...wanted, responsibleId: responsible.id };
}
