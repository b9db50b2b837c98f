import { type Level, levels } from './referential/level.ts';
import { type AxisScore, levelReached } from './scoring.ts';

/** One axis over many subjects. */
export interface AxisAggregate {
  readonly axis: string;
  /** How many subjects have something to average on it (S1: the others are not 0, they are left out). */
  readonly subjects: number;
  /** The mean of their means, in tenths, never rounded up. */
  readonly tenths: number;
  readonly level: Level;
  /** How many have wholly reached each level, and no higher. */
  readonly distribution: Readonly<Record<Level, number>>;
}

interface Tally {
  subjects: number;
  distribution: Record<Level, number>;
  /** The sums of the scores that share a count: fractions of one denominator add up exactly. */
  sums: Map<number, number>;
}

/** Each subject counts once, whatever the number of its criteria. In order of first appearance. */
export function portfolio(scores: Iterable<AxisScore>): readonly AxisAggregate[] {
  const tallies = new Map<string, Tally>();
  for (const score of scores) {
    const tally = tallies.get(score.axis) ?? { subjects: 0, distribution: { 0: 0, 1: 0, 2: 0, 3: 0 }, sums: new Map() };
    tallies.set(score.axis, tally);
    tally.subjects += 1;
    tally.distribution[levelReached(score)] += 1;
    tally.sums.set(score.count, (tally.sums.get(score.count) ?? 0) + score.sum);
  }
  return [...tallies].map(([axis, { subjects, distribution, sums }]) => {
    return { axis, subjects, ...meanOfMeans(sums, subjects), distribution };
  });
}

/** The mean of the means of many subjects, from the sums of those that share a count. */
export function meanOfMeans(
  sums: ReadonlyMap<number, number>,
  subjects: number,
): Pick<AxisAggregate, 'tenths' | 'level'> {
  const tenths = meanTenths(sums, subjects);
  return { tenths, level: levels[Math.floor(tenths / 10)] ?? 3 };
}

/** In whole numbers: sums over different counts are brought to one denominator, so that 2,3 is never read as 2,29. */
function meanTenths(sums: ReadonlyMap<number, number>, subjects: number): number {
  const denominator = [...sums.keys()].reduce((multiple, count) => leastCommonMultiple(multiple, BigInt(count)), 1n);
  const total = [...sums].reduce((sum, [count, part]) => sum + (BigInt(part) * denominator) / BigInt(count), 0n);
  return Number((total * 10n) / (denominator * BigInt(subjects)));
}

function leastCommonMultiple(first: bigint, second: bigint): bigint {
  let [a, b] = [first, second];
  while (b > 0n) [a, b] = [b, a % b];
  return (first / a) * second;
}
