import type { ApplicableCriterion } from '../../src/domain/applicability/applicable.ts';
import type { Condition } from '../../src/domain/condition/condition.ts';
import type { Nature } from '../../src/domain/referential/demarche.ts';
import type { Form, Question } from '../../src/domain/referential/form.ts';
import type { Answers, Grade, Level } from '../../src/domain/referential/level.ts';
import { answerOf } from '../../src/domain/referential/level.ts';
import type {
  ComplianceCriterion,
  MaturityCriterion,
  MaturityQuestionnaire,
  Section,
} from '../../src/domain/referential/questionnaire.ts';

/** The smallest things of the referential, each with only what its test speaks of. */

const question = { help: null, required: true, when: null, from: null };

export function yesNo(id: string, number: number, more: Partial<Question> = {}): Question {
  const options = ['oui', 'non'].map((one) => ({
    id: one,
    title: one === 'oui' ? 'Oui' : 'Non',
    help: null,
    exclusive: false,
  }));
  return { ...question, title: `Question ${number}`, ...more, id, number, kind: 'yes-no', options };
}

export function choice(
  kind: 'single' | 'multiple',
  id: string,
  number: number,
  options: readonly string[],
  more: { when?: Condition; required?: boolean; exclusive?: string } = {},
): Question {
  const { exclusive, ...rest } = more;
  return {
    ...question,
    title: `Question ${number}`,
    ...rest,
    id,
    number,
    kind,
    options: options.map((one) => ({ id: one, title: one, help: null, exclusive: one === exclusive })),
  };
}

export function text(id: string, number: number, more: { when?: Condition; required?: boolean } = {}): Question {
  return { ...question, title: `Question ${number}`, ...more, id, number, kind: 'text', lines: 'one' };
}

export function form(id: string, cited: string, questions: readonly Question[]): Form {
  return {
    kind: 'form',
    id,
    title: id,
    cited,
    edition: null,
    summary: 'Un formulaire.',
    introduction: null,
    links: [],
    profileOf: 'product',
    validFrom: null,
    validUntil: null,
    sections: [{ title: 'Questions', introduction: null, questions }],
  };
}

const criterion = {
  links: [],
  picture: null,
  scenarios: [],
  when: null,
  mayDependOnOption: false,
  differsByDistributor: false,
};

export function maturity(code: string, more: Partial<MaturityCriterion> = {}): MaturityCriterion {
  return {
    ...criterion,
    kind: 'maturity',
    code,
    title: `Critère ${code}`,
    objective: 'Mesurer.',
    target: null,
    levels: { 0: 'Rien.', 1: 'Un peu.', 2: 'Beaucoup.', 3: 'Tout.' },
    na: 'Sans objet.',
    recommended: 2,
    recommendedWhen: [],
    toReach: { 1: 'Commencez.', 2: 'Continuez.', 3: 'Finissez.' },
    ...more,
  };
}

export function compliance(code: string, more: Partial<ComplianceCriterion> = {}): ComplianceCriterion {
  return {
    ...criterion,
    kind: 'compliance',
    code,
    title: `Exigence ${code}`,
    requirement: 'Le produit DOIT.',
    objective: null,
    naOffered: true,
    advice: null,
    ...more,
  };
}

export function section<C extends MaturityCriterion | ComplianceCriterion>(
  code: string,
  criteria: readonly C[],
  more: Partial<Section<C>> = {},
): Section<C> {
  return {
    id: code,
    code,
    title: code,
    introduction: null,
    target: null,
    links: [],
    picture: null,
    axis: code,
    when: null,
    mayBeNotApplicable: false,
    sections: [],
    criteria,
    ...more,
  };
}

export function questionnaire(sections: readonly Section<MaturityCriterion>[]): MaturityQuestionnaire {
  return {
    kind: 'maturity',
    id: 'exemple',
    title: 'Exemple',
    edition: null,
    summary: 'Un exemple.',
    introduction: null,
    links: [],
    validFrom: null,
    validUntil: null,
    axes: sections.map(({ code }) => ({ id: code, title: code })),
    sections,
  };
}

export function applicable(
  code: string,
  more: {
    axis?: string;
    nature?: Nature;
    accepted?: readonly Grade[] | null;
    recommended?: Level;
    criterion?: ApplicableCriterion['criterion'];
    sections?: readonly Section[];
  } = {},
): ApplicableCriterion {
  return {
    code,
    criterion: maturity(code),
    sections: [],
    axis: 'axe',
    nature: 'MANDATORY',
    accepted: null,
    recommended: 2,
    when: null,
    ...more,
  };
}

/** `{ A: 3, B: 'na' }` */
export function answers(grades: Readonly<Record<string, Grade>>): Answers {
  return Object.fromEntries(Object.entries(grades).map(([code, grade]) => [code, answerOf(grade)]));
}
