import { isStaff, type Role } from './person.ts';

export interface SessionTimes {
  readonly openedAt: Date;
  readonly lastSeenAt: Date;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * A vendor reads a standard for an hour between two answers: two hours. The staff sees every company's papers from an
 * office: half an hour.
 */
const vendorIdle = 2 * HOUR;
const staffIdle = 30 * MINUTE;
/** Nobody's session outlives a working day. */
const absolute = 12 * HOUR;

/** A session whose role is not known yet gets the shorter limit. */
export function expiryOf(session: SessionTimes, role: Role | null): Date {
  const idle = role === null || isStaff({ role }) ? staffIdle : vendorIdle;
  return new Date(Math.min(session.lastSeenAt.getTime() + idle, session.openedAt.getTime() + absolute));
}
