import { type Answer, type Answers, gradeOf } from './referential/level.ts';

/** How an answer changed. "moved": to or from N/A, which is neither above nor below a level. */
export type Change = 'same' | 'raised' | 'lowered' | 'moved' | 'added' | 'removed';

export interface ComparedAnswer {
  readonly code: string;
  readonly before: Answer | null;
  readonly after: Answer | null;
  readonly change: Change;
}

/** Q4: two validated answers to one questionnaire, or one and the draft, over the criteria that either answers. */
export function comparison(codes: readonly string[], before: Answers, after: Answers): readonly ComparedAnswer[] {
  return codes.flatMap((code) => {
    const pair = { before: before[code] ?? null, after: after[code] ?? null };
    return pair.before === null && pair.after === null
      ? []
      : [{ code, ...pair, change: changeOf(pair.before, pair.after) }];
  });
}

function changeOf(before: Answer | null, after: Answer | null): Change {
  if (before === null) return after === null ? 'same' : 'added';
  if (after === null) return 'removed';
  if (gradeOf(before) === gradeOf(after)) return 'same';
  if (before.kind === 'na' || after.kind === 'na') return 'moved';
  return after.level > before.level ? 'raised' : 'lowered';
}
