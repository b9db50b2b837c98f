import { declaredIn } from '../additions/carried.ts';
import type { ReachedSheet } from '../answers/reach.ts';
import type { Transaction } from '../database/transaction.ts';
import { NotFound } from '../domain/errors.ts';
import { type ChangedAnswer, changedAnswers } from '../domain/profile/changed.ts';
import { type DeclaredAnswers, profileOf } from '../domain/profile/profile.ts';
import type { Form } from '../domain/referential/form.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { type QuestionnaireChange, requalification, toReread } from '../domain/subjects/requalification.ts';
import { fieldName } from '../forms/read.ts';
import { answersKnown } from '../initialisation/identity.ts';
import { mergedIn } from '../initialisation/opened.ts';
import { joinedBy } from '../subjects/joined.ts';
import { workOf } from '../subjects/work.ts';
import type { Typed } from '../web/typed.ts';

/** The answers to a form that are asked for, with what others changed since it was opened. */
export interface WantedDeclaration {
  readonly held: Typed;
  readonly declared: DeclaredAnswers;
  readonly answers: readonly ChangedAnswer[];
  /** Both changed these: what was typed and what is saved differ from what the form was opened with. */
  readonly clashes: readonly ChangedAnswer[];
}

export function formOf({ questionnaire }: Pick<ReachedSheet, 'questionnaire'>): Form {
  if (questionnaire.kind !== 'form') throw new NotFound();
  return questionnaire;
}

export function wantedDeclaration(
  { questions }: Referential,
  { subject, questionnaire }: ReachedSheet,
  sent: Typed,
): WantedDeclaration {
  const form = formOf({ questionnaire });
  const { held, clashes } = mergedIn(answersKnown(form, subject.declared), sent);
  const declared = { ...subject.declared, ...declaredIn(held, [form]) };
  const answers = changedAnswers(form, profileOf(questions, subject.declared), profileOf(questions, declared));
  return {
    held,
    declared,
    answers,
    clashes: answers.filter(({ question }) => clashes.includes(fieldName(form, question))),
  };
}

/** P5, G4: of the questionnaires that were answered, those that these answers change. */
export async function changesOfDeclaration(
  transaction: Transaction,
  referential: Referential,
  { subject }: ReachedSheet,
  { declared }: WantedDeclaration,
): Promise<readonly QuestionnaireChange[]> {
  const joined = await joinedBy(transaction, referential, subject.id);
  const work = (await workOf(transaction, [subject.id])).get(subject.id) ?? new Map();
  const changes = requalification(referential, subject, joined, declared, work);
  const marks = toReread(changes);
  return changes.filter(({ questionnaire }) => marks.has(questionnaire.id));
}
