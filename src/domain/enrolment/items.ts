import { answeredCompletion } from '../answers/completion.ts';
import { type ApplicableCriterion, applicableCriteria } from '../applicability/applicable.ts';
import { askedEntries, waitsFor } from '../applicability/entries.ts';
import { attainedBy } from '../attainment.ts';
import { type Completion, depositCompletion, formCompletion } from '../completion.ts';
import type { Profile } from '../profile/profile.ts';
import { overallProgress, type Progress, questionnaireProgress } from '../progress.ts';
import { outcome } from '../projection/outcome.ts';
import { isBelowRecommended, type Plan } from '../projection/plan.ts';
import { planProblems } from '../projection/problems.ts';
import type { Demarche, Entry, SubjectKind } from '../referential/demarche.ts';
import type { Referential } from '../referential/referential.ts';
import { type Answered, noAnswer, noWork, type QuestionnaireWork, type Work } from './work.ts';

/** Why a questionnaire can't be opened yet, by the ids of what must be validated before. */
export type Closed =
  /** D3: the evaluation of the same theme. */
  | { readonly kind: 'projection'; readonly after: readonly string[] }
  /** G4: other questionnaires of the démarche. */
  | { readonly kind: 'order'; readonly after: readonly string[] };

/** One card of a subject in a démarche (D4). */
export interface Item {
  readonly questionnaire: string;
  readonly act: 'EVALUATION' | 'PROJECTION';
  readonly state: Progress;
  readonly closed: Closed | null;
  /** n/m: of the draft, else of what was validated. */
  readonly done: number;
  readonly total: number;
  /** S2, J4: of what was validated; null while there is nothing, or where nothing is to be attained. */
  readonly attained: boolean | null;
  readonly shortfalls: number;
}

export interface Asking {
  readonly demarche: Demarche;
  readonly subject: SubjectKind;
  readonly profile: Profile;
  readonly work: Work;
}

/** The questionnaires that a démarche asks of a subject, each evaluation in order, then each projection (D1). */
export function enrolmentItems(
  referential: Referential,
  { demarche, subject, profile, work }: Asking,
): readonly Item[] {
  const entries = askedEntries(demarche, subject, profile);
  const validated = new Set(
    entries
      .filter(({ questionnaire }) => (work.get(questionnaire) ?? noWork).evaluation.validated !== null)
      .map(({ questionnaire }) => questionnaire),
  );
  const evaluations = entries.map((entry) => {
    const after = waitsFor(entry, entries, validated);
    const item = evaluationItem(referential, demarche, entry, profile, work.get(entry.questionnaire) ?? noWork);
    return { ...item, closed: after.length === 0 ? null : { kind: 'order' as const, after } };
  });
  const projections = entries
    .filter(({ projection }) => projection)
    .map((entry) => projectionItem(referential, demarche, entry, profile, work.get(entry.questionnaire) ?? noWork));
  return [...evaluations, ...projections];
}

export function enrolmentProgress(items: readonly Item[]): Progress {
  return overallProgress(items.map(({ state }) => state));
}

function evaluationItem(
  referential: Referential,
  demarche: Demarche,
  { questionnaire }: Entry,
  profile: Profile,
  { evaluation: { validated, draft } }: QuestionnaireWork,
): Omit<Item, 'closed'> {
  const count = counting(referential, demarche, questionnaire, profile);
  const counts = { validated: validated && count(validated), draft: draft && count(draft) };
  const { done, total } = counts.draft ?? counts.validated ?? count(noAnswer);
  const criteria = criteriaOf(referential, demarche, questionnaire, profile);
  const result = validated && criteria && attainedBy(criteria, validated.answers);
  return {
    questionnaire,
    act: 'EVALUATION',
    state: questionnaireProgress(counts.validated, counts.draft),
    done,
    total,
    attained: result?.attained ?? null,
    shortfalls: result?.shortfalls.length ?? 0,
  };
}

/** How complete the answers to a questionnaire of any kind are. */
function counting(
  referential: Referential,
  demarche: Demarche,
  questionnaire: string,
  profile: Profile,
): (answered: Answered) => Completion {
  const criteria = criteriaOf(referential, demarche, questionnaire, profile);
  if (criteria) return (answered) => answeredCompletion(criteria, answered, profile);
  const documents = referential.documents(demarche.id, questionnaire);
  if (documents) return ({ deposited }) => depositCompletion(documents, deposited, profile);
  const form = referential.forms.get(questionnaire);
  if (form) return () => formCompletion(form, profile);
  throw new Error(`${demarche.id} asks ${questionnaire}, which is not published`);
}

function projectionItem(
  referential: Referential,
  demarche: Demarche,
  { questionnaire }: Entry,
  profile: Profile,
  { evaluation, projection: { validated, draft } }: QuestionnaireWork,
): Item {
  const item = { questionnaire, act: 'PROJECTION' as const, attained: null, shortfalls: 0 };
  const criteria = criteriaOf(referential, demarche, questionnaire, profile);
  if (criteria === null || evaluation.validated === null) {
    const closed = { kind: 'projection' as const, after: [questionnaire] };
    return { ...item, state: 'TO_COMPLETE', closed, done: 0, total: 0 };
  }
  const { answers } = evaluation.validated;
  const toPlan = criteria.filter((criterion) => isBelowRecommended(criterion, answers[criterion.code]));
  const count = ({ plan }: { plan: Plan }): Completion => {
    const problems = new Set(planProblems(toPlan, answers, plan).map(({ code }) => code));
    const missing = [...problems].map((code) => ({ kind: 'answer' as const, code }));
    return { done: toPlan.length - problems.size, total: toPlan.length, missing };
  };
  const counts = { validated: validated && count(validated), draft: draft && count(draft) };
  const { done, total } = counts.draft ?? counts.validated ?? count({ plan: {} });
  const result = validated && outcome(criteria, answers, validated.plan);
  return {
    ...item,
    state: questionnaireProgress(counts.validated, counts.draft),
    closed: null,
    done,
    total,
    attained: result && result.kind !== 'not-reached',
    shortfalls: result?.kind === 'not-reached' ? result.codes.length : 0,
  };
}

function criteriaOf(
  referential: Referential,
  demarche: Demarche,
  questionnaire: string,
  profile: Profile,
): readonly ApplicableCriterion[] | null {
  const scope = referential.scope(demarche.id, questionnaire);
  return scope && applicableCriteria(scope, profile);
}
