import { holding } from '../accounts/people.ts';
import { hashOfSecret } from '../accounts/tokens.ts';
import type { AccountRequest, Company } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { emailKey, loginKey } from '../domain/accounts/identifiers.ts';
import { papersLinkExpiry } from '../domain/accounts/papers-link.ts';
import type { Asked } from './schemas.ts';

export type { AccountRequest };

export function findByNumber(transaction: Transaction, number: number): Promise<AccountRequest | null> {
  return transaction.accountRequest.findUnique({ where: { number } });
}

export function findBySecret(transaction: Transaction, secret: string): Promise<AccountRequest | null> {
  return transaction.accountRequest.findUnique({ where: { tokenHash: hashOfSecret(secret) } });
}

/** Everything alike: the same person sends the same form again. */
export function findSame(transaction: Transaction, asked: Asked): Promise<AccountRequest | null> {
  return transaction.accountRequest.findFirst({ where: { ...asked, status: 'AWAITING_PAPERS' } });
}

export async function hasCompany(transaction: Transaction, siren: string): Promise<boolean> {
  return (await transaction.company.findUnique({ where: { siren }, select: { id: true } })) !== null;
}

/** A1: by a company's account, or by a request, other than this one, that holds it. */
export async function isRepresented(transaction: Transaction, siren: string, exceptId?: string): Promise<boolean> {
  const request = await transaction.accountRequest.findFirst({
    where: { siren, ...holding, ...(exceptId === undefined ? {} : { id: { not: exceptId } }) },
    select: { id: true },
  });
  return request !== null || hasCompany(transaction, siren);
}

/** A3: as it was declared. */
export function createCompany(transaction: Transaction, request: AccountRequest): Promise<Company> {
  const { legalName, legalForm, siren, street, postalCode, city, country } = request;
  return transaction.company.create({ data: { legalName, legalForm, siren, street, postalCode, city, country } });
}

export function keepRequest(
  transaction: Transaction,
  asked: Asked,
  tokenHash: string,
  now: Date,
): Promise<AccountRequest> {
  const keys = { emailKey: emailKey(asked.email), loginKey: loginKey(asked.login) };
  return transaction.accountRequest.create({
    data: { ...asked, ...keys, tokenHash, tokenExpiresAt: papersLinkExpiry(now), createdAt: now },
  });
}

/** The link sent before stops working. */
export function replaceLink(
  transaction: Transaction,
  id: string,
  tokenHash: string,
  now: Date,
): Promise<AccountRequest> {
  return transaction.accountRequest.update({
    where: { id },
    data: { tokenHash, tokenExpiresAt: papersLinkExpiry(now) },
  });
}

export type Changes = Partial<Omit<AccountRequest, 'id' | 'number' | 'revision'>>;

/** Changes it as it was read: false when somebody else did meanwhile. */
export async function changeRequest(
  transaction: Transaction,
  { id, revision }: AccountRequest,
  changes: Changes,
): Promise<boolean> {
  const { count } = await transaction.accountRequest.updateMany({
    where: { id, revision },
    data: { ...changes, revision: { increment: 1 } },
  });
  return count === 1;
}

export async function activeVerifiers(transaction: Transaction): Promise<string[]> {
  const people = await transaction.user.findMany({
    where: { role: 'VERIFIER', deletedAt: null, passwordHash: { not: null } },
    select: { id: true },
  });
  return people.map(({ id }) => id);
}
