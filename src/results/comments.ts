import { gradeOf } from '../domain/referential/level.ts';
import type { CommentModel } from './models.ts';
import type { Scored } from './scored.ts';
import { gradeModel } from './words.ts';

/** Q2: what was commented, in reading order. */
export function commentModels({ sheet, shown, questionnaire }: Scored): readonly CommentModel[] {
  return sheet.criteria.flatMap(({ code, criterion }) => {
    const text = shown.evidence.comments[code]?.trim() ?? '';
    const answer = shown.answers[code];
    if (text === '') return [];
    const grade = gradeModel(questionnaire.kind, answer === undefined ? null : gradeOf(answer));
    return [{ code, title: criterion.title, grade, text }];
  });
}
