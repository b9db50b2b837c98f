import { counted } from '../domain/french/plural.ts';
import { questionsOf } from '../domain/referential/form.ts';
import type { Criterion, Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { paragraphs } from '../domain/referential/text.ts';
import { placedCriteria } from '../domain/referential/walk.ts';
import { paths } from '../web/paths.ts';
import { askedBy } from './asked-by.ts';
import type { HeadModel } from './models/head.ts';
import { countOf, kinds, validityWords } from './words.ts';

/** What a questionnaire says of itself, whatever is shown of it below. */
export function headModel(questionnaire: Questionnaire, referential: Referential): HeadModel {
  return {
    title: questionnaire.title,
    detail: [kinds[questionnaire.kind].one, ...details(questionnaire)].join(' · '),
    summary: questionnaire.summary,
    introduction: questionnaire.introduction === null ? [] : paragraphs(questionnaire.introduction),
    links: questionnaire.links,
    axes: axes(questionnaire),
    excelHref: paths.questionnaireExcel({ slug: questionnaire.id }),
    askedBy: askedBy(referential, questionnaire),
    hasLevels: questionnaire.kind === 'maturity',
  };
}

/** “édition 2022 · 60 critères · 5 axes” */
export function details(questionnaire: Questionnaire): readonly string[] {
  const { edition, validFrom, validUntil } = questionnaire;
  const count = axes(questionnaire).length;
  return [
    edition === null ? '' : `Édition ${edition}`,
    countOf(questionnaire.kind, countItems(questionnaire)),
    count === 0 ? '' : counted(count, 'axe', 'axes'),
    validityWords(validFrom, validUntil),
  ].filter(Boolean);
}

function countItems(questionnaire: Questionnaire): number {
  switch (questionnaire.kind) {
    case 'form':
      return questionsOf(questionnaire).length;
    case 'deposit':
      return questionnaire.documents.length;
    default:
      return placedCriteria<Criterion>(questionnaire.sections).length;
  }
}

function axes(questionnaire: Questionnaire): HeadModel['axes'] {
  if (questionnaire.kind === 'form' || questionnaire.kind === 'deposit') return [];
  const placed = placedCriteria<Criterion>(questionnaire.sections);
  return questionnaire.axes.map(({ id, title }) => ({
    title,
    count: countOf(questionnaire.kind, placed.filter(({ axis }) => axis === id).length),
  }));
}
