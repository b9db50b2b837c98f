/** Something that a criterion lacks. */
export interface Lacking {
  /** Q5: the section switched to N/A that answers for it; null: it answers for itself. */
  readonly section: string | null;
}

/** Q3: the points to settle before validating. Q5: a section lacks one reason, however many criteria it answers for. */
export function pointsToSettle<T extends Lacking>(lacking: readonly T[]): readonly T[] {
  const told = new Set<string>();
  return lacking.filter(({ section }) => {
    if (section === null) return true;
    if (told.has(section)) return false;
    told.add(section);
    return true;
  });
}
