import type { Form, Question } from '../referential/form.ts';
import { answerProblem } from './answer-problem.ts';
import { askedQuestions } from './asked.ts';
import { type DeclaredAnswers, type FormAnswers, isBlank, profileOf } from './profile.ts';
import type { Questions } from './questions.ts';

/** A question to repair, and how. */
export interface DeclarationProblem {
  readonly question: Question;
  readonly message: string;
}

/** P2, P3: what keeps the answers to a form from being declared, among the questions that these very answers show. */
export function declarationProblems(
  form: Form,
  questions: Questions,
  declared: DeclaredAnswers,
): readonly DeclarationProblem[] {
  const answers = declared[form.id] ?? {};
  return askedQuestions(form, profileOf(questions, declared)).flatMap((question) => {
    const message = problemOf(question, answers);
    return message === null ? [] : [{ question, message }];
  });
}

function problemOf(question: Question, answers: FormAnswers): string | null {
  const value = answers[question.id];
  if (value !== undefined && !isBlank(value)) return answerProblem(question, value);
  return question.required ? missing[question.kind] : null;
}

const missing: Readonly<Record<Question['kind'], string>> = {
  single: 'Choisissez une réponse.',
  'yes-no': 'Choisissez une réponse.',
  multiple: 'Choisissez une ou plusieurs réponses.',
  text: 'Écrivez une réponse.',
  number: 'Écrivez un nombre.',
  date: 'Choisissez une date.',
  siren: 'Écrivez un numéro SIREN.',
  siret: 'Écrivez un numéro SIRET.',
  email: 'Écrivez une adresse électronique.',
  phone: 'Écrivez un numéro de téléphone.',
  url: 'Écrivez une adresse.',
  file: 'Déposez un fichier.',
};
