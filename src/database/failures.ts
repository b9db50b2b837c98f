import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { DiskFull } from './disk.ts';
import { Prisma } from './generated/client.ts';

/** The database does not answer: whoever asks may try again later. */
export function isDatabaseAway(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  const cause = causeOf(failure);
  if (cause !== undefined) return AWAY_KINDS.has(cause.kind) || AWAY_STATES.test(cause.originalCode ?? '');
  // Some failures of the connection come through Prisma as they are.
  const code = 'code' in failure ? failure.code : undefined;
  if (typeof code === 'string' && AWAY_CODES.has(code)) return true;
  return AWAY_WORDS.test(failure.message);
}

/** The disk of the database, or of the files beside it, is full: nothing was written. */
export function isDiskFull(failure: unknown): boolean {
  if (failure instanceof DiskFull || causeOf(failure)?.originalCode === '53100') return true;
  return failure instanceof Error && 'code' in failure && (failure.code === 'ENOSPC' || failure.code === 'EDQUOT');
}

const AWAY_KINDS: ReadonlySet<string> = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);

/** Two transactions waited for each other, and this one was given up: nothing of it was written. */
export function isDeadlock(failure: unknown): boolean {
  if (causeOf(failure)?.originalCode === '40P01') return true;
  return failure instanceof Prisma.PrismaClientKnownRequestError && failure.code === 'P2034';
}

/** PostgreSQL: connection failures, the server stops or starts. */
const AWAY_STATES = /^(08...|57P0[1-3])$/;

const AWAY_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);

/** What `pg` and Prisma say without a code. */
const AWAY_WORDS =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client .* is not queryable)|Unable to start a transaction in the given time/;

function causeOf(failure: unknown) {
  if (!(failure instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const cause = failure.meta?.driverAdapterError;
  return cause !== undefined && isDriverAdapterError(cause) ? cause.cause : undefined;
}
