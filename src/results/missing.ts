import { attainment, requiresLevels, type Shortfall } from '../domain/attainment.ts';
import { formatList } from '../domain/french/list.ts';
import { type Answers, gradeOf } from '../domain/referential/level.ts';
import { criterionHref } from './advice.ts';
import type { MissingListModel, MissingModel } from './models.ts';
import type { Asking, Scored } from './scored.ts';
import { gradeModel, withinGrade } from './words.ts';

/** S2: what falls short, for each démarche. */
export function missingModel(scored: Scored): MissingModel {
  const { askings, shown, validated, draft } = scored;
  if (validated === null && draft === null) {
    return { words: 'Rien n’est encore répondu.', only: null, tabs: null };
  }
  const lists = askings
    .filter(({ closed, criteria }) => closed === null && requiresLevels(criteria))
    .map((asking) => ({ asking, shortfalls: attainment(asking.criteria, shown.answers).shortfalls }))
    .filter(({ shortfalls }) => shortfalls.length > 0);
  const words = validated === null ? 'D’après le brouillon, tant que rien n’est validé.' : '';
  const [first, ...others] = lists;
  if (first === undefined) {
    return { words: 'Aucune démarche n’attend un autre niveau que ceux qui sont répondus.', only: null, tabs: null };
  }
  const listOf = ({ asking, shortfalls }: typeof first): MissingListModel => missingList(scored, asking, shortfalls);
  if (others.length === 0) return { words, only: listOf(first), tabs: null };
  return {
    words,
    only: null,
    tabs: {
      name: 'manque',
      label: 'Ce qui manque, par démarche',
      tabs: lists.map((one) => ({
        label: `${one.asking.shortTitle} (${one.shortfalls.length})`,
        body: { view: 'results/missing', props: { list: listOf(one) } },
      })),
    },
  };
}

function missingList(
  { sheet, questionnaire, validated, draft }: Scored,
  asking: Asking,
  shortfalls: readonly Shortfall[],
): MissingListModel {
  const { kind } = questionnaire;
  const titles = new Map(asking.criteria.map(({ code, criterion }) => [code, criterion.title]));
  const sets = new Set(shortfalls.map(({ accepted }) => accepted.join()));
  const same = sets.size === 1;
  return {
    accepted: same ? (shortfalls[0]?.accepted ?? []).map((grade) => gradeModel(kind, grade)) : [],
    items: shortfalls.map(({ code, answer, accepted }) => ({
      code,
      title: titles.get(code) ?? '',
      href: criterionHref(sheet.subject.reference, questionnaire.id, asking, code),
      note: [
        same ? '' : `accepté\u00a0: ${formatList(accepted.map((grade) => withinGrade(kind, grade)))}`,
        validated === null || draft === null ? '' : draftNote(kind, draft.answers, code, answer),
      ]
        .filter(Boolean)
        .join(' · '),
      grade: gradeModel(kind, answer === null ? null : gradeOf(answer)),
    })),
  };
}

/** “brouillon : niveau 2”, where the draft says something else. */
function draftNote(kind: 'maturity' | 'compliance', draft: Answers, code: string, answer: Shortfall['answer']): string {
  const said = draft[code];
  if (said === undefined || (answer !== null && gradeOf(said) === gradeOf(answer))) return '';
  return `brouillon\u00a0: ${withinGrade(kind, gradeOf(said))}`;
}
