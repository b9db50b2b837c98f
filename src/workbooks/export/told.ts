import type { ReachedSheet } from '../../answers/reach.ts';
import { carriedOver, type ValidatedDocument } from '../../domain/answers/carried.ts';
import type { DraftAnswer } from '../../domain/answers/draft.ts';
import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import { answeredIn } from '../../domain/enrolment/frozen.ts';
import { type Answered, noAnswer } from '../../domain/enrolment/work.ts';
import { isLive } from '../../domain/proofs/deposited.ts';
import type { CriteriaQuestionnaire } from '../../domain/referential/questionnaire.ts';
import { coveredCriteria, withSwitchedSections } from '../../domain/sections.ts';
import { citedSubject } from '../../domain/subjects/subject.ts';

/** What the rows of « Réponses » are made of: a draft, or what was validated. */
export interface Told {
  readonly kind: CriteriaQuestionnaire['kind'];
  readonly criteria: readonly ApplicableCriterion[];
  readonly answers: ReadonlyMap<string, DraftAnswer>;
  /** As it counts: sections switched to N/A have answered for their criteria. */
  readonly answered: Answered;
  /** Q5: the reason of the section that answers for each criterion that one does. */
  readonly covered: ReadonlyMap<string, string>;
  /** The names of the live proofs of each criterion. */
  readonly proofs: ReadonlyMap<string, readonly string[]>;
  /** The option products that are cited or may be, in words, by id. */
  readonly options: ReadonlyMap<string, string>;
}

/** The draft; else what the next one would start from, which is what was validated last. */
export function toldNow({ scope, criteria, current, answered, proofs, options }: Needs, kind: Told['kind']): Told {
  const live = proofs.filter(isLive);
  return {
    kind: scope?.questionnaire.kind ?? kind,
    criteria,
    answers: new Map(current.answers.map((answer) => [answer.criterion, answer])),
    answered: withSwitchedSections(criteria, answered),
    covered: reasons(criteria, answered.switched),
    proofs: namesOf(live),
    options: new Map(options.map((option) => [option.id, citedSubject(option)])),
  };
}

type Needs = Pick<ReachedSheet, 'scope' | 'criteria' | 'current' | 'answered' | 'proofs' | 'options'>;

/** S4: nothing was. */
export function nothingTold(kind: Told['kind'], criteria: readonly ApplicableCriterion[]): Told {
  const none = new Map<string, never>();
  return { kind, criteria, answers: none, answered: noAnswer, covered: none, proofs: none, options: none };
}

/** Q4: as it was frozen. */
export function toldThen(
  validated: ValidatedDocument,
  kind: Told['kind'],
  criteria: readonly ApplicableCriterion[],
): Told {
  const { answers, switches } = carriedOver(validated);
  const { files = [], options = {} } = validated.frozen;
  return {
    kind,
    criteria,
    answers: new Map(answers.map((answer) => [answer.criterion, answer])),
    answered: answeredIn(validated.frozen),
    covered: reasons(criteria, Object.fromEntries(switches.map(({ section, reason }) => [section, reason]))),
    proofs: namesOf(files),
    options: new Map(Object.entries(options)),
  };
}

function reasons(criteria: readonly ApplicableCriterion[], switched: Answered['switched']): Told['covered'] {
  return new Map([...coveredCriteria(criteria, switched)].map(([code, section]) => [code, switched[section] ?? '']));
}

function namesOf(files: readonly { readonly criterion: string; readonly name: string }[]): Told['proofs'] {
  const names = new Map<string, string[]>();
  for (const { criterion, name } of files) names.set(criterion, [...(names.get(criterion) ?? []), name]);
  return names;
}
