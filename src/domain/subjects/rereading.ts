/** P5: what a questionnaire must be read again for, by the codes of its criteria. */
export interface Rereading {
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
}

/**
 * The mark of a questionnaire after one more change of the profile: what two changes bring adds up, and what the second
 * takes back is forgotten. Null: there is nothing left to read again.
 */
export function mergedRereading(before: Rereading | null, change: Rereading): Rereading | null {
  const { appeared, vanished } = before ?? { appeared: [], vanished: [] };
  const merged = {
    appeared: [...without(appeared, change.vanished), ...without(change.appeared, vanished)],
    vanished: [...without(vanished, change.appeared), ...without(change.vanished, appeared)],
  };
  const distinct = { appeared: [...new Set(merged.appeared)], vanished: [...new Set(merged.vanished)] };
  return distinct.appeared.length + distinct.vanished.length === 0 ? null : distinct;
}

/** P5: the criteria whose answers go at the next save or validation: those that vanished, unless they are asked again since. */
export function droppedCodes({ vanished }: Rereading, shown: ReadonlySet<string>): readonly string[] {
  return vanished.filter((code) => !shown.has(code));
}

function without(codes: readonly string[], others: readonly string[]): readonly string[] {
  return codes.filter((code) => !others.includes(code));
}
