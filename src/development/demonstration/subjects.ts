import type { Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { fullName, type Person } from '../../domain/accounts/person.ts';
import type { DeclaredAnswers } from '../../domain/profile/profile.ts';
import type { RunningVersions } from '../../referential/publish.ts';
import { refreshProgress } from '../../subjects/progress.ts';
import { storedDeclared } from '../../subjects/rows.ts';
import type { AddedCompany } from './companies.ts';
import type { DemonstrationPerson } from './content.ts';
import { markToRead } from './requalified.ts';
import { addAnswers } from './responses.ts';
import type { DemonstrationProduct, DemonstrationStrategy, Subjects } from './subjects-content.ts';

const DAY_MS = 86_400_000;

/** What everything is written with. */
export interface Writing {
  readonly transaction: Transaction;
  readonly referential: Deps['referential'];
  readonly versions: RunningVersions;
  readonly now: Date;
  readonly companies: readonly AddedCompany[];
}

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}

export function personOf({ companies }: Writing, siren: string, login: string): Person {
  const person = companies.find((one) => one.siren === siren)?.people.get(login);
  if (person === undefined) throw new Error(`Nobody is called ${login} in the company ${siren}`);
  return person;
}

/** The products and strategies, what they joined and what was answered for them. */
export async function addSubjects(
  writing: Writing,
  content: Subjects,
  people: readonly DemonstrationPerson[],
): Promise<void> {
  const { transaction, referential, now } = writing;
  const ids = new Map<string, string>();
  for (const product of content.products) {
    const declared = {
      qualification: qualificationOf(content, product.qualification),
      interests: { dispositifs: product.interests },
    };
    const id = await addProduct(writing, product, declared, ids.get(product.optionOf ?? '') ?? null);
    ids.set(product.name, id);
    const given = people.filter(({ products }) => products.includes(product.name)).map(({ login }) => login);
    const accesses = given.map((login) => ({ userId: personOf(writing, product.company, login).id, subjectId: id }));
    await transaction.subjectAccess.createMany({ data: accesses });
    await joinAndAnswer(writing, id, product, declared);
    const { requalified } = product;
    if (requalified !== undefined) {
      const after = { ...declared, qualification: qualificationOf(content, requalified.as) };
      const by = fullName(personOf(writing, product.company, requalified.by));
      await markToRead(writing, { id, before: declared, after, since: daysBefore(now, requalified.daysAgo), by });
    }
  }
  for (const strategy of content.strategies) await addStrategy(writing, strategy);
  const all = await transaction.subject.findMany({ select: { id: true } });
  await refreshProgress(
    transaction,
    referential,
    all.map(({ id }) => id),
    now,
  );
}

function qualificationOf({ qualifications }: Subjects, name: string): NonNullable<Subjects['qualifications'][string]> {
  const known = qualifications[name];
  if (known === undefined) throw new Error(`No qualification is called ${name}`);
  return known;
}

async function addProduct(
  writing: Writing,
  product: DemonstrationProduct,
  declared: DeclaredAnswers,
  coreId: string | null,
): Promise<string> {
  const { name, version, nil, description, certifications, published, archivedDaysAgo, addedDaysAgo } = product;
  const createdAt = daysBefore(writing.now, addedDaysAgo);
  const responsible = personOf(writing, product.company, product.responsible);
  const { id } = await writing.transaction.subject.create({
    data: {
      companyId: responsible.companyId ?? '',
      kind: 'PRODUCT',
      name,
      responsibleId: responsible.id,
      certifications,
      declared: storedDeclared(declared),
      createdAt,
      qualifiedAt: createdAt,
      archivedAt: archivedDaysAgo === undefined ? null : daysBefore(writing.now, archivedDaysAgo),
      product: {
        create: { version, nil, description, published, coreId, type: coreId === null ? 'CORE' : 'OPTION' },
      },
    },
  });
  return id;
}

async function addStrategy(writing: Writing, strategy: DemonstrationStrategy): Promise<void> {
  const createdAt = daysBefore(writing.now, strategy.addedDaysAgo);
  const responsible = personOf(writing, strategy.company, strategy.responsible);
  const declared = { 'strategy-qualification': { 'autres-services': strategy.otherServices ? 'oui' : 'non' } };
  const { id } = await writing.transaction.subject.create({
    data: {
      companyId: responsible.companyId ?? '',
      kind: 'STRATEGY',
      name: strategy.name,
      responsibleId: responsible.id,
      certifications: strategy.certifications,
      declared: storedDeclared(declared),
      createdAt,
      qualifiedAt: createdAt,
    },
  });
  await joinAndAnswer(writing, id, strategy, declared);
}

async function joinAndAnswer(
  writing: Writing,
  subjectId: string,
  subject: DemonstrationProduct | DemonstrationStrategy,
  declared: DeclaredAnswers,
): Promise<void> {
  const createdBy = fullName(personOf(writing, subject.company, subject.responsible));
  await writing.transaction.enrolment.createMany({
    data: subject.demarches.map(({ id, daysAgo }) => ({
      subjectId,
      demarche: id,
      createdBy,
      createdAt: daysBefore(writing.now, daysAgo),
    })),
  });
  await addAnswers(writing, subjectId, subject, declared);
}
