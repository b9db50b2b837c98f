const whole = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** What a sum in floating point may lack to reach the number meant: 2.9999999999999996 is 3. */
const noise = 1e-9;

/** `12 345` */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** S1: one decimal, never rounded up: 2.99 is `2,9`. */
export function formatTenths(value: number): string {
  return tenths.format(Math.floor(value * 10 + noise) / 10);
}

/** Percentages are rounded down: 24 of 36 is `66 %`. What "of nothing" means is for the caller to say. */
export function formatPercent(part: number, total: number): string {
  if (total <= 0) throw new RangeError(`No percentage of ${total}`);
  return `${Math.floor((100 * part) / total)}\u00a0%`;
}
