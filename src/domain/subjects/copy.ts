import type { Person } from '../accounts/person.ts';
import type { QuestionnaireWork, Work } from '../enrolment/work.ts';
import { type Answers, type Grade, gradeOf } from '../referential/level.ts';
import { responsibleCandidates } from './responsible.ts';
import type { Subject } from './subject.ts';

/** P7: what the page proposes. */
export function copiedName(name: string): string {
  return `Copie de ${name}`;
}

/** P7, A6: whoever answers for the original answers for the copy, unless the actor may not give it to them: then the actor. */
export function responsibleOfCopy(
  actor: Person,
  { responsibleId }: Pick<Subject, 'responsibleId'>,
  people: readonly Person[],
): Person {
  const candidates = responsibleCandidates(actor, 'PRODUCT', people).map(({ person }) => person);
  return candidates.find(({ id }) => id === responsibleId) ?? actor;
}

/** One answer of the copy's draft: a level or N/A, a comment, or both. */
export interface CopiedAnswer {
  readonly criterion: string;
  readonly grade: Grade | null;
  readonly comment: string;
}

/**
 * P7: what the copy has answered, by questionnaire: the draft where there is one, else what was last validated. Neither
 * proofs nor deposits, nor the projections, which start from a validated evaluation.
 */
export function copiedAnswers(work: Work): ReadonlyMap<string, readonly CopiedAnswer[]> {
  return new Map([...work].map(([questionnaire, one]) => [questionnaire, rows(one)] as const).filter(hasRows));
}

function rows({ evaluation }: QuestionnaireWork): readonly CopiedAnswer[] {
  const answered = evaluation.draft ?? evaluation.validated;
  if (answered === null) return [];
  const { comments } = answered.evidence;
  const codes = new Set([...Object.keys(answered.answers), ...Object.keys(comments)]);
  return [...codes]
    .map((criterion) => ({
      criterion,
      grade: gradeIn(answered.answers, criterion),
      comment: comments[criterion] ?? '',
    }))
    .filter(({ grade, comment }) => grade !== null || comment !== '');
}

function gradeIn(answers: Answers, criterion: string): Grade | null {
  const answer = answers[criterion];
  return answer === undefined ? null : gradeOf(answer);
}

function hasRows([, answers]: readonly [string, readonly CopiedAnswer[]]): boolean {
  return answers.length > 0;
}
