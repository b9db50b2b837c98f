/** Dates are shown in Paris time, wherever the server is. What must not be cut at a line's end is bound by U+00A0. */
const timeZone = 'Europe/Paris';

const parts = new Intl.DateTimeFormat('fr-FR', {
  timeZone,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The Swedish way of writing a date is ISO 8601. */
const isoDays = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute';

/** What is shown of a minute never changes, and pages show the same minutes again and again: Intl is asked once for each. */
const known = new Map<number, Readonly<Record<Part | 'iso', string>>>();
const MOST_KNOWN = 10_000;

function shown(date: Date): Readonly<Record<Part | 'iso', string>> {
  const minute = Math.floor(date.getTime() / 60_000);
  const before = known.get(minute);
  if (before !== undefined) return before;
  const found = new Map(parts.formatToParts(date).map(({ type, value }) => [type, value]));
  const part = (type: Part) => found.get(type) ?? '';
  const made = {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    iso: isoDays.format(date),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(minute, made);
  return made;
}

function part(date: Date, type: Part): string {
  return shown(date)[type];
}

/** `17 mai 2022`, `1er janvier 2023` */
export function formatDate(date: Date): string {
  const day = part(date, 'day');
  return `${day === '1' ? '1er' : day}\u00a0${formatMonth(date)}`;
}

/** `janvier 2023` */
export function formatMonth(date: Date): string {
  return `${part(date, 'month')} ${part(date, 'year')}`;
}

/** `23 h 02` */
export function formatTime(date: Date): string {
  return `${Number(part(date, 'hour'))}\u00a0h\u00a0${part(date, 'minute')}`;
}

/** `17 mai 2022 à 23 h 02` */
export function formatDateTime(date: Date): string {
  return `${formatDate(date)} à ${formatTime(date)}`;
}

/** `aujourd’hui à 19 h 12`, `hier à 8 h 05`, `demain à 14 h 00`; another day in full, as a sentence says it: `le 17 mai 2022 à 23 h 02`. */
export function formatRelative(date: Date, now: Date): string {
  const day = relativeDays[dayNumber(date) - dayNumber(now)];
  return day === undefined ? `le ${formatDateTime(date)}` : `${day} à ${formatTime(date)}`;
}

const relativeDays: Readonly<Record<number, string>> = { [-1]: 'hier', 0: 'aujourd’hui', 1: 'demain' };

/** `2022-05-17`, the Paris day: for a date field and for `<time datetime>`. */
export function isoDay(date: Date): string {
  return shown(date).iso;
}

/** Days since 1970 by the Paris calendar: a day of 23 or 25 hours is one day. */
function dayNumber(date: Date): number {
  return Date.parse(isoDay(date)) / 86_400_000;
}
