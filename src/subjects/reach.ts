import { lockCompany, peopleAround } from '../accounts/company.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Actor, Person } from '../domain/accounts/person.ts';
import { NotFound } from '../domain/errors.ts';
import { mustOn, type SubjectAction } from '../domain/subjects/rights.ts';
import type { Subject, SubjectKind } from '../domain/subjects/subject.ts';
import type { SignedVisit } from '../web/visit.ts';
import { asSubject, type SubjectRow } from './rows.ts';

/** A subject of the company, whoever asks as they are now, and the people around them. */
export interface ReachedSubject {
  readonly companyId: string;
  readonly subject: Subject;
  readonly actor: Person;
  readonly people: readonly Person[];
}

const notHere: Readonly<Record<SubjectKind, string>> = {
  PRODUCT: 'Ce produit est introuvable.',
  STRATEGY: 'Cette stratégie globale est introuvable.',
};

/** The product, or the strategy, that an address names. What is another company's, or not accessed, is not found. */
export async function reachSubject(
  transaction: Transaction,
  visit: SignedVisit,
  kind: SubjectKind,
  action: SubjectAction,
): Promise<ReachedSubject> {
  const companyId = companyOf(visit.actor, kind);
  return reached(transaction, visit, kind, action, {
    companyId,
    ...(kind === 'PRODUCT' && { reference: referenceIn(visit) }),
  });
}

/** The same for an address that may name either, such as a page of a démarche. */
export async function reachAnySubject(
  transaction: Transaction,
  visit: SignedVisit,
  action: SubjectAction,
): Promise<ReachedSubject> {
  const companyId = companyOf(visit.actor, 'PRODUCT');
  return reached(transaction, visit, null, action, { companyId, reference: referenceIn(visit) });
}

/** The same for an act: one at a time in a company, and judged on what the one before left. */
export async function lockAndReach(
  transaction: Transaction,
  visit: SignedVisit,
  kind: SubjectKind | null,
  action: SubjectAction,
): Promise<ReachedSubject> {
  await lockCompany(transaction, companyOf(visit.actor, kind ?? 'PRODUCT'));
  return kind === null ? reachAnySubject(transaction, visit, action) : reachSubject(transaction, visit, kind, action);
}

/** The same for the reference that a form sends. */
export async function lockAndReachReference(
  transaction: Transaction,
  visit: SignedVisit,
  text: string,
  action: SubjectAction,
): Promise<ReachedSubject> {
  const companyId = companyOf(visit.actor, 'PRODUCT');
  await lockCompany(transaction, companyId);
  const reference = asReference(text);
  if (reference === null) throw new NotFound(notHere.PRODUCT);
  return reached(transaction, visit, null, action, { companyId, reference });
}

export function companyOf(actor: Actor, kind: SubjectKind): string {
  if (actor.companyId === null) throw new NotFound(notHere[kind]);
  return actor.companyId;
}

async function reached(
  transaction: Transaction,
  visit: SignedVisit,
  kind: SubjectKind | null,
  action: SubjectAction,
  where: { companyId: string; reference?: number },
): Promise<ReachedSubject> {
  const people = await peopleAround(transaction, visit.actor);
  const actor = people.find(({ id }) => id === visit.actor.id);
  const row = await subjectRow(transaction, kind, where);
  if (row === undefined || actor === undefined) throw new NotFound(notHere[kind ?? 'PRODUCT']);
  const subject = asSubject(row);
  mustOn(actor, action, subject);
  return { companyId: where.companyId, subject, actor, people };
}

/** One query, where the client would send three. */
async function subjectRow(
  transaction: Transaction,
  kind: SubjectKind | null,
  { companyId, reference }: { companyId: string; reference?: number },
): Promise<SubjectRow | undefined> {
  const [row] = await transaction.$queryRaw<SubjectRow[]>`
    SELECT s.*, to_json(p) AS "product",
      json_build_object('firstName', u."firstName", 'lastName', u."lastName") AS "responsible"
    FROM "Subject" s
    JOIN "User" u ON u."id" = s."responsibleId"
    LEFT JOIN "Product" p ON p."subjectId" = s."id"
    WHERE s."companyId" = ${companyId}::uuid
      ${reference === undefined ? Prisma.empty : Prisma.sql`AND s."reference" = ${reference}`}
      ${kind === null ? Prisma.empty : Prisma.sql`AND s."kind" = ${kind}::"SubjectKind"`}`;
  return row;
}

/** The reference is a 32-bit number: anything else names nothing. */
export function asReference(text: string): number | null {
  const reference = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
  return reference <= 2_147_483_647 ? reference : null;
}

/** Of a product or of the strategy, as the address names it; 0 is nobody's. */
export function referenceIn({ req }: Pick<SignedVisit, 'req'>): number {
  return asReference(String(req.params.reference)) ?? 0;
}
