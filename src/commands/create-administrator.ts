import { parseArgs } from 'node:util';
import { invite } from '../accounts/invitations.ts';
import { createPerson, emailTaken, lockIdentifiers, loginTaken, takenIdentifiers } from '../accounts/people.ts';
import { record } from '../audit/record.ts';
import { readConfig } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import { inTransaction } from '../database/transaction.ts';
import { createDeps } from '../deps.ts';
import { fullName, noRights } from '../domain/accounts/person.ts';
import { newStaffSchema } from '../staff/schemas.ts';

const usage = `Usage : npm run administrator:create -- --login nom --email adresse --first-name Prénom --last-name Nom [--position Fonction]\n`;

/** The first administrator, who then creates the other accounts on screen. The invitation goes by mail. */
async function create(): Promise<void> {
  const { values } = parseArgs({
    options: {
      login: { type: 'string' },
      email: { type: 'string' },
      'first-name': { type: 'string' },
      'last-name': { type: 'string' },
      position: { type: 'string', default: 'Administrateur' },
    },
  });
  const read = newStaffSchema.safeParse({
    ...values,
    firstName: values['first-name'],
    lastName: values['last-name'],
    role: 'ADMINISTRATOR',
  });
  if (!read.success) throw new Error(`${read.error.issues.map(({ message }) => message).join('\n')}\n${usage}`);
  const person = read.data;
  const deps = await createDeps(readConfig(process.env));
  try {
    await migrate(deps.database);
    await inTransaction(deps.prisma, async (transaction) => {
      await lockIdentifiers(transaction);
      const taken = await takenIdentifiers(transaction, person);
      if (taken.login || taken.email) throw new Error((taken.login ? loginTaken : emailTaken).message);
      const now = deps.clock();
      const created = await createPerson(transaction, {
        ...person,
        companyId: null,
        parentId: null,
        phone: '',
        rights: noRights,
        subjectIds: [],
      });
      await invite(deps, transaction, created, { name: 'L’exploitant de la plateforme', company: null, now });
      const details = { role: created.role, by: 'la commande create-administrator' };
      await record(transaction, {
        at: now,
        actor: null,
        ip: '',
        action: 'staff.invited',
        target: created.login,
        details,
      });
    });
    await deps.mail.settle();
    process.stdout.write(`Le compte de ${fullName(person)} est créé. L’invitation est partie à ${person.email}.\n`);
    if (deps.config.smtpUrl === undefined) process.stdout.write(`Sans SMTP_URL, elle est dans ${deps.mailFolder}.\n`);
  } finally {
    await deps.close();
  }
}

create().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
