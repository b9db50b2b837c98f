import { askedBy, decidedBy } from '../applicability/asked.ts';
import { applicabilityDifference, type CriterionChange } from '../applicability/difference.ts';
import { noWork, type QuestionnaireWork, type Work } from '../enrolment/work.ts';
import { type DeclaredAnswers, profileOf } from '../profile/profile.ts';
import type { Demarche } from '../referential/demarche.ts';
import type { Answer } from '../referential/level.ts';
import type { CriteriaQuestionnaire } from '../referential/questionnaire.ts';
import type { Referential } from '../referential/referential.ts';
import type { Rereading } from './rereading.ts';
import { qualificationOf, type Subject, subjectWords } from './subject.ts';

/** A criterion that appears or vanishes, with what was answered to it. */
export interface ConcernedCriterion extends Omit<CriterionChange, 'answer'> {
  readonly draft: Answer | null;
  readonly validated: Answer | null;
}

/** P5: what a change of qualification does to one questionnaire. */
export interface QuestionnaireChange {
  readonly questionnaire: CriteriaQuestionnaire;
  /** How many criteria are asked, before and after. */
  readonly before: number;
  readonly after: number;
  readonly appear: readonly ConcernedCriterion[];
  readonly vanish: readonly ConcernedCriterion[];
  /** Something was answered: it is to be read again if it changes. */
  readonly answered: boolean;
}

type Qualified = Pick<Subject, 'kind' | 'declared'>;

/** P5: of each questionnaire of the démarches that were joined; of none, those that the qualification decides. */
export function requalification(
  referential: Referential,
  { kind, declared }: Qualified,
  joined: readonly Demarche[],
  wanted: DeclaredAnswers,
  work: Work,
): readonly QuestionnaireChange[] {
  const before = profileOf(referential.questions, declared);
  const after = profileOf(referential.questions, wanted);
  const asked =
    joined.length > 0
      ? askedBy(referential, joined, subjectWords[kind])
      : decidedBy(referential, qualificationOf[kind]);
  return asked.map(({ questionnaire, scopes }) => {
    const done = work.get(questionnaire.id) ?? noWork;
    const { appear, vanish, unchanged } = applicabilityDifference(scopes, before, after, {});
    return {
      questionnaire,
      before: unchanged.length + vanish.length,
      after: unchanged.length + appear.length,
      appear: appear.map((change) => concerned(change, done)),
      vanish: vanish.map((change) => concerned(change, done)),
      answered: isAnswered(done),
    };
  });
}

/** P5: what each answered questionnaire that changes must be read again for, by its id. */
export function toReread(changes: readonly QuestionnaireChange[]): ReadonlyMap<string, Rereading> {
  const changed = changes.filter(({ answered, appear, vanish }) => answered && appear.length + vanish.length > 0);
  return new Map(
    changed.map(({ questionnaire, appear, vanish }) => [
      questionnaire.id,
      { appeared: codesOf(appear), vanished: codesOf(vanish) },
    ]),
  );
}

function codesOf(changes: readonly ConcernedCriterion[]): readonly string[] {
  return changes.map(({ criterion }) => criterion.code);
}

function concerned({ criterion, reasons }: CriterionChange, { evaluation }: QuestionnaireWork): ConcernedCriterion {
  return {
    criterion,
    reasons,
    draft: evaluation.draft?.answers[criterion.code] ?? null,
    validated: evaluation.validated?.answers[criterion.code] ?? null,
  };
}

function isAnswered({ evaluation: { draft, validated } }: QuestionnaireWork): boolean {
  return validated !== null || Object.keys(draft?.answers ?? {}).length > 0;
}
