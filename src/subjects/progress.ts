import { createHash } from 'node:crypto';
import type { Transaction } from '../database/transaction.ts';
import { canonical } from '../domain/canonical.ts';
import { type Asking, enrolmentItems, enrolmentProgress, type Item } from '../domain/enrolment/items.ts';
import { enrolmentMeans } from '../domain/enrolment/means.ts';
import type { Work } from '../domain/enrolment/work.ts';
import { type DeclaredAnswers, profileOf } from '../domain/profile/profile.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { type SubjectKind, subjectWords } from '../domain/subjects/subject.ts';
import {
  type CountedSubject,
  countedSubjects,
  type KeptItem,
  type KeptMean,
  type KeptState,
  keepItems,
  keepMeans,
  keepStates,
  lockCounts,
} from './kept-counts.ts';
import { asDeclared } from './rows.ts';
import { workOf } from './work.ts';

interface Counted {
  readonly kind: SubjectKind;
  readonly declared: DeclaredAnswers;
}

/** How far a subject is in a démarche, with what it has answered until now. */
export function itemsOf(referential: Referential, demarche: Demarche, counted: Counted, work: Work): readonly Item[] {
  return enrolmentItems(referential, asking(referential, demarche, counted, work));
}

function asking(referential: Referential, demarche: Demarche, { kind, declared }: Counted, work: Work): Asking {
  const profile = profileOf(referential.questions, declared);
  return { demarche, subject: subjectWords[kind], profile, work };
}

/**
 * Computes anew, and keeps, how far these subjects are in each of their démarches, and their means. Called in the transaction of whatever
 * changes it: an enrolment, a qualification, a validation. Six queries at most, however many they are; nothing is written that did not
 * change.
 */
export async function refreshProgress(
  transaction: Transaction,
  referential: Referential,
  subjectIds: readonly string[],
  now: Date,
): Promise<void> {
  await lockCounts(transaction, subjectIds);
  const subjects = await countedSubjects(transaction, subjectIds);
  const works = await workOf(transaction, subjectIds);
  const counts = subjects.map((subject) => countsOf(referential, subject, works.get(subject.id) ?? new Map(), now));
  const all = <Row>(of: (counts: Counts) => readonly Row[]): { before: readonly Row[]; after: readonly Row[] } => ({
    before: counts.flatMap(({ before }) => of(before)),
    after: counts.flatMap(({ after }) => of(after)),
  });
  await keepItems(
    transaction,
    all(({ items }) => items),
  );
  await keepMeans(
    transaction,
    all(({ means }) => means),
  );
  await keepStates(
    transaction,
    all(({ states }) => states),
  );
}

interface Counts {
  readonly items: readonly KeptItem[];
  readonly means: readonly KeptMean[];
  readonly states: readonly KeptState[];
}

/** A démarche that is not published any more keeps what it was; its means are nobody's. */
function countsOf(
  referential: Referential,
  subject: CountedSubject,
  work: Work,
  now: Date,
): { readonly before: Counts; readonly after: Counts } {
  const counted = { kind: subject.kind, declared: asDeclared(subject.declared) };
  const published = subject.enrolments.flatMap((enrolment) => {
    const demarche = referential.demarches.find(({ id }) => id === enrolment.demarche);
    return demarche ? [{ enrolment, demarche }] : [];
  });
  const after = published.map(({ enrolment: { id, doneAt }, demarche }) => {
    const asked = asking(referential, demarche, counted, work);
    const items = enrolmentItems(referential, asked);
    const state = enrolmentProgress(items);
    return {
      items: items.map(({ closed, ...item }, position) => ({
        ...item,
        enrolmentId: id,
        position,
        closed: closed !== null,
      })),
      means: enrolmentMeans(referential, asked).map((mean) => ({
        ...mean,
        subjectId: subject.id,
        demarche: demarche.id,
      })),
      state: {
        id,
        state,
        computedFor: fingerprint(referential, demarche),
        doneAt: state === 'DONE' ? (doneAt ?? now.toISOString()) : null,
      },
    };
  });
  const known = new Set(published.map(({ enrolment }) => enrolment.id));
  return {
    before: {
      items: subject.items.filter(({ enrolmentId }) => known.has(enrolmentId)),
      means: subject.means,
      states: published.map(({ enrolment: { demarche: _, ...state } }) => state),
    },
    after: {
      items: after.flatMap(({ items }) => items),
      means: after.flatMap(({ means }) => means),
      states: after.map(({ state }) => state),
    },
  };
}

const fingerprints = new WeakMap<Demarche, string>();

/** What the counts of a démarche depend on beside the subject: the démarche and what its questionnaires ask. */
export function fingerprint(referential: Referential, demarche: Demarche): string {
  const known = fingerprints.get(demarche);
  if (known !== undefined) return known;
  const asked = demarche.entries.map(({ questionnaire }) => referential.questionnaires.get(questionnaire));
  const made = createHash('sha256')
    .update(canonical([demarche, asked]))
    .digest('hex')
    .slice(0, 16);
  fingerprints.set(demarche, made);
  return made;
}
