import { isChoice, type Question, questionsOf } from '../domain/referential/form.ts';
import type { Criterion, DepositDocument, Questionnaire } from '../domain/referential/questionnaire.ts';
import { placedCriteria } from '../domain/referential/walk.ts';
import { anchorOf, questionAnchor } from './anchors.ts';

/** Q10: by anchor, all that is written of a criterion, a document or a question. */
export function searchedTexts(questionnaire: Questionnaire): readonly (readonly [anchor: string, text: string])[] {
  switch (questionnaire.kind) {
    case 'form':
      return questionsOf(questionnaire).map((question) => [questionAnchor(question.number), questionText(question)]);
    case 'deposit':
      return questionnaire.documents.map((document) => [anchorOf(document.code), documentText(document)]);
    case 'maturity':
    case 'compliance':
      return placedCriteria<Criterion>(questionnaire.sections).map(({ criterion }) => [
        anchorOf(criterion.code),
        criterionText(criterion),
      ]);
  }
}

function criterionText(criterion: Criterion): string {
  const { code, title, objective, links, scenarios } = criterion;
  const own =
    criterion.kind === 'maturity'
      ? [criterion.target, criterion.na, ...Object.values(criterion.levels), ...Object.values(criterion.toReach)]
      : [criterion.requirement, criterion.advice];
  const checks = scenarios.flatMap((scenario) => [
    scenario.title,
    ...scenario.steps,
    ...scenario.proofs.flatMap((proof) => [proof.title, proof.description]),
  ]);
  return joined([code, title, objective, ...own, ...checks, ...links.map((link) => link.title)]);
}

function documentText({ code, title, instructions, links, template }: DepositDocument): string {
  return joined([code, title, ...instructions, template?.title ?? null, ...links.map((link) => link.title)]);
}

function questionText(question: Question): string {
  const options = isChoice(question) && question.kind !== 'yes-no' ? question.options : [];
  return joined([question.title, question.help, ...options.flatMap(({ title, help }) => [title, help])]);
}

function joined(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null).join(' ');
}
