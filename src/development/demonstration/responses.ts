import { fullName, type Person } from '../../domain/accounts/person.ts';
import { nothingSaid } from '../../domain/answers/draft.ts';
import { frozenResponse } from '../../domain/answers/validation.ts';
import { type ApplicableCriterion, applicableCriteria } from '../../domain/applicability/applicable.ts';
import { freeze } from '../../domain/enrolment/frozen.ts';
import { noAnswer } from '../../domain/enrolment/work.ts';
import { type DeclaredAnswers, profileOf } from '../../domain/profile/profile.ts';
import { monthOf } from '../../domain/projection/month.ts';
import { isBelowRecommended, noTarget } from '../../domain/projection/plan.ts';
import { offeredGrades } from '../../domain/referential/criterion.ts';
import { type Answers, answerOf, type Grade } from '../../domain/referential/level.ts';
import { storedFrozen } from '../../subjects/work.ts';
import { daysBefore, personOf, type Writing } from './subjects.ts';
import type { DemonstrationAnswer, DemonstrationProduct, DemonstrationStrategy } from './subjects-content.ts';

const MONTH_DAYS = 31;
const MINUTE_MS = 60_000;

/** What was answered for a subject, from the oldest. */
export async function addAnswers(
  writing: Writing,
  subjectId: string,
  { company, demarches, answers: given }: DemonstrationProduct | DemonstrationStrategy,
  declared: DeclaredAnswers,
): Promise<void> {
  const { transaction, referential, versions, now } = writing;
  const profile = profileOf(referential.questions, declared);
  const evaluated = new Map<string, Answers>();
  const numbers = new Map<string, number>();
  for (const one of given) {
    const { questionnaire } = one;
    const scope = demarches.map(({ id }) => referential.scope(id, questionnaire)).find((known) => known !== null);
    const version = versions.questionnaires.get(questionnaire);
    if (!scope || !version) throw new Error(`No démarche of the product asks ${questionnaire}`);
    const criteria = applicableCriteria(scope, profile);
    const person = personOf(writing, company, one.by);
    const at = daysBefore(now, one.daysAgo);
    const act = one.act === 'projection' ? 'PROJECTION' : 'EVALUATION';
    const about = { subjectId, questionnaire, act, versionId: version.id, startedBy: fullName(person) } as const;
    const known = evaluated.get(questionnaire) ?? {};
    const answers = act === 'EVALUATION' ? answersOf(criteria, one) : known;
    if (act === 'PROJECTION' || one.validated) {
      const number = (numbers.get(`${act} ${questionnaire}`) ?? 0) + 1;
      numbers.set(`${act} ${questionnaire}`, number);
      evaluated.set(questionnaire, answers);
      const plan = act === 'PROJECTION' ? planOf(criteria, answers, daysBefore(now, -MONTH_DAYS * one.months)) : {};
      const frozen =
        act === 'PROJECTION'
          ? freeze({ ...noAnswer, answers }, plan)
          : frozenResponse(referential, {
              questionnaire,
              subject: 'qualification' in declared ? 'product' : 'strategy',
              declared,
              draft: { answers: draftRows(answers, person, at), switches: [] },
              answered: { ...noAnswer, answers },
              files: [],
              options: {},
              joined: referential.demarches.filter(({ id }) => demarches.some((joined) => joined.id === id)),
            });
      const validated = {
        status: 'VALIDATED',
        number,
        validatedAt: at,
        validatedBy: fullName(person),
        frozen: storedFrozen(frozen),
      } as const;
      await transaction.response.create({ data: { ...about, ...validated, startedAt: at } });
      continue;
    }
    const asked = one.requestedDaysAgo === undefined ? null : daysBefore(now, one.requestedDaysAgo);
    await transaction.response.create({
      data: {
        ...about,
        startedAt: at,
        requestedAt: asked,
        requestedBy: asked === null ? null : fullName(person),
        requestedById: asked === null ? null : person.id,
        answers: {
          create: draftRows(answers, person, at).map(({ answer, ...row }) => ({
            ...row,
            level: answer?.kind === 'level' ? answer.level : null,
            notApplicable: answer?.kind === 'na',
          })),
        },
      },
    });
  }
}

/** A minute a criterion, the last one at the time said. */
function draftRows(answers: Answers, person: Person, at: Date) {
  const codes = Object.entries(answers);
  return codes.map(([criterion, answer], index) => ({
    ...nothingSaid,
    criterion,
    answer,
    revision: 1,
    answeredAt: new Date(at.getTime() - (codes.length - 1 - index) * MINUTE_MS),
    answeredById: person.id,
    answeredBy: fullName(person),
  }));
}

function answersOf(
  criteria: readonly ApplicableCriterion[],
  { steps, answered = criteria.length }: DemonstrationAnswer,
): Answers {
  return Object.fromEntries(
    criteria
      .slice(0, answered)
      .map((criterion, index) => [criterion.code, answerOf(gradeAt(criterion, steps[index % steps.length] ?? 0))]),
  );
}

/** The grade so far from the recommended one; the nearest that is offered. */
function gradeAt({ criterion, recommended }: ApplicableCriterion, step: number | 'na'): Grade {
  const offered = offeredGrades(criterion);
  if (step === 'na' && offered.includes('na')) return 'na';
  const levels = offered.filter((grade) => grade !== 'na');
  const wanted = recommended + (step === 'na' ? 0 : step);
  return levels.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? recommended;
}

/** J3: each criterion below what is recommended reaches it by that month. */
function planOf(criteria: readonly ApplicableCriterion[], answers: Answers, by: Date) {
  const late = criteria.filter((criterion) => isBelowRecommended(criterion, answers[criterion.code]));
  return Object.fromEntries(
    late.map(({ code, recommended }) => [code, { ...noTarget, months: { [recommended]: monthOf(by) } }]),
  );
}
