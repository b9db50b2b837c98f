import type { Grade } from '../../domain/referential/level.ts';
import type { Link } from '../../domain/referential/text.ts';
import type { Sentence } from '../sentence.ts';
import type { ItemBase, PictureModel } from './item.ts';
import type { RequirementsModel } from './requirements.ts';

interface CriterionModel extends ItemBase {
  readonly objective: readonly string[];
  /** “Affiché si…”; null where each démarche has its own condition. */
  readonly shown: Sentence | null;
  readonly links: readonly Link[];
  readonly picture: PictureModel | null;
  readonly requirements: RequirementsModel;
  readonly differsByDistributor: boolean;
}

export interface MaturityModel extends CriterionModel {
  readonly kind: 'maturity';
  readonly target: readonly string[];
  readonly tiles: readonly LevelTileModel[];
  readonly naOffered: boolean;
  /** For some profiles the Doctrine recommends another level. */
  readonly exceptions: readonly { level: Grade; when: Sentence }[];
  readonly toReach: readonly { level: Grade; text: string }[];
}

export interface LevelTileModel {
  readonly level: Grade;
  readonly name: string;
  readonly meaning: string;
  readonly text: string;
  readonly recommended: boolean;
  /** By the démarche that is chosen. */
  readonly accepted: boolean;
}

export interface ComplianceModel extends CriterionModel {
  readonly kind: 'compliance';
  readonly requirement: readonly string[];
  readonly advice: readonly string[];
  /** “1 scénario, 2 preuves attendues”. */
  readonly checks: string;
  readonly scenarios: readonly ScenarioModel[];
}

export interface ScenarioModel {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly proofs: readonly { title: string; description: string; once: boolean; when: Sentence | null }[];
}
