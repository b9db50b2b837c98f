import type { Condition } from '../condition/condition.ts';
import type { Grade } from './level.ts';
import type { Link, Text } from './text.ts';

export type Nature = 'MANDATORY' | 'RECOMMENDED' | 'OPTIONAL';
export type SubjectKind = 'product' | 'strategy';

/** The levels that a démarche accepts: a set, or the Doctrine's rule (S3): the recommended level or better, or N/A where it is offered. */
export type Accepted = readonly Grade[] | 'recommended';

/** What a démarche asks of one criterion: nature and levels belong to the pair, not to the criterion. */
export interface Requirement {
  readonly nature: Nature;
  /** null: no level is required. */
  readonly accepted: Accepted | null;
  /** Replaces the conditions of the questionnaire in this démarche; 'own' keeps them; null: always shown. */
  readonly when: Condition | 'own' | null;
}

/** A questionnaire as a démarche asks it. */
export interface Entry {
  readonly questionnaire: string;
  /** What this démarche calls it ("Maturité Sécurité"), else its own title. */
  readonly title: string | null;
  readonly subject: SubjectKind;
  readonly when: Condition | null;
  /** Questionnaires to validate before this one opens (G4). */
  readonly opensAfter: readonly string[];
  /** Whether its answers are then projected (D3). */
  readonly projection: boolean;
  /** By criterion, or by type of document; a criterion that is absent is not asked by this démarche. Empty for a form. */
  readonly requirements: Readonly<Record<string, Requirement>>;
}

/** The steps of an enrolment, in order (G2, M1). */
export type Stage =
  | { readonly kind: 'administrative-file'; readonly title: string; readonly form: string }
  | { readonly kind: 'admissibility'; readonly title: string; readonly form: string }
  | { readonly kind: 'agreement'; readonly title: string }
  | { readonly kind: 'questionnaires'; readonly title: string };

export interface Demarche {
  readonly id: string;
  readonly parcours: string;
  readonly title: string;
  readonly order: number;
  readonly summary: Text;
  readonly presentation: Text;
  readonly links: readonly Link[];
  readonly subjects: readonly SubjectKind[];
  readonly stages: readonly Stage[];
  readonly entries: readonly Entry[];
  /** Said when the last questionnaire is validated (D5). */
  readonly next: { readonly title: string; readonly text: Text; readonly links: readonly Link[] };
  /** Whether white-label products may be enrolled (G1). */
  readonly whiteLabel: boolean;
  /** What a dossier needs at least (G6); null where the démarche has no dossier. */
  readonly dossier: { readonly needs: readonly string[] } | null;
  /** The day since which nothing new is enrolled ("2024-12-17"), while what already is goes on; null: open. */
  readonly closedSince: string | null;
}
