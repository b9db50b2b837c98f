import type { Transaction } from '../database/transaction.ts';
import { draftAnswered } from '../domain/answers/draft.ts';
import { answeredIn, draftAnswer, draftTarget, type Frozen, plannedIn } from '../domain/enrolment/frozen.ts';
import { type Answered, noWork, type Planned, type QuestionnaireWork, type Work } from '../domain/enrolment/work.ts';

/** What of an answer's row is counted. */
interface AnswerRow {
  readonly criterion: string;
  readonly level: number | null;
  readonly notApplicable: boolean;
  readonly comment: string;
  readonly dependsOnOption: boolean;
  readonly optionId: string | null;
  readonly target: unknown;
}

interface Row {
  readonly subjectId: string;
  readonly questionnaire: string;
  readonly act: 'EVALUATION' | 'PROJECTION';
  readonly status: 'DRAFT' | 'VALIDATED';
  readonly frozen: unknown;
  readonly answers: readonly AnswerRow[];
  readonly switches: readonly { readonly section: string; readonly reason: string }[];
  readonly proofs: readonly { readonly criterion: string; readonly type: string }[];
}

/** What was answered for these subjects: the last validated and the draft of each questionnaire. One query, however many they are. */
export async function workOf(
  transaction: Transaction,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, Work>> {
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT r."subjectId", r."questionnaire", r."act", r."status", r."frozen",
      (SELECT coalesce(json_agg(a), '[]') FROM (
        SELECT "criterion", "level", "notApplicable", "comment", "dependsOnOption", "optionId", "target"
        FROM "Answer" WHERE "responseId" = r."id") a) AS "answers",
      (SELECT coalesce(json_agg(w), '[]') FROM (
        SELECT "section", "reason" FROM "SectionSwitch" WHERE "responseId" = r."id") w) AS "switches",
      CASE WHEN r."status" = 'DRAFT' THEN (SELECT coalesce(json_agg(p), '[]') FROM (
        SELECT DISTINCT p."criterion", p."type" FROM "Proof" p JOIN "StoredFile" f ON f."id" = p."fileId"
        WHERE p."subjectId" = r."subjectId" AND p."questionnaire" = r."questionnaire"
          AND p."archivedAt" IS NULL AND f."state" <> 'QUARANTINED') p) ELSE '[]' END AS "proofs"
    FROM (
      SELECT DISTINCT ON ("subjectId", "questionnaire", "act", "status") "id" FROM "Response"
      WHERE "subjectId" = ANY(${[...subjectIds]}::uuid[])
      ORDER BY "subjectId", "questionnaire", "act", "status", "number" DESC
    ) last JOIN "Response" r ON r."id" = last."id"`;
  const all = new Map<string, Map<string, QuestionnaireWork>>();
  for (const row of rows) {
    const { subjectId, questionnaire, act, status } = row;
    const work = all.get(subjectId) ?? new Map<string, QuestionnaireWork>();
    all.set(subjectId, work);
    const known = work.get(questionnaire) ?? noWork;
    const part = status === 'DRAFT' ? 'draft' : 'validated';
    work.set(
      questionnaire,
      act === 'EVALUATION'
        ? { ...known, evaluation: { ...known.evaluation, [part]: answeredOf(row) } }
        : { ...known, projection: { ...known.projection, [part]: plannedOf(row) } },
    );
  }
  return all;
}

function answeredOf({ status, frozen, answers, switches, proofs }: Row): Answered {
  if (status === 'VALIDATED') return answeredIn(frozenIn(frozen));
  const said = answers.map((row) => ({ ...row, answer: draftAnswer(row) }));
  return draftAnswered({ answers: said, switches }, typesByCriterion(proofs));
}

function plannedOf({ status, frozen, answers }: Row): Planned {
  if (status === 'VALIDATED') return plannedIn(frozenIn(frozen));
  return { plan: Object.fromEntries(answers.map((row) => [row.criterion, draftTarget(row.target, row.comment)])) };
}

/** Q6: the types of the live proofs, by criterion. */
export function typesByCriterion(
  proofs: readonly { readonly criterion: string; readonly type: string }[],
): Readonly<Record<string, readonly string[]>> {
  const types: Record<string, string[]> = {};
  for (const { criterion, type } of proofs) types[criterion] = [...(types[criterion] ?? []), type];
  return types;
}

/** What a validated response holds; nothing for a draft. */
export function frozenIn(stored: unknown): Partial<Frozen> {
  return isFrozen(stored) ? stored : {};
}

/** As the database takes it. */
export function storedFrozen(frozen: Frozen): object {
  return structuredClone(frozen) as object;
}

/** Only a validation writes this column, and nothing changes it afterwards: it is known by one of its keys. */
function isFrozen(stored: unknown): stored is Frozen {
  return typeof stored === 'object' && stored !== null && 'answers' in stored;
}
