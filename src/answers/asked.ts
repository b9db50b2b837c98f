import type { Transaction } from '../database/transaction.ts';
import type { Actor } from '../domain/accounts/person.ts';
import { askedEntries } from '../domain/applicability/entries.ts';
import { opensAfter } from '../domain/enrolment/closed.ts';
import { NotFound } from '../domain/errors.ts';
import { type Profile, profileOf } from '../domain/profile/profile.ts';
import type { Demarche, Entry } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { type Subject, subjectWords } from '../domain/subjects/subject.ts';
import { areValidated } from '../parcours/titles.ts';
import { asDeclared } from '../subjects/rows.ts';
import { visibleTo } from '../subjects/scope.ts';
import type { SheetKey } from './sheet.ts';

/** Of a subject, what decides whether a démarche asks it a questionnaire, and whether it is open yet. */
export interface Asking {
  readonly subject: Pick<Subject, 'kind' | 'declared' | 'archivedAt'>;
  readonly joined: readonly string[];
  readonly evaluated: readonly string[];
}

export interface AskedEntry extends Pick<Asking, 'subject'> {
  readonly entry: Entry;
  readonly profile: Profile;
  /** Why it is not open yet (D3, G4); null when it is. */
  readonly closed: string | null;
}

const notAsked = 'Cette démarche ne demande pas ce questionnaire pour cet objet.';

/** What is not enrolled or not asked is not found. */
export function askedEntry(
  referential: Referential,
  demarche: Demarche,
  { questionnaire, act }: Pick<SheetKey, 'questionnaire' | 'act'>,
  asking: Asking | null,
): AskedEntry {
  if (asking === null || !asking.joined.includes(demarche.id)) throw new NotFound(notAsked);
  const { subject, evaluated } = asking;
  const profile = profileOf(referential.questions, subject.declared);
  const entries = askedEntries(demarche, subjectWords[subject.kind], profile);
  const entry = entries.find((one) => one.questionnaire === questionnaire);
  if (entry === undefined || (act === 'PROJECTION' && !entry.projection)) throw new NotFound(notAsked);
  const items = entries.map((one) => ({ questionnaire: one.questionnaire, act: 'EVALUATION' as const }));
  const after = opensAfter(demarche, { questionnaire, act }, items, new Set(evaluated));
  return {
    subject,
    entry,
    profile,
    closed: after.length === 0 ? null : `S’ouvre quand ${areValidated(demarche, after, referential)}.`,
  };
}

/** One small query; null: there is no such subject, or not for this person. */
export async function askingOf(transaction: Transaction, actor: Actor, reference: number): Promise<Asking | null> {
  const [row] = await transaction.$queryRaw<
    (Pick<Asking, 'joined' | 'evaluated'> & { kind: Subject['kind']; declared: unknown; archivedAt: Date | null })[]
  >`
    SELECT s."kind", s."declared", s."archivedAt",
      ARRAY(SELECT e."demarche" FROM "Enrolment" e WHERE e."subjectId" = s."id") AS "joined",
      ARRAY(SELECT DISTINCT r."questionnaire" FROM "Response" r
            WHERE r."subjectId" = s."id" AND r."act" = 'EVALUATION' AND r."status" = 'VALIDATED') AS "evaluated"
    FROM "Subject" s WHERE s."reference" = ${reference} AND ${visibleTo(actor)}`;
  if (row === undefined) return null;
  const { kind, declared, archivedAt, joined, evaluated } = row;
  return { subject: { kind, declared: asDeclared(declared), archivedAt }, joined, evaluated };
}
