import { createPerson } from '../../accounts/people.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import type { Person } from '../../domain/accounts/person.ts';
import type { Content, DemonstrationPerson } from './content.ts';

/** Who is added, with the one password of the demonstration. */
export type Adding = (companyId: string | null, parentId: string | null, one: DemonstrationPerson) => Promise<Person>;

export async function addCompany(
  transaction: Transaction,
  add: Adding,
  { people, products, ...fields }: Content['companies'][number],
): Promise<void> {
  const company = await transaction.company.create({ data: fields });
  const created = new Map<string, Person>();
  for (const one of people) {
    const [first] = created.values();
    created.set(one.login, await add(company.id, created.get(one.under ?? '')?.id ?? first?.id ?? null, one));
  }
  for (const { name, responsible } of products) {
    const responsibleId = created.get(responsible)?.id;
    if (responsibleId === undefined) throw new Error(`Nobody is called ${responsible} in ${fields.legalName}`);
    const subject = await transaction.subject.create({
      data: { companyId: company.id, kind: 'PRODUCT', name, responsibleId },
    });
    const given = people.filter((one) => one.products.includes(name)).map((one) => created.get(one.login)?.id ?? '');
    await transaction.subjectAccess.createMany({
      data: given.map((userId) => ({ userId, subjectId: subject.id })),
    });
  }
}

export async function addPerson(
  transaction: Transaction,
  deps: Deps,
  passwordHash: string,
  companyId: string | null,
  parentId: string | null,
  one: DemonstrationPerson,
): Promise<Person> {
  const { createsAccounts, validates, accessesStrategy, under: _, products: __, ...fields } = one;
  const created = await createPerson(transaction, {
    ...fields,
    companyId,
    parentId,
    email: `${one.login}@exemple.fr`,
    phone: '+33140000000',
    rights: { createsAccounts, validates, accessesStrategy },
    subjectIds: [],
  });
  await transaction.user.update({
    where: { id: created.id },
    data: { passwordHash, cguVersion: deps.termsVersion, cguAcceptedAt: deps.clock() },
  });
  return created;
}
