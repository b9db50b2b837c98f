import { applicableCriteria } from '../../domain/applicability/applicable.ts';
import { holds } from '../../domain/condition/evaluate.ts';
import { answeredIn, plannedIn } from '../../domain/enrolment/frozen.ts';
import { enrolmentItems, type Item } from '../../domain/enrolment/items.ts';
import { noAnswer, noWork, type QuestionnaireWork, type Work } from '../../domain/enrolment/work.ts';
import { profileOf } from '../../domain/profile/profile.ts';
import type { Demarche } from '../../domain/referential/demarche.ts';
import type { Referential } from '../../domain/referential/referential.ts';
import type { Subject } from '../../domain/subjects/subject.ts';
import { sheetNames } from '../../exports/names.ts';
import type { Sheet } from '../../exports/workbook.ts';
import { frozenIn } from '../../subjects/work.ts';
import { answersSheet } from '../../workbooks/export/answers.ts';
import { nothingTold, toldThen } from '../../workbooks/export/told.ts';
import type { ValidatedRow } from '../store.ts';
import { actWords, questionnaireTitle } from '../words.ts';
import { documentsTable, questionsTable } from './declared.ts';
import { projectionTable } from './projection.ts';
import { radarsOf } from './radars.ts';
import { summaryTable } from './summary.ts';

export type Table = Omit<Sheet, 'name'>;

/** What the sheets are made of: the last validated answers, and nothing of the drafts. */
export interface Results {
  readonly referential: Referential;
  readonly demarche: Demarche;
  readonly subject: Subject;
  readonly profile: ReturnType<typeof profileOf>;
  readonly items: readonly Item[];
  readonly work: Work;
  readonly validations: readonly ValidatedRow[];
  readonly now: Date;
}

export function resultsOf(
  referential: Referential,
  demarche: Demarche,
  subject: Subject,
  validations: readonly ValidatedRow[],
  now: Date,
): Results {
  const profile = profileOf(referential.questions, subject.declared);
  const work = validatedWork(validations);
  const kind = subject.kind === 'PRODUCT' ? 'product' : 'strategy';
  const items = enrolmentItems(referential, { demarche, subject: kind, profile, work });
  return { referential, demarche, subject, profile, items, work, validations, now };
}

/** Q9: whether there is something to download. */
export function anythingValidated({ items, validations }: Pick<Results, 'items' | 'validations'>): boolean {
  return validations.some(({ questionnaire, act }) =>
    items.some((item) => item.questionnaire === questionnaire && item.act === act),
  );
}

/** Synthèse, then a sheet for each questionnaire: every evaluation, and the projections that were validated. */
export async function resultsSheets(results: Results): Promise<readonly Sheet[]> {
  const { referential, demarche, items, validations } = results;
  const shown = items.filter(
    ({ questionnaire, act }) =>
      act === 'EVALUATION' || validations.some((one) => one.questionnaire === questionnaire && one.act === act),
  );
  const titles = shown.map(({ questionnaire, act }) => {
    const title = questionnaireTitle(referential, demarche, questionnaire);
    return act === 'PROJECTION' ? `${actWords[act]} ${title}` : title;
  });
  const names = sheetNames(['Synthèse', ...titles]);
  const summary = { ...summaryTable(results), pictures: await radarsOf(results) };
  const tables = [summary, ...shown.map((item) => tableOf(results, item))];
  return tables.map((table, index) => ({ ...table, name: names[index] ?? '' }));
}

function tableOf(results: Results, { questionnaire, act }: Item): Table {
  const { referential, demarche, subject, profile, work, validations } = results;
  const { evaluation, projection } = work.get(questionnaire) ?? noWork;
  const answered = evaluation.validated ?? noAnswer;
  const scope = referential.scope(demarche.id, questionnaire);
  if (scope) {
    const criteria = applicableCriteria(scope, profile);
    if (act === 'PROJECTION') return projectionTable(criteria, answered.answers, projection.validated?.plan ?? {});
    const { kind } = scope.questionnaire;
    const row = validations.find((one) => one.questionnaire === questionnaire && one.act === act);
    return answersSheet(
      row === undefined
        ? nothingTold(kind, criteria)
        : toldThen({ ...row, frozen: frozenIn(row.frozen) }, kind, criteria),
    );
  }
  const documents = referential.documents(demarche.id, questionnaire);
  if (documents)
    return documentsTable(
      documents.filter(({ when }) => holds(when, profile)),
      answered.deposited,
    );
  const form = referential.forms.get(questionnaire);
  if (form) return questionsTable(form, evaluation.validated === null ? {} : subject.declared, referential.questions);
  throw new Error(`${demarche.id} asks ${questionnaire}, which is not published`);
}

function validatedWork(rows: readonly ValidatedRow[]): Work {
  const work = new Map<string, QuestionnaireWork>();
  for (const { questionnaire, act, frozen } of rows) {
    const known = work.get(questionnaire) ?? noWork;
    work.set(
      questionnaire,
      act === 'EVALUATION'
        ? { ...known, evaluation: { validated: answeredIn(frozenIn(frozen)), draft: null } }
        : { ...known, projection: { validated: plannedIn(frozenIn(frozen)), draft: null } },
    );
  }
  return work;
}
