import { type AxisAggregate, meanOfMeans } from './portfolio.ts';

/** Fewer, and a figure would say what one company answered. */
export const FEWEST_COMPANIES = 5;

/** The published products of the platform on one axis. */
export interface Published {
  /** How many companies they are of; beyond `FEWEST_COMPANIES`, at least so many. */
  readonly companies: number;
  readonly subjects: number;
  /** The sums of the scores that share a count. */
  readonly sums: ReadonlyMap<number, number>;
}

/** What the Observatoire says of an axis; null while too few companies are behind the figure. */
export function observatoryMean({
  companies,
  subjects,
  sums,
}: Published): Pick<AxisAggregate, 'tenths' | 'level'> | null {
  return companies < FEWEST_COMPANIES ? null : meanOfMeans(sums, subjects);
}
