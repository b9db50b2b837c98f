import { isoDay } from '../french/dates.ts';

/** "2023-01": months sort as text does. */
export type Month = `${number}-${number}`;

export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month that it is in Paris. */
export function monthOf(date: Date): Month {
  const month = isoDay(date).slice(0, 7);
  if (!isMonth(month)) throw new RangeError(`No month for ${date.toISOString()}`);
  return month;
}

export function latest(months: readonly Month[]): Month | null {
  return months.toSorted().at(-1) ?? null;
}
