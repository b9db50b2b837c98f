import type { Transaction } from '../database/transaction.ts';
import type { Candidate } from '../domain/accounts/hand-over.ts';
import type { Actor, Person } from '../domain/accounts/person.ts';
import type { FieldError } from '../domain/errors.ts';
import { coreProblem } from '../domain/subjects/core.ts';
import { responsibleCandidates } from '../domain/subjects/responsible.ts';
import type { ProductType, SubjectName } from '../domain/subjects/subject.ts';
import { fieldErrors } from '../web/schemas.ts';
import { identificationSchema } from './schemas.ts';
import { coresSeen } from './store.ts';

/** What the first step lets one choose. */
export interface Offered {
  readonly responsibles: readonly Candidate[];
  readonly cores: readonly SubjectName[];
}

/** P1: a product as it is identified, once nothing is to be repaired. */
export interface Identified {
  readonly name: string;
  readonly version: string;
  readonly type: ProductType;
  readonly nil: string;
  readonly description: string;
  readonly certifications: string;
  readonly responsible: Person;
  readonly coreId: string | null;
}

export async function offeredTo(transaction: Transaction, actor: Actor, people: readonly Person[]): Promise<Offered> {
  const person = people.find(({ id }) => id === actor.id);
  const responsibles = person === undefined ? [] : responsibleCandidates(person, 'PRODUCT', people);
  return { responsibles, cores: await coresSeen(transaction, actor) };
}

export function readIdentification(
  sent: Readonly<Record<string, unknown>>,
  { responsibles, cores }: Offered,
): { readonly identified: Identified | null; readonly errors: readonly FieldError[] } {
  const schema = identificationSchema(responsibles.map(({ person }) => person.login));
  const read = schema.safeParse(sent);
  // Both at once: one is not sent back twice
  const { type, core } = schema.pick({ type: true, core: true }).safeParse(sent).data ?? { type: 'OPTION', core: '' };
  const problem = coreProblem(
    type,
    core,
    cores.map(({ reference }) => String(reference)),
  );
  const errors = [
    ...(read.success ? [] : fieldErrors(read.error)),
    ...(problem === null ? [] : [{ field: 'core', message: problem }]),
  ];
  const responsible = responsibles.find(({ person }) => person.login === read.data?.responsible)?.person;
  if (!read.success || responsible === undefined || errors.length > 0) return { identified: null, errors };
  const { core: reference, ...fields } = read.data;
  const coreId = cores.find((one) => String(one.reference) === reference)?.id ?? null;
  return { identified: { ...fields, responsible, coreId }, errors };
}
