import type { Answer } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { answeredIn, draftAnswer, draftTarget, type Frozen, plannedIn } from '../domain/enrolment/frozen.ts';
import {
  type Answered,
  noAnswer,
  noWork,
  type Planned,
  type QuestionnaireWork,
  type Work,
} from '../domain/enrolment/work.ts';

/** What was answered for these subjects: the last validated and the draft of each questionnaire. Two queries, however many they are. */
export async function workOf(
  transaction: Transaction,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, Work>> {
  const rows = await transaction.response.findMany({
    where: { subjectId: { in: [...subjectIds] } },
    distinct: ['subjectId', 'questionnaire', 'act', 'status'],
    orderBy: [{ subjectId: 'asc' }, { questionnaire: 'asc' }, { act: 'asc' }, { status: 'asc' }, { number: 'desc' }],
    select: { subjectId: true, questionnaire: true, act: true, status: true, frozen: true, answers: true },
  });
  const all = new Map<string, Map<string, QuestionnaireWork>>();
  for (const { subjectId, questionnaire, act, status, frozen, answers } of rows) {
    const work = all.get(subjectId) ?? new Map<string, QuestionnaireWork>();
    all.set(subjectId, work);
    const known = work.get(questionnaire) ?? noWork;
    const part = status === 'DRAFT' ? 'draft' : 'validated';
    work.set(
      questionnaire,
      act === 'EVALUATION'
        ? { ...known, evaluation: { ...known.evaluation, [part]: answeredOf(status, frozen, answers) } }
        : { ...known, projection: { ...known.projection, [part]: plannedOf(status, frozen, answers) } },
    );
  }
  return all;
}

function answeredOf(status: 'DRAFT' | 'VALIDATED', frozen: unknown, rows: readonly Answer[]): Answered {
  if (status === 'VALIDATED') return answeredIn(frozenIn(frozen));
  const answers = rows.flatMap((row) => {
    const answer = draftAnswer(row);
    return answer === null ? [] : [[row.criterion, answer] as const];
  });
  const comments = Object.fromEntries(rows.map(({ criterion, comment }) => [criterion, comment]));
  return { ...noAnswer, answers: Object.fromEntries(answers), evidence: { comments, proofs: {} } };
}

function plannedOf(status: 'DRAFT' | 'VALIDATED', frozen: unknown, rows: readonly Answer[]): Planned {
  if (status === 'VALIDATED') return plannedIn(frozenIn(frozen));
  return { plan: Object.fromEntries(rows.map((row) => [row.criterion, draftTarget(row.target, row.comment)])) };
}

/** What a validated response holds; nothing for a draft. */
export function frozenIn(stored: unknown): Partial<Frozen> {
  return isFrozen(stored) ? stored : {};
}

/** Only a validation writes this column, and nothing changes it afterwards: it is known by one of its keys. */
function isFrozen(stored: unknown): stored is Frozen {
  return typeof stored === 'object' && stored !== null && 'answers' in stored;
}
