import { inGeneral } from '../domain/condition/words.ts';
import type { FieldError } from '../domain/errors.ts';
import { askedQuestions } from '../domain/profile/asked.ts';
import { declarationProblems } from '../domain/profile/declaration.ts';
import { type DeclaredAnswers, type FormAnswers, type FormValue, profileOf } from '../domain/profile/profile.ts';
import type { Questions } from '../domain/profile/questions.ts';
import { type Form, isChoice, type Question } from '../domain/referential/form.ts';
import { paragraphs } from '../domain/referential/text.ts';
import type { Choice, FieldProps, SummaryProps } from '../web/components.ts';
import { fieldName } from './read.ts';

/** One question as a page asks it: boxes, buttons or a field. */
export interface QuestionModel {
  readonly number: string;
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly required: boolean;
  readonly kind: 'single' | 'multiple' | 'field';
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly type: Exclude<FieldProps['type'], undefined>;
}

/** `views/forms/questions.ejs` shows it, with the errors of the page. */
export interface QuestionsModel {
  readonly introduction: readonly string[];
  readonly sections: readonly {
    readonly title: string;
    readonly introduction: readonly string[];
    readonly questions: readonly QuestionModel[];
  }[];
}

/** The questions of a form with what is answered so far. Follow-up questions say when they count. */
export function questionsModel(form: Form, answers: FormAnswers, questions: Questions): QuestionsModel {
  return {
    introduction: form.introduction === null ? [] : paragraphs(form.introduction),
    sections: form.sections.map(({ title, introduction, questions: asked }) => ({
      title,
      introduction: introduction === null ? [] : paragraphs(introduction),
      questions: asked.map((question) => questionModel(form, question, answers[question.id], questions)),
    })),
  };
}

/** P2: what was answered, to read again before it counts: only the questions that are shown. */
export function answersSummary(form: Form, declared: DeclaredAnswers, questions: Questions): SummaryProps['items'] {
  const answers = declared[form.id] ?? {};
  return askedQuestions(form, profileOf(questions, declared)).map((question) => ({
    label: `${numberOf(question)}. ${question.title}`,
    values: answerWords(question, answers[question.id]),
    change: null,
  }));
}

/** The sentences at the right fields. */
export function declarationErrors(form: Form, questions: Questions, declared: DeclaredAnswers): readonly FieldError[] {
  return declarationProblems(form, questions, declared).map(({ question, message }) => ({
    field: fieldName(form, question),
    message: `Question\u00a0${question.number}\u00a0: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
  }));
}

/** An answer in words, one line for each choice. */
export function answerWords(question: Question, value: FormValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (!isChoice(question)) return [String(value)];
  const chosen = [value].flat();
  return question.options.filter(({ id }) => chosen.includes(id)).map(({ title }) => title);
}

const types = {
  text: 'text',
  number: 'number',
  date: 'date',
  siren: 'text',
  siret: 'text',
  email: 'email',
  phone: 'tel',
  url: 'url',
  file: 'text',
} as const;

function questionModel(
  form: Form,
  question: Question,
  value: FormValue | undefined,
  questions: Questions,
): QuestionModel {
  const { title, required, when, kind } = question;
  const condition = when === null ? '' : `À remplir ${inGeneral(when, { questions, within: form.id })}.`;
  return {
    number: numberOf(question),
    name: fieldName(form, question),
    title,
    hint: [condition, question.help ?? ''].filter(Boolean).join(' '),
    required,
    kind: isChoice(question) ? (kind === 'multiple' ? 'multiple' : 'single') : 'field',
    choices: isChoice(question)
      ? question.options.map(({ id, title: label, help }) => ({
          value: id,
          label,
          ...(help !== null && { hint: help }),
        }))
      : [],
    values: value === undefined ? [] : [value].flat().map(String),
    type: isChoice(question)
      ? 'text'
      : question.kind === 'text' && question.lines === 'many'
        ? 'textarea'
        : types[question.kind],
  };
}

/** “01”, as the guides write it. */
function numberOf({ number }: Question): string {
  return String(number).padStart(2, '0');
}
