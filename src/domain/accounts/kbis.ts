import { formatDate, isoDay } from '../french/dates.ts';

/** A2: a Kbis is under three months old when issued after this day. The verifier, who reads its date, is shown it. */
export function kbisIssuedAfter(depositedAt: Date): Date {
  const date = new Date(`${isoDay(depositedAt)}T12:00:00Z`);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - 3);
  // Three months before the 31st of May is the last of February
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date;
}

/** A2: what to tell whoever deposits it, from the day that is written on it. */
export function kbisProblem(issuedOn: Date, depositedAt: Date): string | null {
  const limit = kbisIssuedAfter(depositedAt);
  if (isoDay(issuedOn) > isoDay(depositedAt))
    return 'Cette date est à venir : indiquez celle qui figure sur l’extrait Kbis.';
  if (isoDay(issuedOn) > isoDay(limit)) return null;
  return `Cet extrait Kbis a trois mois ou plus : procurez-vous un extrait daté d’après le ${formatDate(limit)}.`;
}
