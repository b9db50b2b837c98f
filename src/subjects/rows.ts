import type { Prisma } from '../database/generated/client.ts';
import { fullName } from '../domain/accounts/person.ts';
import type { DeclaredAnswers, FormAnswers, FormValue } from '../domain/profile/profile.ts';
import type { Subject } from '../domain/subjects/subject.ts';

export const withProduct = {
  product: true,
  responsible: { select: { firstName: true, lastName: true } },
} satisfies Prisma.SubjectInclude;

export type SubjectRow = Prisma.SubjectGetPayload<{ include: typeof withProduct }>;

export function asSubject({ product, responsible, ...row }: SubjectRow): Subject {
  const { id, reference, companyId, kind, name, responsibleId, certifications } = row;
  const { qualifiedAt, revision, archivedAt, createdAt } = row;
  return {
    id,
    reference,
    companyId,
    kind,
    name,
    version: product?.version ?? '',
    responsibleId,
    responsibleName: fullName(responsible),
    certifications,
    declared: asDeclared(row.declared),
    qualifiedAt,
    revision,
    archivedAt,
    createdAt,
    product: product && {
      type: product.type,
      nil: product.nil,
      description: product.description,
      coreId: product.coreId,
      published: product.published,
    },
  };
}

/** Whatever is stored, only answers come out. */
export function asDeclared(stored: unknown): DeclaredAnswers {
  return Object.fromEntries(entriesOf(stored).map(([form, answers]) => [form, asAnswers(answers)]));
}

function asAnswers(stored: unknown): FormAnswers {
  return Object.fromEntries(entriesOf(stored).filter((entry): entry is [string, FormValue] => isFormValue(entry[1])));
}

function isFormValue(value: unknown): value is FormValue {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string');
  return typeof value === 'string' || typeof value === 'number';
}

function entriesOf(stored: unknown): [string, unknown][] {
  return typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
}

/** As the database takes it. */
export function storedDeclared(declared: DeclaredAnswers): Prisma.InputJsonObject {
  return Object.fromEntries(
    Object.entries(declared).map(([form, answers]) => [
      form,
      Object.fromEntries(
        Object.entries(answers).map(([id, value]) => [id, typeof value === 'object' ? [...value] : value]),
      ),
    ]),
  );
}
