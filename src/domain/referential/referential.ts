import type { Scope, ScopedDocument } from '../applicability/scope.ts';
import type { Questions } from '../profile/questions.ts';
import type { Demarche } from './demarche.ts';
import type { Form } from './form.ts';
import type { Parcours } from './parcours.ts';
import type { Questionnaire } from './questionnaire.ts';

/** All that the platform publishes, checked as a whole, frozen, indexed: nothing is parsed to serve a page. */
export interface Referential {
  /** In the order of the screens. */
  readonly parcours: readonly Parcours[];
  /** By parcours, then in order. */
  readonly demarches: readonly Demarche[];
  /** Of the four kinds, by id. */
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly questions: Questions;
  /** What each démarche asks of each questionnaire of criteria. */
  scope(demarche: string, questionnaire: string): Scope | null;
  /** What each démarche asks of each questionnaire of deposits. */
  documents(demarche: string, questionnaire: string): readonly ScopedDocument[] | null;
}
