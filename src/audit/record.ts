import { createHash } from 'node:crypto';
import type { Transaction } from '../database/transaction.ts';
import { type ChainedEvent, chain, genesis, type Json } from '../domain/accounts/audit.ts';
import type { Actor } from '../domain/accounts/person.ts';
import type { DetailOf, RecordedAction } from './words.ts';

interface Event<Action extends RecordedAction> {
  readonly at: Date;
  /** Who acted: nobody for a visitor; the service itself has a name but no account. */
  readonly actor: (Pick<Actor, 'name' | 'companyId'> & { readonly id: string | null }) | null;
  readonly ip: string;
  readonly action: Action;
  readonly target: string;
  readonly details?: { readonly [Detail in DetailOf<Action>]?: Json };
}

/** Each action with its own details, and no other. */
export type Happening = { [Action in RecordedAction]: Event<Action> }[RecordedAction];

/** What is done by itself, when its time has come. */
export const theService = { id: null, name: 'Convergence', companyId: null } as const;

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Adds to the chain, in the transaction of what happened. One at a time on the whole platform: each row carries the hash of the one before. */
export async function record(transaction: Transaction, happening: Happening): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('convergence.audit'))`;
  const last = await transaction.auditEvent.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
  const previous = last ?? genesis;
  const event: ChainedEvent = chain(
    {
      seq: previous.seq + 1n,
      at: happening.at,
      actorId: happening.actor?.id ?? null,
      actorName: happening.actor?.name ?? 'Visiteur',
      companyId: happening.actor?.companyId ?? null,
      action: happening.action,
      target: happening.target,
      details: happening.details ?? {},
      ip: happening.ip,
    },
    previous,
    sha256,
  );
  await transaction.auditEvent.create({ data: { ...event, details: structuredClone(event.details) as object } });
}
