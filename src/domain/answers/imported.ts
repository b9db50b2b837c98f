/** What became of one answer that was filled in off line. */
export type Fate =
  /** Left as it was exported, or said meanwhile by somebody else too. */
  | 'same'
  /** Changed off line, and nowhere else. */
  | 'changed'
  /** Changed off line, and otherwise since on the platform: somebody chooses. */
  | 'conflict';

/** `exported`, `filled` and `now` are prints of what was said; two that are equal say the same. */
export function fateOf({ exported, filled, now }: Record<'exported' | 'filled' | 'now', string>): Fate {
  if (filled === exported || filled === now) return 'same';
  return now === exported ? 'changed' : 'conflict';
}
