import { z } from 'zod';
import type { FieldError } from '../domain/errors.ts';
import type { DeclaredAnswers } from '../domain/profile/profile.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Form } from '../domain/referential/form.ts';
import type { SubjectKind } from '../domain/subjects/subject.ts';
import type { SummaryProps } from '../web/components.ts';
import type { Link } from '../web/frame.ts';
import type { PageOptions } from '../web/render.ts';
import type { Typed } from '../web/typed.ts';
import type { SignedVisit } from '../web/visit.ts';
import type { StepModel } from './models.ts';

/** All that the steps hold, as it was sent: nothing of it is refused before the step that asks it. */
export type Sent = Readonly<Record<string, unknown>>;
export const whatWasSent: z.ZodType<Sent> = z.record(z.string(), z.unknown());

/** « Valider »: what is to be added, each form of it declared as it must be. */
export interface AskedAddition {
  readonly sent: Sent;
  readonly declared: DeclaredAnswers;
  /** The same each time that these very steps are sent. */
  readonly key: string;
  /** To join too. */
  readonly demarche: Demarche | null;
}

/** What adding a product and adding the strategy do not share. */
export interface Addition {
  readonly kind: SubjectKind;
  readonly addresses: { readonly identification: string; readonly qualification: string; readonly recap: string };
  readonly names: readonly [identification: string, qualification: string, recap: string];
  readonly breadcrumb: readonly Link[];
  readonly cancelHref: string;
  /** The fields of the first step, and the forms that it asks beside them. */
  readonly fields: readonly string[];
  readonly interests: readonly Form[];
  readonly qualification: Form;
  heading(demarche: Demarche | null): string;
  /** What the first step holds before anybody typed. */
  known(visit: SignedVisit): Sent;
  identification(visit: SignedVisit, step: StepModel, page: PageOptions, held: Typed): Promise<void>;
  /** What is to be repaired among the fields of the first step. */
  problems(visit: SignedVisit, sent: Sent): Promise<readonly FieldError[]>;
  summary(visit: SignedVisit, held: Typed): Promise<SummaryProps['items']>;
  create(visit: SignedVisit, asked: AskedAddition): Promise<void>;
}
