import type { Transaction } from '../database/transaction.ts';
import { carriedOver } from '../domain/answers/carried.ts';
import { answeredCompletion } from '../domain/answers/completion.ts';
import { type DraftAnswers, draftAnswered } from '../domain/answers/draft.ts';
import { answeringProblem } from '../domain/answers/rights.ts';
import { type ApplicableCriterion, applicableCriteria } from '../domain/applicability/applicable.ts';
import type { Scope, ScopedDocument } from '../domain/applicability/scope.ts';
import { type Completion, depositCompletion, formCompletion } from '../domain/completion.ts';
import { holds } from '../domain/condition/evaluate.ts';
import type { Answered } from '../domain/enrolment/work.ts';
import { NotFound } from '../domain/errors.ts';
import type { Profile } from '../domain/profile/profile.ts';
import { isLive } from '../domain/proofs/deposited.ts';
import type { Entry } from '../domain/referential/demarche.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { demarcheIn, type FoundDemarche } from '../parcours/found.ts';
import { titleIn } from '../parcours/titles.ts';
import { asReference } from '../subjects/reach.ts';
import { typesByCriterion } from '../subjects/work.ts';
import type { SignedVisit } from '../web/visit.ts';
import { askedEntry } from './asked.ts';
import { type Sheet, type SheetKey, sheetOf } from './sheet.ts';

/** One questionnaire of a subject, as a démarche asks it, with all that was answered to it. */
export interface ReachedSheet extends Sheet, FoundDemarche {
  readonly entry: Entry;
  readonly questionnaire: Questionnaire;
  /** As this démarche calls it, without the year. */
  readonly title: string;
  readonly profile: Profile;
  /** Null for a form and for deposits. */
  readonly scope: Scope | null;
  /** Those that apply, in reading order; none for a form and for deposits. */
  readonly criteria: readonly ApplicableCriterion[];
  /** G5: the documents that apply; none but for deposits. */
  readonly documents: readonly ScopedDocument[];
  /** The draft, or what the next one would start from (Q4). */
  readonly current: DraftAnswers;
  /** The same, as it counts, with the live proofs. */
  readonly answered: Answered;
  /** Why it is not open yet (D3, G4); null when it is. */
  readonly closed: string | null;
}

const notAsked = 'Cette démarche ne demande pas ce questionnaire pour cet objet.';

/** What the address names. What is another company's, not accessed, not enrolled or not asked is not found. */
export async function reachSheet(
  transaction: Transaction,
  referential: Referential,
  visit: SignedVisit,
  act: SheetKey['act'] = 'EVALUATION',
): Promise<ReachedSheet> {
  const found = demarcheIn(visit, referential);
  const { demarche } = found;
  const slug = String(visit.req.params.slug);
  const reference = asReference(String(visit.req.params.reference));
  const questionnaire = referential.questionnaires.get(slug);
  if (
    reference === null ||
    questionnaire === undefined ||
    !demarche.entries.some((one) => one.questionnaire === slug)
  ) {
    throw new NotFound(notAsked);
  }
  const key = { reference, questionnaire: slug, act };
  const sheet = await sheetOf(transaction, visit.actor, key);
  if (sheet === null) throw new NotFound(notAsked);
  const { entry, profile, closed } = askedEntry(referential, demarche, key, sheet);
  const scope = referential.scope(demarche.id, slug);
  const current =
    sheet.draft ?? (sheet.validated === null ? { answers: [], switches: [] } : carriedOver(sheet.validated));
  const live = sheet.proofs.filter(isLive);
  return {
    ...sheet,
    ...found,
    entry,
    questionnaire,
    title: titleIn(demarche, slug, referential),
    profile,
    scope,
    criteria: scope === null ? [] : applicableCriteria(scope, profile),
    documents: (referential.documents(demarche.id, slug) ?? []).filter(({ when }) => holds(when, profile)),
    current,
    answered: draftAnswered(current, typesByCriterion(live)),
    closed,
  };
}

/** n/m and what is missing, of the draft or of what the next one would start from. */
export function completionOf({ questionnaire, criteria, documents, answered, profile }: Counted): Completion {
  if (questionnaire.kind === 'deposit') return depositCompletion(documents, answered.deposited, profile);
  if (questionnaire.kind === 'form') return formCompletion(questionnaire, profile);
  return answeredCompletion(criteria, answered, profile);
}

type Counted = Pick<ReachedSheet, 'questionnaire' | 'criteria' | 'documents' | 'answered' | 'profile'>;

interface Answerable extends Pick<ReachedSheet, 'closed'> {
  readonly subject: Pick<ReachedSheet['subject'], 'archivedAt'>;
}

/** P6, D3, G4: what is archived or closed is read, not answered. */
export function mustBeAnswerable({ subject, closed }: Answerable): void {
  const problem = answeringProblem(subject, closed);
  if (problem !== null) throw problem;
}
