import type { Condition } from '../condition/condition.ts';
import type { Form } from './form.ts';
import type { Level } from './level.ts';
import type { Link, Picture, Text } from './text.ts';

/** A type of document that proves an answer (Q6, Q7). */
export interface ProofType {
  readonly id: string;
  readonly title: string;
  readonly description: Text | null;
  /** Closed once deposited and confirmed (Q7). */
  readonly once: boolean;
  /** Some products are asked for other papers than most. */
  readonly when: Condition | null;
}

/** How an answer is checked: what to do, step by step, and what to show. */
export interface Scenario {
  readonly id: string;
  readonly title: string | null;
  readonly steps: readonly Text[];
  readonly proofs: readonly ProofType[];
}

interface CriterionBase {
  /** Stable: answers, proofs and links carry it. */
  readonly code: string;
  readonly title: string;
  readonly links: readonly Link[];
  readonly picture: Picture | null;
  readonly scenarios: readonly Scenario[];
  readonly when: Condition | null;
  /** The level may depend on an option product (Q2). */
  readonly mayDependOnOption: boolean;
  /** Likely to differ from one distributor of a white-label product to another (G8). */
  readonly differsByDistributor: boolean;
}

export interface MaturityCriterion extends CriterionBase {
  readonly kind: 'maturity';
  readonly objective: Text;
  readonly target: Text | null;
  /** What is true of a product at each level. */
  readonly levels: Readonly<Record<Level, Text>>;
  /** What makes the criterion not applicable; null where N/A is not offered. */
  readonly na: Text | null;
  /** By the Doctrine, unless one of the exceptions holds. */
  readonly recommended: Level;
  readonly recommendedWhen: readonly { readonly level: Level; readonly when: Condition }[];
  /** What to do to reach each level from the one below. */
  readonly toReach: Readonly<Record<1 | 2 | 3, Text>>;
}

export interface ComplianceCriterion extends CriterionBase {
  readonly kind: 'compliance';
  /** The obligation, with its verb: DOIT, DEVRAIT, PEUT. */
  readonly requirement: Text;
  readonly objective: Text | null;
  readonly naOffered: boolean;
  /** What to do to comply. */
  readonly advice: Text | null;
}

export type Criterion = MaturityCriterion | ComplianceCriterion;

export interface Section<C extends Criterion = Criterion> {
  /** The codes from the top, since SF_CON/QUA and SF_INT/QUA both exist. */
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly introduction: Text | null;
  readonly target: Text | null;
  readonly links: readonly Link[];
  readonly picture: Picture | null;
  readonly axis: string | null;
  readonly when: Condition | null;
  /** May be switched to N/A as a whole (Q5). */
  readonly mayBeNotApplicable: boolean;
  readonly sections: readonly Section<C>[];
  readonly criteria: readonly C[];
}

export interface Axis {
  readonly id: string;
  readonly title: string;
}

interface QuestionnaireBase {
  readonly id: string;
  readonly title: string;
  /** The year that the public knows it by ("2021"). */
  readonly edition: string | null;
  readonly summary: Text;
  readonly introduction: Text | null;
  readonly links: readonly Link[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

export interface MaturityQuestionnaire extends QuestionnaireBase {
  readonly kind: 'maturity';
  readonly axes: readonly Axis[];
  readonly sections: readonly Section<MaturityCriterion>[];
}

export interface ComplianceQuestionnaire extends QuestionnaireBase {
  readonly kind: 'compliance';
  readonly axes: readonly Axis[];
  readonly sections: readonly Section<ComplianceCriterion>[];
}

/** A type of document to deposit (G5). */
export interface DepositDocument {
  readonly code: string;
  readonly title: string;
  readonly instructions: readonly Text[];
  readonly links: readonly Link[];
  readonly template: Template | null;
  /** "once": confirmed, then neither archived nor replaced. */
  readonly deposit: 'once' | 'several';
  /** Travels in an encrypted container, downloaded with its own user name and password. */
  readonly container: boolean;
  readonly when: Condition | null;
}

/** A document to download, fill in and deposit; under public/documents/. */
export interface Template {
  readonly title: string;
  readonly file: string;
}

export interface DepositQuestionnaire extends QuestionnaireBase {
  readonly kind: 'deposit';
  readonly documents: readonly DepositDocument[];
}

export type CriteriaQuestionnaire = MaturityQuestionnaire | ComplianceQuestionnaire;
export type Questionnaire = CriteriaQuestionnaire | DepositQuestionnaire | Form;
