import { hashPassword } from '../../accounts/passwords.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { loginKey } from '../../domain/accounts/identifiers.ts';
import type { Person } from '../../domain/accounts/person.ts';
import { publish } from '../../referential/publish.ts';
import { roleLabels } from '../../web/render.ts';
import { type AddedCompany, type Adding, addCompany, addPerson } from './companies.ts';
import { type Content, readContent } from './content.ts';
import type { Demonstration } from './greeting.ts';
import { addRequest, storePaper } from './request.ts';
import { addSubjects } from './subjects.ts';
import { readSubjects } from './subjects-content.ts';

/** Fills an empty database; one that holds accounts already is left as it is. Returns the accounts to try, if they are there. */
export async function seedDemonstration(deps: Deps): Promise<Demonstration | null> {
  const content = readContent();
  if ((await deps.prisma.user.count()) === 0) await write(deps, content);
  const [known] = content.staff;
  const there = await deps.prisma.user.count({ where: { loginKey: loginKey(known?.login ?? '') } });
  if (there === 0) return null;
  return {
    password: content.password,
    accounts: [
      ...content.companies.flatMap(({ legalName, people }) =>
        people.map((one) => ({ login: one.login, who: `${roleLabels[one.role]}, ${legalName}` })),
      ),
      ...content.staff.map((one) => ({
        login: one.login,
        who: `${roleLabels[one.role]}, Agence du Numérique en Santé`,
      })),
    ],
  };
}

async function write(deps: Deps, content: Content): Promise<void> {
  const passwordHash = await hashPassword(content.password);
  const papers = await Promise.all([
    storePaper(deps, 'piece-identite.pdf', 'IDENTITY'),
    storePaper(deps, 'kbis.pdf', 'KBIS'),
  ]);
  const versions = await publish(deps.prisma, deps.referential, deps.clock());
  await inTransaction(deps.prisma, async (transaction) => {
    // Of two processes that start together on an empty server, one writes.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('convergence.demonstration'))`;
    if ((await transaction.user.count()) > 0) return;
    const add: Adding = (companyId, parentId, one) =>
      addPerson(transaction, deps, passwordHash, companyId, parentId, one);
    const companies: AddedCompany[] = [];
    for (const company of content.companies) companies.push(await addCompany(transaction, add, company));
    const people = content.companies.flatMap((company) => company.people);
    const writing = { transaction, referential: deps.referential, versions, now: deps.clock(), companies };
    await addSubjects(writing, readSubjects(), people);
    const staff: Person[] = [];
    for (const one of content.staff) staff.push(await add(null, null, one));
    await addRequest(transaction, deps, content.request, papers, staff);
  });
}
