import { declaredIn } from '../additions/carried.ts';
import type { Transaction } from '../database/transaction.ts';
import type { FieldError } from '../domain/errors.ts';
import { type ChangedAnswer, changedAnswers } from '../domain/profile/changed.ts';
import { type DeclaredAnswers, profileOf } from '../domain/profile/profile.ts';
import type { Form } from '../domain/referential/form.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { type QuestionnaireChange, requalification } from '../domain/subjects/requalification.ts';
import { qualificationOf, type Subject } from '../domain/subjects/subject.ts';
import { declarationErrors } from '../forms/models.ts';
import { mustHaveForm } from '../forms/read.ts';
import { joinedBy } from '../subjects/joined.ts';
import { workOf } from '../subjects/work.ts';
import type { Typed } from '../web/typed.ts';

/** The qualification that is asked for, against the one that a subject has. */
export interface Wanted {
  readonly form: Form;
  /** All that would be declared. */
  readonly declared: DeclaredAnswers;
  readonly answers: readonly ChangedAnswer[];
  readonly errors: readonly FieldError[];
}

export function wantedIn(referential: Referential, subject: Subject, held: Typed): Wanted {
  const { questions } = referential;
  const form = mustHaveForm(referential, qualificationOf[subject.kind]);
  const declared = { ...subject.declared, ...declaredIn(held, [form]) };
  return {
    form,
    declared,
    answers: changedAnswers(form, profileOf(questions, subject.declared), profileOf(questions, declared)),
    errors: declarationErrors(form, questions, declared),
  };
}

/** P5: what it would do to each questionnaire. */
export async function changesWanted(
  transaction: Transaction,
  referential: Referential,
  subject: Subject,
  { declared }: Wanted,
): Promise<readonly QuestionnaireChange[]> {
  const joined = await joinedBy(transaction, referential, subject.id);
  const work = (await workOf(transaction, [subject.id])).get(subject.id) ?? new Map();
  return requalification(referential, subject, joined, declared, work);
}
