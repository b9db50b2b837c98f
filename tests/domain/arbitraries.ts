import fc from 'fast-check';
import { type Scope, scopeOf } from '../../src/domain/applicability/scope.ts';
import type { Condition } from '../../src/domain/condition/condition.ts';
import type { DeclaredAnswers, FormValue } from '../../src/domain/profile/profile.ts';
import { indexQuestions, type Questions } from '../../src/domain/profile/questions.ts';
import type { Accepted, Requirement } from '../../src/domain/referential/demarche.ts';
import type { Question } from '../../src/domain/referential/form.ts';
import { type Answers, answerOf, type Grade, grades, levels } from '../../src/domain/referential/level.ts';
import { choice, form, maturity, questionnaire, section, text, yesNo } from './build.ts';

/** Whole referentials made up at random: two forms with follow-ups, a questionnaire, what a démarche asks of it, and answers. */
export interface World {
  readonly questions: Questions;
  readonly scope: Scope;
  readonly before: DeclaredAnswers;
  readonly after: DeclaredAnswers;
  readonly answers: Answers;
}

const options = ['a', 'b', 'c'] as const;
const kinds = ['single', 'multiple', 'yes-no', 'text'] as const;

/** Conditions on the given questions only. */
export function conditionOn(questions: readonly { form: string; question: Question }[]): fc.Arbitrary<Condition> {
  const atom: fc.Arbitrary<Condition> = fc.constantFrom(...questions).chain(({ form: name, question }) => {
    const ref = `${name}.${question.id}` as const;
    const answered = fc.constant<Condition>({ kind: 'answered', question: ref });
    if (!('options' in question)) return answered;
    const kind = question.kind === 'multiple' ? 'includes' : 'in';
    const ids = question.options.map(({ id }) => id);
    const compared = fc
      .subarray(ids, { minLength: 1 })
      .map((chosen): Condition => ({ kind, question: ref, options: chosen }));
    return fc.oneof({ weight: 4, arbitrary: compared }, { weight: 1, arbitrary: answered });
  });
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      { weight: 3, arbitrary: atom },
      {
        weight: 1,
        arbitrary: fc
          .array(tie('condition'), { minLength: 1, maxLength: 3 })
          .map((of): Condition => ({ kind: 'all', of })),
      },
      {
        weight: 1,
        arbitrary: fc
          .array(tie('condition'), { minLength: 1, maxLength: 3 })
          .map((of): Condition => ({ kind: 'any', of })),
      },
      { weight: 1, arbitrary: tie('condition').map((of): Condition => ({ kind: 'not', of })) },
    ),
  })).condition;
}

function questionOf(kind: (typeof kinds)[number], number: number, required: boolean, when: Condition | null): Question {
  const id = `q${number}`;
  const shown = when === null ? { required } : { required, when };
  if (kind === 'yes-no') return yesNo(id, number, shown);
  if (kind === 'text') return text(id, number, shown);
  return choice(kind, id, number, [...options, 'rien'], { ...shown, exclusive: 'rien' });
}

const world = fc
  .array(fc.tuple(fc.constantFrom(...kinds), fc.boolean()), { minLength: 2, maxLength: 5 })
  .chain((shapes) => {
    let built: fc.Arbitrary<readonly Question[]> = fc.constant([]);
    shapes.forEach(([kind, required], index) => {
      built = built.chain((former) => {
        // A follow-up looks back only: there is no loop.
        const when =
          former.length === 0
            ? fc.constant(null)
            : fc.option(conditionOn(former.map((question) => ({ form: 'f', question }))), { nil: null, freq: 2 });
        return when.map((condition) => [...former, questionOf(kind, index + 1, required, condition)]);
      });
    });
    return built;
  });

function someValue(question: Question): fc.Arbitrary<FormValue> {
  if (!('options' in question)) return fc.constantFrom('', 'un texte');
  if (question.kind !== 'multiple') return fc.constantFrom(...question.options.map(({ id }) => id));
  return fc.oneof(fc.subarray([...options]), fc.constant(['rien']));
}

export function declared(questions: readonly Question[]): fc.Arbitrary<DeclaredAnswers> {
  const values = Object.fromEntries(
    questions.map((question) => [question.id, fc.option(someValue(question), { nil: undefined, freq: 6 })]),
  );
  return fc.record(values).map((all) => ({
    f: Object.fromEntries(Object.entries(all).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]]))),
  }));
}

export const someGrades: fc.Arbitrary<readonly Grade[]> = fc.subarray([...grades], { minLength: 1 });

/** A set that accepts each level above the lowest one that it accepts. */
export const upwardClosed: fc.Arbitrary<readonly Grade[]> = fc
  .tuple(fc.constantFrom(...levels), fc.boolean())
  .map(([least, na]) => grades.filter((grade) => (grade === 'na' ? na : grade >= least)));

export const requirement = (accepted: fc.Arbitrary<readonly Grade[]>): fc.Arbitrary<Requirement> =>
  fc.record({
    nature: fc.constantFrom('MANDATORY', 'RECOMMENDED', 'OPTIONAL'),
    accepted: fc.oneof(fc.constant(null), fc.constant<Accepted>('recommended'), accepted),
    when: fc.constant('own' as const),
  });

export function worlds(accepted: fc.Arbitrary<readonly Grade[]> = someGrades): fc.Arbitrary<World> {
  return world.chain((asked) => {
    const condition = fc.option(conditionOn(asked.map((question) => ({ form: 'f', question }))), {
      nil: null,
      freq: 3,
    });
    const criterion = fc.record({
      when: condition,
      recommended: fc.constantFrom(...levels),
      na: fc.constantFrom(null, 'Sans objet.'),
    });
    const sections = fc.array(
      fc.record({ when: condition, criteria: fc.array(criterion, { minLength: 1, maxLength: 4 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    return sections.chain((shape) => {
      const built = questionnaire(
        shape.map(({ when, criteria }, s) =>
          section(
            `s${s}`,
            criteria.map((more, c) => maturity(`s${s}.${c}`, more)),
            { when },
          ),
        ),
      );
      const codes = built.sections.flatMap(({ criteria }) => criteria.map(({ code }) => code));
      const answer = fc.option(fc.constantFrom(...grades).map(answerOf), { nil: undefined, freq: 5 });
      return fc
        .record({
          before: declared(asked),
          after: declared(asked),
          requirements: fc.record(Object.fromEntries(codes.map((code) => [code, requirement(accepted)]))),
          answers: fc.record(Object.fromEntries(codes.map((code) => [code, answer]))),
        })
        .map(({ requirements, answers, ...profiles }) => ({
          ...profiles,
          questions: indexQuestions([form('f', 'du formulaire', asked)]),
          scope: scopeOf(built, {
            questionnaire: built.id,
            title: null,
            subject: 'product',
            when: null,
            opensAfter: [],
            projection: true,
            requirements,
          }),
          answers: Object.fromEntries(
            Object.entries(answers).flatMap(([code, one]) => (one === undefined ? [] : [[code, one]])),
          ),
        }));
    });
  });
}

/** The same cases at each run, thousands of them. */
export function always(property: fc.IRawProperty<unknown>): void {
  fc.assert(property, { seed: 20_221_117, numRuns: 2000 });
}
