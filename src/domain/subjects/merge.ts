/** What each field holds: nothing, a text, or what is ticked in whatever order. */
export type Fields = Readonly<Record<string, readonly string[]>>;

export interface Merged {
  /** What the form proposes: what each one changed. */
  readonly proposed: Fields;
  /** The fields that both changed, differently: what was sent is proposed, for the person to judge. */
  readonly clashes: readonly string[];
}

/**
 * P5: a form sent after somebody else's change: what it was opened with, what was sent, what is stored now. A field whose
 * opening nobody knows passes for changed by who sent it.
 */
export function merged(opened: Fields, sent: Fields, stored: Fields): Merged {
  const judged = Object.entries(stored).map(([name, theirs]) => ({
    name,
    ...judge(opened[name], sent[name] ?? [], theirs),
  }));
  return {
    proposed: Object.fromEntries(judged.map(({ name, value }) => [name, value])),
    clashes: judged.filter(({ clash }) => clash).map(({ name }) => name),
  };
}

function judge(
  opened: readonly string[] | undefined,
  mine: readonly string[],
  theirs: readonly string[],
): { readonly value: readonly string[]; readonly clash: boolean } {
  const unchanged = (value: readonly string[]): boolean => opened !== undefined && same(opened, value);
  if (same(mine, theirs) || unchanged(mine)) return { value: theirs, clash: false };
  return { value: mine, clash: !unchanged(theirs) };
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
