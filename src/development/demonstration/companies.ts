import { createPerson } from '../../accounts/people.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import type { Person } from '../../domain/accounts/person.ts';
import type { Content, DemonstrationPerson } from './content.ts';

/** Who is added, with the one password of the demonstration. */
export type Adding = (companyId: string | null, parentId: string | null, one: DemonstrationPerson) => Promise<Person>;

/** The company, and its people by login. */
export interface AddedCompany {
  readonly siren: string;
  readonly companyId: string;
  readonly people: ReadonlyMap<string, Person>;
}

export async function addCompany(
  transaction: Transaction,
  add: Adding,
  { people, ...fields }: Content['companies'][number],
): Promise<AddedCompany> {
  const company = await transaction.company.create({ data: fields });
  const created = new Map<string, Person>();
  for (const one of people) {
    const [first] = created.values();
    created.set(one.login, await add(company.id, created.get(one.under ?? '')?.id ?? first?.id ?? null, one));
  }
  return { siren: fields.siren, companyId: company.id, people: created };
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
