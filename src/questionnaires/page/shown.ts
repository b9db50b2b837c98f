import { changedSinceValidation } from '../../answers/changed.ts';
import { completionOf, type ReachedSheet } from '../../answers/reach.ts';
import type { Actor } from '../../domain/accounts/person.ts';
import type { DraftAnswer, Said, SectionSwitch } from '../../domain/answers/draft.ts';
import { type AnswerFilter, filtersMet } from '../../domain/answers/filters.ts';
import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import type { Completion, Missing } from '../../domain/completion.ts';
import type { FieldError } from '../../domain/errors.ts';
import { coveredCriteria, sectionCounters } from '../../domain/sections.ts';
import type { SentCriterion, SentSwitch } from '../sent.ts';

/** What a form that was not saved brings back to its page. */
export interface Back {
  readonly typed: readonly SentCriterion[];
  readonly switched: readonly SentSwitch[];
  readonly errors: readonly FieldError[];
  /** What somebody else answered meanwhile. */
  readonly clashes: readonly DraftAnswer[];
}

export const nothingBack: Back = { typed: [], switched: [], errors: [], clashes: [] };

/** One criterion with all that is known of it. */
export interface ShownCriterion extends ApplicableCriterion {
  /** What is saved; null: nothing yet. */
  readonly saved: DraftAnswer | null;
  /** What the page shows: what was typed and is not saved, else what is saved. */
  readonly said: Said | null;
  readonly typed: SentCriterion | null;
  readonly theirs: DraftAnswer | null;
  readonly missing: readonly Missing[];
  readonly errors: readonly FieldError[];
  readonly filters: readonly AnswerFilter[];
  /** Q5: its section is not applicable. */
  readonly covered: boolean;
  readonly remark: NonNullable<ReachedSheet['draft']>['remarks'][number] | null;
}

/** All that the parts of the page read. */
export interface Shown {
  readonly sheet: ReachedSheet;
  readonly completion: Completion;
  readonly criteria: readonly ShownCriterion[];
  readonly counters: ReturnType<typeof sectionCounters>;
  readonly switches: ReadonlyMap<string, SectionSwitch>;
  /** Switches that were moved, or whose reason was typed, and that are not saved. */
  readonly moved: ReadonlyMap<string, SentSwitch>;
  readonly errors: readonly FieldError[];
  readonly now: Date;
  readonly reader: Actor;
}

export function shownOf(sheet: ReachedSheet, now: Date, reader: Shown['reader'], back: Back): Shown {
  const completion = completionOf(sheet);
  const saved = byCode(sheet.current.answers);
  const typed = byCode(back.typed);
  const theirs = byCode(back.clashes);
  const remarks = byCode(sheet.draft?.remarks ?? []);
  const missing = missingByCode(completion.missing);
  const errors = errorsByCode(back.errors);
  const covered = coveredCriteria(sheet.criteria, sheet.answered.switched);
  const changed = new Set(sheet.validated === null ? [] : changedSinceValidation(sheet));
  const criteria = sheet.criteria.map((criterion): ShownCriterion => {
    const { code } = criterion;
    const own = errors.get(code) ?? [];
    const said = typed.get(code) ?? saved.get(code) ?? null;
    const known = {
      // Q5: a section set aside answers for it.
      answer: covered.has(code) ? ({ kind: 'na' } as const) : (said?.answer ?? null),
      missing: missing.get(code) ?? [],
      changed: changed.has(code),
      disputed: remarks.has(code) || theirs.has(code) || own.length > 0,
    };
    return {
      code,
      // Written out: a copy by spreading is slow, and this is done for each criterion of each page.
      criterion: criterion.criterion,
      sections: criterion.sections,
      axis: criterion.axis,
      nature: criterion.nature,
      recommended: criterion.recommended,
      accepted: criterion.accepted,
      when: criterion.when,
      said,
      saved: saved.get(code) ?? null,
      typed: typed.get(code) ?? null,
      theirs: theirs.get(code) ?? null,
      missing: known.missing,
      errors: own,
      filters: filtersMet({ ...criterion, kind: criterion.criterion.kind }, known),
      covered: covered.has(code),
      remark: remarks.get(code) ?? null,
    };
  });
  return {
    sheet,
    completion,
    criteria,
    counters: sectionCounters(sheet.criteria, completion),
    switches: new Map(sheet.current.switches.map((one) => [one.section, one])),
    moved: new Map(back.switched.map((one) => [one.section, one])),
    errors: back.errors,
    now,
    reader,
  };
}

/** Q3: the first that something is missing of. */
export function firstLeft({ criteria }: Shown): ShownCriterion | null {
  return criteria.find(({ missing }) => missing.length > 0) ?? null;
}

function byCode<T extends { readonly criterion: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((one) => [one.criterion, one]));
}

function missingByCode(missing: readonly Missing[]): ReadonlyMap<string, readonly Missing[]> {
  const all = new Map<string, Missing[]>();
  for (const one of missing) {
    if (!('code' in one)) continue;
    all.set(one.code, [...(all.get(one.code) ?? []), one]);
  }
  return all;
}

/** “niveau.04.04”: the field, then its criterion. */
function errorsByCode(errors: readonly FieldError[]): ReadonlyMap<string, readonly FieldError[]> {
  const all = new Map<string, FieldError[]>();
  for (const error of errors) {
    const [, code] = /^(?:niveau|commentaire|option|preuves)[.-](.+)$/.exec(error.field) ?? [];
    if (code !== undefined) all.set(code, [...(all.get(code) ?? []), error]);
  }
  return all;
}
