import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { hashPassword } from '../accounts/passwords.ts';
import { createPerson } from '../accounts/people.ts';
import { hashOfSecret } from '../accounts/tokens.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { emailKey, loginKey } from '../domain/accounts/identifiers.ts';
import { fullName, type Person } from '../domain/accounts/person.ts';
import { linkExpiry } from '../domain/accounts/token.ts';
import { notify } from '../notifications/notify.ts';
import { root } from '../root.ts';
import { paths } from '../web/paths.ts';
import { roleLabels } from '../web/render.ts';

const person = z.strictObject({
  login: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  position: z.string(),
  role: z.enum(['RESPONSIBLE', 'CONTRIBUTOR', 'VERIFIER', 'ADMINISTRATOR']),
  under: z.string().optional(),
  createsAccounts: z.boolean().default(false),
  validates: z.boolean().default(false),
  accessesStrategy: z.boolean().default(false),
  products: z.array(z.string()).default([]),
});

const address = {
  legalName: z.string(),
  legalForm: z.string(),
  siren: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
};

const schema = z.strictObject({
  password: z.string(),
  companies: z.array(
    z.strictObject({
      ...address,
      people: z.array(person),
      products: z.array(z.strictObject({ name: z.string(), responsible: z.string() })),
    }),
  ),
  staff: z.array(person),
  request: z.strictObject({
    ...address,
    firstName: z.string(),
    lastName: z.string(),
    position: z.string(),
    email: z.string(),
    phone: z.string(),
    capacity: z.enum(['LEGAL_REPRESENTATIVE', 'EMPOWERED']),
    login: z.string(),
  }),
});

type Content = z.infer<typeof schema>;

export interface Demonstration {
  readonly password: string;
  readonly accounts: readonly { readonly login: string; readonly who: string }[];
}

const folder = join(root, 'seeds/demo');

/** Fills an empty database; one that holds accounts already is left as it is. Returns the accounts to try, if they are there. */
export async function seedDemonstration(deps: Deps): Promise<Demonstration | null> {
  const content = schema.parse(parse(readFileSync(join(folder, 'accounts.yaml'), 'utf8')));
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

/** What is printed at start: where to go, and with which accounts. */
export function greet(baseUrl: string, demonstration: Demonstration | null): string {
  const lines = [`Convergence répond à l’adresse ${baseUrl}`];
  if (demonstration !== null) {
    const width = Math.max(...demonstration.accounts.map(({ login }) => login.length));
    lines.push('', `Données de démonstration. Mot de passe de tous les comptes : ${demonstration.password}`);
    lines.push(...demonstration.accounts.map(({ login, who }) => `  ${login.padEnd(width)}  ${who}`));
    lines.push('', `Courriels envoyés : ${baseUrl}${paths.developmentMails()}`);
  }
  return `${lines.join('\n')}\n`;
}

async function write(deps: Deps, content: Content): Promise<void> {
  const passwordHash = await hashPassword(content.password);
  const papers = await Promise.all([
    storePaper(deps, 'piece-identite.pdf', 'IDENTITY'),
    storePaper(deps, 'kbis.pdf', 'KBIS'),
  ]);
  await inTransaction(deps.prisma, async (transaction) => {
    // Of two processes that start together on an empty server, one writes.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('convergence.demonstration'))`;
    if ((await transaction.user.count()) > 0) return;
    const add = (companyId: string | null, parentId: string | null, one: z.infer<typeof person>): Promise<Person> =>
      addPerson(transaction, deps, passwordHash, companyId, parentId, one);
    for (const { people, products, ...fields } of content.companies) {
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
        const given = people
          .filter((one) => one.products.includes(name))
          .map((one) => created.get(one.login)?.id ?? '');
        await transaction.subjectAccess.createMany({
          data: given.map((userId) => ({ userId, subjectId: subject.id })),
        });
      }
    }
    const staff: Person[] = [];
    for (const one of content.staff) staff.push(await add(null, null, one));
    await addRequest(transaction, deps, content.request, papers, staff);
  });
}

async function addPerson(
  transaction: Transaction,
  deps: Deps,
  passwordHash: string,
  companyId: string | null,
  parentId: string | null,
  one: z.infer<typeof person>,
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

type Paper = Awaited<ReturnType<typeof storePaper>>;

async function storePaper({ storage, clock }: Deps, name: string, kind: 'IDENTITY' | 'KBIS') {
  const path = join(folder, name);
  const stored = await storage.write(createReadStream(path), { maxBytes: (await stat(path)).size });
  return {
    kind,
    issuedOn: kind === 'KBIS' ? clock() : null,
    file: { create: { ...stored, originalName: name, contentType: 'application/pdf' } },
  };
}

async function addRequest(
  transaction: Transaction,
  deps: Deps,
  fields: Content['request'],
  papers: Paper[],
  staff: readonly Person[],
): Promise<void> {
  const now = deps.clock();
  const request = await transaction.accountRequest.create({
    data: {
      ...fields,
      loginKey: loginKey(fields.login),
      emailKey: emailKey(fields.email),
      status: 'SUBMITTED',
      tokenHash: hashOfSecret('the link of the demonstration request opens nothing'),
      tokenExpiresAt: linkExpiry('DEPOSIT_PAPERS', now),
      submittedAt: now,
      papers: { create: papers },
    },
  });
  const verifiers = staff.filter((one) => one.role === 'VERIFIER').map((one) => one.id);
  await notify(transaction, verifiers, {
    title: 'Une demande de compte attend votre examen',
    body: `${fullName(fields)}, pour l’entreprise ${fields.legalName}, a déposé ses pièces.`,
    href: paths.request({ number: request.number }),
  });
}
