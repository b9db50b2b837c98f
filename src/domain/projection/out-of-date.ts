import { type Answers, gradeOf } from '../referential/level.ts';

/** J5: an evaluation validated after the projection that was made from the one before. */
export interface Projected {
  readonly subjectId: string;
  readonly questionnaire: string;
  readonly validatedAt: Date;
  readonly validatedBy: string;
  readonly projected: Answers;
  readonly evaluated: Answers;
}

/** J5: the evaluation says something else than when it was projected. */
export function isOutOfDate({ projected, evaluated }: Pick<Projected, 'projected' | 'evaluated'>): boolean {
  const codes = new Set([...Object.keys(projected), ...Object.keys(evaluated)]);
  return [...codes].some((code) => {
    const before = projected[code];
    const after = evaluated[code];
    return (before && gradeOf(before)) !== (after && gradeOf(after));
  });
}
