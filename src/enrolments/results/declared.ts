import type { ScopedDocument } from '../../domain/applicability/scope.ts';
import { askedQuestions } from '../../domain/profile/asked.ts';
import { type DeclaredAnswers, profileOf } from '../../domain/profile/profile.ts';
import type { Questions } from '../../domain/profile/questions.ts';
import type { Form } from '../../domain/referential/form.ts';
import { answerWords } from '../../forms/models.ts';
import { natures } from '../../library/words.ts';
import type { Table } from './sheets.ts';

/** G5: the types of document, and those that have a live deposit. */
export function documentsTable(documents: readonly ScopedDocument[], deposited: readonly string[]): Table {
  return {
    columns: [
      { header: 'Code', width: 20 },
      { header: 'Document', width: 60 },
      { header: 'Nature', width: 16 },
      { header: 'Déposé', width: 12 },
    ],
    rows: documents.map(({ document: { code, title }, nature }) => [
      code,
      title,
      natures[nature],
      deposited.includes(code) ? 'Oui' : null,
    ]),
  };
}

/** G4: the questions that are shown, with their answers. */
export function questionsTable(form: Form, declared: DeclaredAnswers, questions: Questions): Table {
  const answers = declared[form.id] ?? {};
  return {
    columns: [
      { header: 'Numéro', width: 10 },
      { header: 'Question', width: 70 },
      { header: 'Réponse', width: 60 },
    ],
    rows: askedQuestions(form, profileOf(questions, declared)).map((question) => [
      question.number,
      question.title,
      answerWords(question, answers[question.id]).join('\n') || null,
    ]),
  };
}
