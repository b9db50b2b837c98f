import { Prisma } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Actor } from '../domain/accounts/person.ts';
import type { ValidatedResponse } from '../domain/answers/carried.ts';
import type { DraftAnswer, DraftAnswers, SectionSwitch } from '../domain/answers/draft.ts';
import { draftAnswer, draftTarget } from '../domain/enrolment/frozen.ts';
import type { Target } from '../domain/projection/plan.ts';
import type { Subject, SubjectName } from '../domain/subjects/subject.ts';
import { asSubject, type SubjectRow } from '../subjects/rows.ts';
import { visibleTo } from '../subjects/scope.ts';
import { frozenIn } from '../subjects/work.ts';

/** Which questionnaire of which subject. */
export interface SheetKey {
  readonly reference: number;
  readonly questionnaire: string;
  readonly act: 'EVALUATION' | 'PROJECTION';
}

export interface Draft extends DraftAnswers {
  readonly id: string;
  readonly versionId: string;
  readonly startedAt: Date;
  readonly startedBy: string;
  /** Q3: validation was asked for. */
  readonly request: {
    readonly at: Date;
    readonly by: string;
    readonly byId: string | null;
    readonly message: string;
  } | null;
  /** Q3: sent back, and why. */
  readonly returned: { readonly at: Date; readonly by: string; readonly message: string } | null;
  readonly remarks: readonly Remark[];
  /** A projection's months, by criterion (J2, J3). */
  readonly targets: Readonly<Record<string, Target>>;
}

export interface Remark {
  readonly criterion: string;
  readonly text: string;
  readonly writtenAt: Date;
  readonly writtenBy: string;
}

/** A proof, whatever its state, with what its file is. */
export interface ProofRow {
  readonly id: string;
  readonly criterion: string;
  readonly type: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly state: 'READY' | 'WAITING' | 'QUARANTINED';
  /** Null: no scanner read it, or not yet. */
  readonly scannedAt: Date | null;
  /** What the scanner found. */
  readonly finding: string | null;
  readonly description: string;
  readonly final: boolean;
  readonly depositedAt: Date;
  readonly depositedBy: string;
  readonly archivedAt: Date | null;
  readonly archivedBy: string | null;
}

/** P5: since when, and why, the questionnaire is to be read again. */
export interface SheetRereading {
  readonly since: Date;
  readonly changedBy: string;
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
}

/** All that the pages of one questionnaire of a subject are made of. */
export interface Sheet {
  readonly subject: Subject;
  /** The démarches that it joined, by id, from the first. */
  readonly joined: readonly string[];
  /** The questionnaires whose evaluation was validated (D3, G4). */
  readonly evaluated: readonly string[];
  readonly draft: Draft | null;
  readonly validated: ValidatedResponse | null;
  readonly proofs: readonly ProofRow[];
  readonly rereading: SheetRereading | null;
  /** Q2: the option products that may be chosen, and those that are. */
  readonly options: readonly SubjectName[];
}

/** JSON has no dates: each comes as text. */
type InJson<T> = {
  readonly [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

interface AnswerJson extends Omit<InJson<DraftAnswer>, 'answer'> {
  readonly level: number | null;
  readonly notApplicable: boolean;
  readonly target: unknown;
}

interface DraftJson {
  readonly id: string;
  readonly versionId: string;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly requestedAt: string | null;
  readonly requestedBy: string | null;
  readonly requestedById: string | null;
  readonly requestMessage: string;
  readonly returnedAt: string | null;
  readonly returnedBy: string | null;
  readonly returnMessage: string;
  readonly answers: readonly AnswerJson[];
  readonly switches: readonly InJson<SectionSwitch>[];
  readonly remarks: readonly InJson<Remark>[];
}

type Row = SubjectRow & {
  readonly joined: readonly string[];
  readonly evaluated: readonly string[];
  readonly draft: DraftJson | null;
  readonly validated: (Omit<InJson<ValidatedResponse>, 'frozen'> & { readonly frozen: unknown }) | null;
  readonly proofs: readonly InJson<ProofRow>[];
  readonly rereading: InJson<SheetRereading> | null;
  readonly options: readonly SubjectName[];
};

/** One query, however much was answered. Null: there is no such subject, or not for this person. */
export async function sheetOf(transaction: Transaction, actor: Actor, key: SheetKey): Promise<Sheet | null> {
  const { reference, questionnaire, act } = key;
  const [row] = await transaction.$queryRaw<Row[]>`
    SELECT s.*, to_json(p) AS "product",
      json_build_object('firstName', u."firstName", 'lastName', u."lastName") AS "responsible",
      (SELECT coalesce(json_agg(e."demarche" ORDER BY e."createdAt", e."id"), '[]') FROM "Enrolment" e WHERE e."subjectId" = s."id") AS "joined",
      (SELECT coalesce(json_agg(DISTINCT r."questionnaire"), '[]') FROM "Response" r
        WHERE r."subjectId" = s."id" AND r."act" = 'EVALUATION' AND r."status" = 'VALIDATED') AS "evaluated",
      ${draftOf(key)} AS "draft",
      (SELECT to_json(r) FROM (
        SELECT r."id", r."number", r."versionId", r."validatedAt", r."validatedBy", r."frozen" FROM "Response" r
        WHERE r."subjectId" = s."id" AND r."questionnaire" = ${questionnaire} AND r."act" = ${act}::"Act" AND r."status" = 'VALIDATED'
        ORDER BY r."number" DESC LIMIT 1) r) AS "validated",
      (SELECT coalesce(json_agg(d), '[]') FROM (
        SELECT d."id", d."criterion", d."type", d."name", d."contentType", f."size", f."sha256", f."state", f."scannedAt", f."finding",
               d."description", d."final",
               d."depositedAt", d."depositedBy", d."archivedAt", d."archivedBy"
        FROM "Proof" d JOIN "StoredFile" f ON f."id" = d."fileId"
        WHERE d."subjectId" = s."id" AND d."questionnaire" = ${questionnaire} ORDER BY d."depositedAt", d."id") d) AS "proofs",
      (SELECT json_build_object('since', t."since", 'changedBy', t."changedBy", 'appeared', t."appeared", 'vanished', t."vanished")
        FROM "Rereading" t WHERE t."subjectId" = s."id" AND t."questionnaire" = ${questionnaire}) AS "rereading",
      (SELECT coalesce(json_agg(o), '[]') FROM (${optionsOf(actor, key)}) o) AS "options"
    FROM "Subject" s
    JOIN "User" u ON u."id" = s."responsibleId"
    LEFT JOIN "Product" p ON p."subjectId" = s."id"
    WHERE s."reference" = ${reference} AND ${visibleTo(actor)}`;
  return row === undefined ? null : asSheet(row);
}

function draftOf({ questionnaire, act }: SheetKey): Prisma.Sql {
  return Prisma.sql`(SELECT to_json(r) FROM (
    SELECT r."id", r."versionId", r."startedAt", r."startedBy", r."requestedAt", r."requestedBy", r."requestedById", r."requestMessage",
      r."returnedAt", r."returnedBy", r."returnMessage",
      (SELECT coalesce(json_agg(a), '[]') FROM "Answer" a WHERE a."responseId" = r."id") AS "answers",
      (SELECT coalesce(json_agg(w), '[]') FROM "SectionSwitch" w WHERE w."responseId" = r."id") AS "switches",
      (SELECT coalesce(json_agg(m), '[]') FROM "Remark" m WHERE m."responseId" = r."id") AS "remarks"
    FROM "Response" r
    WHERE r."subjectId" = s."id" AND r."questionnaire" = ${questionnaire} AND r."act" = ${act}::"Act" AND r."status" = 'DRAFT') r)`;
}

/** Of the company's option products, those that this person sees; and those that the draft cites, seen or not. */
function optionsOf(actor: Actor, { reference, questionnaire, act }: SheetKey): Prisma.Sql {
  return Prisma.sql`
    SELECT s."id", s."reference", s."name", o."version" FROM "Subject" s JOIN "Product" o ON o."subjectId" = s."id"
    WHERE s."companyId" = ${actor.companyId}::uuid AND (
      (o."type" = 'OPTION' AND s."archivedAt" IS NULL AND s."reference" <> ${reference} AND ${visibleTo(actor)})
      OR s."id" IN (
        SELECT a."optionId" FROM "Answer" a JOIN "Response" r ON r."id" = a."responseId" JOIN "Subject" x ON x."id" = r."subjectId"
        WHERE x."reference" = ${reference} AND r."questionnaire" = ${questionnaire} AND r."act" = ${act}::"Act" AND a."optionId" IS NOT NULL))
    ORDER BY s."name", o."version", s."reference"`;
}

function asSheet(row: Row): Sheet {
  const { joined, evaluated, options } = row;
  return {
    subject: asSubject(row),
    joined,
    evaluated,
    options,
    draft: row.draft && asDraft(row.draft),
    validated: row.validated && {
      ...row.validated,
      validatedAt: new Date(row.validated.validatedAt),
      frozen: frozenIn(row.validated.frozen),
    },
    proofs: row.proofs.map((one) => ({
      ...one,
      scannedAt: one.scannedAt === null ? null : new Date(one.scannedAt),
      depositedAt: new Date(one.depositedAt),
      archivedAt: one.archivedAt === null ? null : new Date(one.archivedAt),
    })),
    rereading: row.rereading && { ...row.rereading, since: new Date(row.rereading.since) },
  };
}

function asDraft({ answers, switches, remarks, ...row }: DraftJson): Draft {
  const { requestedAt, requestedBy, requestedById, requestMessage, returnedAt, returnedBy, returnMessage } = row;
  return {
    id: row.id,
    versionId: row.versionId,
    startedAt: new Date(row.startedAt),
    startedBy: row.startedBy,
    request:
      requestedAt === null
        ? null
        : { at: new Date(requestedAt), by: requestedBy ?? '', byId: requestedById, message: requestMessage },
    returned: returnedAt === null ? null : { at: new Date(returnedAt), by: returnedBy ?? '', message: returnMessage },
    answers: answers.map(asDraftAnswer),
    switches: switches.map((one) => ({ ...one, switchedAt: new Date(one.switchedAt) })),
    remarks: remarks.map((one) => ({ ...one, writtenAt: new Date(one.writtenAt) })),
    targets: Object.fromEntries(answers.map((one) => [one.criterion, draftTarget(one.target, one.comment)])),
  };
}

export function asDraftAnswer(row: Omit<AnswerJson, 'target'>): DraftAnswer {
  const { criterion, comment, dependsOnOption, optionId, revision, answeredBy, answeredById } = row;
  return {
    criterion,
    answer: draftAnswer(row),
    comment,
    dependsOnOption,
    optionId,
    revision,
    answeredAt: new Date(row.answeredAt),
    answeredBy,
    answeredById,
  };
}
