import { createHash } from 'node:crypto';
import type { SentAnswer } from '../answers/save.ts';
import { nothingSaid, type Said, type SectionSwitch } from '../domain/answers/draft.ts';
import type { ApplicableCriterion } from '../domain/applicability/applicable.ts';
import type { FieldError } from '../domain/errors.ts';
import { gradeOf } from '../domain/referential/level.ts';
import type { Section } from '../domain/referential/questionnaire.ts';
import { kept } from '../library/kept.ts';
import type { Typed } from '../web/typed.ts';
import { comment, grade, option } from './schemas.ts';

/** What the form says of one criterion. */
export interface SentCriterion extends SentAnswer {
  /** Something else than what the page showed: the rest is left as it is, whoever answered meanwhile. */
  readonly changed: boolean;
  /** The revision of the other answer that this person saw beside theirs; null: none. */
  readonly seen: number | null;
  readonly errors: readonly FieldError[];
}

/** What the page showed: its revision, and what was said then. Without the latter, the answer is sent to be saved whatever it says. */
export function stateOf(revision: number, said: Said): string {
  return `${revision}.${fingerprint(said)}`;
}

/** Of the criteria that the form holds: a page that is filtered holds some of them. */
export function sentCriteria(
  criteria: readonly Pick<ApplicableCriterion, 'code'>[],
  typed: Typed,
): readonly SentCriterion[] {
  const fields = firstOf(typed);
  return criteria.flatMap(({ code }) => {
    const state = fields.get(`etat.${code}`);
    return state === undefined ? [] : [sentCriterion(code, state, (name) => fields.get(`${name}.${code}`))];
  });
}

function sentCriterion(code: string, state: string, field: (name: string) => string | undefined): SentCriterion {
  const [revision = '', shown = ''] = state.split('.', 2);
  const dependsOnOption = field('depend') !== undefined;
  const read = {
    niveau: grade.safeParse(field('niveau') ?? ''),
    commentaire: comment.safeParse(field('commentaire')),
    option: option.safeParse(dependsOnOption ? field('option') : ''),
  };
  const said: Said = {
    answer: read.niveau.data ?? nothingSaid.answer,
    // What is refused comes back as it was typed.
    comment: read.commentaire.data ?? field('commentaire') ?? '',
    dependsOnOption,
    optionId: read.option.data ?? null,
  };
  const errors = Object.entries(read).flatMap(([name, { error }]) =>
    error === undefined ? [] : [{ field: `${name}.${code}`, message: error.issues[0]?.message ?? '' }],
  );
  const seen = field('vue');
  return {
    ...said,
    criterion: code,
    revision: asRevision(revision),
    seen: seen === undefined ? null : asRevision(seen),
    changed: errors.length > 0 || fingerprint(said) !== shown,
    errors,
  };
}

/** What the form says of a section that may be switched to N/A. */
export interface SentSwitch {
  readonly section: string;
  /** Null: it applies. */
  readonly reason: string | null;
  /** What is typed, whether or not the section is switched. */
  readonly written: string;
  readonly changed: boolean;
  readonly errors: readonly FieldError[];
}

export function switchState(one: Pick<SectionSwitch, 'reason'> | null): string {
  return one === null ? '' : `na.${hash(one.reason)}`;
}

export function sentSwitches(sections: readonly Pick<Section, 'id'>[], typed: Typed): readonly SentSwitch[] {
  const fields = firstOf(typed);
  return sections.flatMap(({ id: section }) => {
    const state = fields.get(`section.${section}`);
    if (state === undefined) return [];
    const typedReason = fields.get(`raison.${section}`) ?? '';
    const { data: written = typedReason, error } = comment.safeParse(typedReason);
    const reason = fields.has(`na.${section}`) ? written : null;
    const changed = switchState(reason === null ? null : { reason }) !== state;
    const errors = error === undefined ? [] : [{ field: `raison.${section}`, message: error.issues[0]?.message ?? '' }];
    return [{ section, reason, written, changed, errors }];
  });
}

function firstOf({ entries }: Typed): ReadonlyMap<string, string> {
  return new Map([...entries].reverse());
}

function asRevision(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** Without what surrounds a comment, as it is read back from the form. */
function fingerprint({ answer, comment: said, dependsOnOption, optionId }: Said): string {
  const text = said.replaceAll('\r\n', '\n').trim();
  const whole = JSON.stringify([answer === null ? '' : gradeOf(answer), text, dependsOnOption, optionId]);
  return text === '' && optionId === null ? bare(whole) : hash(whole);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** Most answers are a level and nothing else: there are few of them. */
const bare = kept(hash);
