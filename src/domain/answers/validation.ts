import { applicableCriteria } from '../applicability/applicable.ts';
import { askedEntries } from '../applicability/entries.ts';
import { attainedBy } from '../attainment.ts';
import type { Completion } from '../completion.ts';
import { type Frozen, type FrozenProof, type FrozenResult, freeze } from '../enrolment/frozen.ts';
import type { Answered } from '../enrolment/work.ts';
import { RuleBroken } from '../errors.ts';
import { type DeclaredAnswers, type Profile, profileOf } from '../profile/profile.ts';
import type { Demarche, SubjectKind } from '../referential/demarche.ts';
import { gradeOf } from '../referential/level.ts';
import type { Referential } from '../referential/referential.ts';
import { radar } from '../scoring.ts';
import { withSwitchedSections } from '../sections.ts';
import type { DraftAnswers } from './draft.ts';

/** What is to be validated: the draft's answers, with what goes with them. */
export interface ToValidate {
  readonly questionnaire: string;
  readonly subject: SubjectKind;
  readonly declared: DeclaredAnswers;
  readonly draft: DraftAnswers;
  readonly answered: Answered;
  readonly files: readonly FrozenProof[];
  /** The names of the option products that are cited, by their id. */
  readonly options: Readonly<Record<string, string>>;
  /** Every démarche that the subject joined. */
  readonly joined: readonly Demarche[];
}

/** Q3: why it is not validated yet. Whoever can name each point tells them. */
export class Incomplete extends RuleBroken {
  readonly completion: Completion;

  constructor(completion: Completion) {
    super('Q3', 'Le questionnaire n’est pas encore validé\u00a0: il reste des points à régler.');
    this.completion = completion;
  }
}

/** Q3: nothing is validated while something is missing. */
export function mustBeComplete(completion: Completion): void {
  if (completion.missing.length > 0) throw new Incomplete(completion);
}

/**
 * Q4: the document that a validation keeps: answers as they count, scores and attainment for every démarche joined. P5: what no démarche
 * asks of this profile any more is left out.
 */
export function frozenResponse(referential: Referential, given: ToValidate): Frozen {
  const { questionnaire, declared, draft, files, options, joined, subject } = given;
  const profile = profileOf(referential.questions, declared);
  const asked = joined.filter((demarche) =>
    askedEntries(demarche, subject, profile).some((entry) => entry.questionnaire === questionnaire),
  );
  const criteria = asked.flatMap((demarche) => criteriaOf(referential, demarche, questionnaire, profile));
  const shown = new Set(criteria.map(({ code }) => code));
  const counted = onlyAsked(withSwitchedSections(criteria, given.answered), shown);
  const cited = new Set(draft.answers.flatMap(({ optionId }) => (optionId === null ? [] : [optionId])));
  return {
    ...freeze(counted),
    rows: draft.answers
      .filter(({ criterion }) => shown.has(criterion))
      .toSorted(byKey(({ criterion }) => criterion))
      .map(({ answer, answeredAt, revision: _, ...row }) => ({
        ...row,
        grade: answer === null ? null : gradeOf(answer),
        answeredAt: answeredAt.toISOString(),
      })),
    switches: draft.switches
      .toSorted(byKey(({ section }) => section))
      .map(({ switchedAt, ...one }) => ({ ...one, switchedAt: switchedAt.toISOString() })),
    files,
    options: Object.fromEntries(Object.entries(options).filter(([id]) => cited.has(id))),
    declared,
    results: asked.map((demarche) => resultOf(referential, demarche, questionnaire, profile, counted)),
  };
}

/** The same document for the same answers, in whatever order they were read. */
function byKey<Row>(key: (row: Row) => string): (a: Row, b: Row) => number {
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}

function criteriaOf(referential: Referential, demarche: Demarche, questionnaire: string, profile: Profile) {
  const scope = referential.scope(demarche.id, questionnaire);
  return scope === null ? [] : applicableCriteria(scope, profile);
}

function resultOf(
  referential: Referential,
  demarche: Demarche,
  questionnaire: string,
  profile: Profile,
  { answers }: Answered,
): FrozenResult {
  const criteria = criteriaOf(referential, demarche, questionnaire, profile);
  return {
    demarche: demarche.id,
    criteria: criteria.map(({ code, axis, nature, recommended, accepted }) => ({
      code,
      axis,
      nature,
      recommended,
      accepted,
    })),
    radar: radar(criteria, answers),
    ...attainedBy(criteria, answers),
  };
}

function onlyAsked(answered: Answered, shown: ReadonlySet<string>): Answered {
  const kept = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([code]) => shown.has(code)));
  const { comments, proofs, undecided } = answered.evidence;
  return {
    ...answered,
    answers: kept(answered.answers),
    evidence: { comments: kept(comments), proofs: kept(proofs), undecided },
  };
}
