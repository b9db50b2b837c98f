import { canonical as textOf } from '../canonical.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What happened, as it enters the chain. */
export interface AuditEvent {
  readonly seq: bigint;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly companyId: string | null;
  readonly action: string;
  readonly target: string;
  readonly details: Json;
  readonly ip: string;
}

export interface ChainedEvent extends AuditEvent {
  readonly previousHash: string;
  readonly hash: string;
}

/** The end of a stretch of the chain: what the next event is tied to. */
export interface Link {
  readonly seq: bigint;
  readonly hash: string;
}

export const genesis: Link = { seq: 0n, hash: '0'.repeat(64) };

/** The text that is hashed: every field, in one order, whatever the order in which the database gives the details back. */
export function canonical(event: AuditEvent, previousHash: string): string {
  return textOf({
    seq: event.seq.toString(),
    at: event.at.toISOString(),
    actorId: event.actorId,
    actorName: event.actorName,
    companyId: event.companyId,
    action: event.action,
    target: event.target,
    details: event.details,
    ip: event.ip,
    previousHash,
  });
}

export function chain(event: AuditEvent, previous: Link, hash: (text: string) => string): ChainedEvent {
  return { ...event, previousHash: previous.hash, hash: hash(canonical(event, previous.hash)) };
}

export type Verdict =
  | { readonly ok: true; readonly count: number; readonly head: Link }
  | { readonly ok: false; readonly seq: bigint; readonly reason: string };

/**
 * Follows the chain from `after` (the genesis, or the head of the page verified before). A chain cut short at its end
 * still holds: only a head kept elsewhere shows it.
 */
export function verifyChain(
  events: Iterable<ChainedEvent>,
  hash: (text: string) => string,
  after: Link = genesis,
): Verdict {
  let head = after;
  let count = 0;
  for (const event of events) {
    const reason = flaw(event, head, hash);
    if (reason !== null) return { ok: false, seq: event.seq, reason };
    head = { seq: event.seq, hash: event.hash };
    count += 1;
  }
  return { ok: true, count, head };
}

function flaw(event: ChainedEvent, head: Link, hash: (text: string) => string): string | null {
  if (event.seq !== head.seq + 1n) return `L’événement ${head.seq + 1n} manque ou n’est pas à sa place.`;
  if (event.previousHash !== head.hash) return `L’événement ${event.seq} n’est pas lié à celui qui le précède.`;
  if (event.hash !== hash(canonical(event, event.previousHash))) return `L’événement ${event.seq} a été modifié.`;
  return null;
}
