import { isoDay } from '../domain/french/dates.ts';

/** A day of Paris, as a spreadsheet keeps days: without an hour. */
export function dayOf(date: Date): Date {
  return new Date(`${isoDay(date)}T00:00:00Z`);
}
