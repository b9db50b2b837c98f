import { because } from '../domain/condition/words.ts';
import { formatList } from '../domain/french/list.ts';
import { counted, plural } from '../domain/french/plural.ts';
import type { ChangedAnswer } from '../domain/profile/changed.ts';
import { gradeOf } from '../domain/referential/level.ts';
import type { CriteriaQuestionnaire, Criterion } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import type { ConcernedCriterion, QuestionnaireChange } from '../domain/subjects/requalification.ts';
import { answerWords as gradeInWords } from '../enrolments/results/criteria.ts';
import { answerWords } from '../forms/models.ts';
import type { SummaryProps } from '../web/components.ts';
import type { CriterionChangeModel, QuestionnaireChangeModel } from './models.ts';

export function titleOf({ title, edition }: Pick<CriteriaQuestionnaire, 'title' | 'edition'>): string {
  return [title, edition].filter(Boolean).join(' ');
}

/** “10. Catégories d’utilisateurs : Usagers → Structures ou automates”, before and after one under the other. */
export function answersChanged(
  changes: readonly ChangedAnswer[],
  [one, other]: readonly [string, string] = ['Avant', 'Après'],
): SummaryProps {
  return {
    items: changes.map(({ question, before, after }) => ({
      label: `${String(question.number).padStart(2, '0')}. ${question.title}`,
      values: [
        `${one}\u00a0: ${inWords({ question, value: before })}`,
        `${other}\u00a0: ${inWords({ question, value: after })}`,
      ],
      change: null,
    })),
  };
}

/** The same in one line, for the trail. */
export function answersInLine(changes: readonly ChangedAnswer[]): string {
  return changes
    .map(({ question, before, after }) => {
      const [one, other] = [inWords({ question, value: before }), inWords({ question, value: after })];
      return `question\u00a0${question.number}, ${one} → ${other}`;
    })
    .join('\u00a0; ');
}

function inWords({ question, value }: Pick<ChangedAnswer, 'question'> & { value: ChangedAnswer['before'] }): string {
  const words = answerWords(question, value);
  return words.length === 0 ? 'sans réponse' : words.map((one) => `«\u00a0${one}\u00a0»`).join(', ');
}

/** What the change does, before each questionnaire is told. */
export function wholeWords(changes: readonly QuestionnaireChange[]): string {
  const appear = changes.reduce((sum, one) => sum + one.appear.length, 0);
  const vanish = changes.reduce((sum, one) => sum + one.vanish.length, 0);
  if (appear + vanish === 0) return 'Ces réponses ne font apparaître ni disparaître aucun critère.';
  const parts = [
    appear === 0 ? '' : `${counted(appear, 'critère', 'critères')} ${plural(appear, 'apparaît', 'apparaissent')}`,
    vanish === 0 ? '' : `${counted(vanish, 'critère', 'critères')} ${plural(vanish, 'disparaît', 'disparaissent')}`,
  ];
  const reread = changes
    .filter((one) => one.answered && one.appear.length + one.vanish.length > 0)
    .map(({ questionnaire }) => titleOf(questionnaire));
  const after =
    reread.length === 0 ? '' : ` ${formatList(reread)} ${plural(reread.length, 'sera', 'seront')} à relire.`;
  return `${formatList(parts.filter(Boolean))}.${after}`;
}

/** Those that change first. */
export function questionnaireModels(
  referential: Referential,
  changes: readonly QuestionnaireChange[],
): readonly QuestionnaireChangeModel[] {
  const changing = ({ appear, vanish }: QuestionnaireChange): boolean => appear.length + vanish.length > 0;
  const ordered = [...changes.filter(changing), ...changes.filter((one) => !changing(one))];
  return ordered.map(({ questionnaire, before, after, appear, vanish }) => {
    const models = (criteria: readonly ConcernedCriterion[], appears: boolean) =>
      criteria.map((one) => criterionModel(referential, one, appears));
    return {
      title: titleOf(questionnaire),
      count:
        appear.length + vanish.length === 0
          ? `${counted(after, 'critère', 'critères')}, sans changement`
          : `${before} → ${counted(after, 'critère', 'critères')}`,
      lists: [
        { title: 'Critères qui apparaissent', criteria: models(appear, true) },
        { title: 'Critères qui disparaissent', criteria: models(vanish, false) },
      ].filter(({ criteria }) => criteria.length > 0),
    };
  });
}

function criterionModel(
  { questions }: Referential,
  { criterion, reasons, draft, validated }: ConcernedCriterion,
  appears: boolean,
): CriterionChangeModel {
  const why = because(reasons, { questions, within: null });
  return {
    code: criterion.code,
    title: criterion.title,
    why: `${appears ? 'Il apparaît' : 'Il disparaît'} ${why}.`,
    answers: [
      ...(draft === null
        ? []
        : [`Brouillon\u00a0: ${answered(criterion, draft)}. ${appears ? 'Cette réponse est retrouvée.' : dropped}`]),
      ...(validated === null
        ? []
        : [`Dernière validation\u00a0: ${answered(criterion, validated)}. Elle reste telle qu’elle a été validée.`]),
    ],
  };
}

const dropped = 'Cette réponse sera retirée au prochain enregistrement ou à la prochaine validation.';

function answered({ kind }: Criterion, answer: Parameters<typeof gradeOf>[0]): string {
  return gradeInWords(kind, gradeOf(answer));
}
