import type { Transaction } from '../../src/database/transaction.ts';
import type { Referential } from '../../src/domain/referential/referential.ts';
import { publish } from '../../src/referential/publish.ts';
import { fingerprint } from '../../src/subjects/progress.ts';
import type { TestApp } from '../support/app.ts';

/** How many companies, how many products each has, and how many more the first one has. */
export interface Size {
  readonly companies: number;
  readonly products: number;
  readonly first: number;
}

/** Companies written at once: a statement must end in seconds. */
const SLICE = 2_000;

interface Slice {
  readonly from: number;
  readonly to: number;
}

const socles = 'evaluation-et-projection-socles';

/** A platform at work, the same at each run, written by the database itself. Returns the Responsable of the first company. */
export async function writePlatform({ deps, now }: TestApp, size: Size): Promise<{ readonly id: string }> {
  const { prisma, referential, termsVersion } = deps;
  const { questionnaires } = await publish(prisma, referential, now());
  for (let from = 1; from <= size.companies; from += SLICE) {
    const slice = { from, to: Math.min(from + SLICE - 1, size.companies) };
    const { reference: last } = (await prisma.subject.findFirst({ orderBy: { reference: 'desc' } })) ?? {
      reference: 0,
    };
    await writePeople(prisma, slice, termsVersion);
    await writeProducts(prisma, slice, size);
    await writeProgress(prisma, referential, last);
    await writeResponses(prisma, questionnaires.get('urbanisation')?.id ?? '', last);
  }
  await prisma.$executeRaw`ANALYZE`;
  const [owner] = await prisma.$queryRaw<{ id: string }[]>`SELECT md5('user1')::uuid AS "id"`;
  if (owner === undefined) throw new Error('Nobody was written');
  return owner;
}

async function writePeople(prisma: Transaction, { from, to }: Slice, terms: string): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO "Company" ("id", "legalName", "legalForm", "siren", "street", "postalCode", "city", "country")
    SELECT md5('company' || n)::uuid, 'Entreprise ' || n, 'SAS', lpad(n::text, 9, '0'), '1 rue des Essais', '75015', 'Paris', 'FR'
    FROM generate_series(${from}::int, ${to}::int) n`;
  await prisma.$executeRaw`
    INSERT INTO "User" ("id", "companyId", "role", "login", "loginKey", "email", "emailKey", "firstName", "lastName", "position", "phone", "cguVersion")
    SELECT md5('user' || n)::uuid, md5('company' || n)::uuid, 'RESPONSIBLE', 'u' || n, 'u' || n, 'u' || n || '@exemple.fr', 'u' || n || '@exemple.fr',
           'Camille', 'Martin ' || n, 'Directrice', '+33100000000', ${terms}
    FROM generate_series(${from}::int, ${to}::int) n`;
}

async function writeProducts(prisma: Transaction, { from, to }: Slice, { products, first }: Size): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO "Subject" ("id", "companyId", "kind", "name", "responsibleId", "archivedAt")
    SELECT md5('product' || c || '.' || p)::uuid, md5('company' || c)::uuid, 'PRODUCT', 'Produit ' || c || ' ' || p, md5('user' || c)::uuid,
           CASE WHEN p % 20 = 0 THEN now() END
    FROM generate_series(${from}::int, ${to}::int) c
    CROSS JOIN LATERAL generate_series(1, ${products}::int + CASE WHEN c = 1 THEN ${first}::int ELSE 0 END) p`;
  await prisma.$executeRaw`
    INSERT INTO "Product" ("subjectId", "version", "type", "description", "published")
    SELECT "id", 'v1.0', 'CORE', 'Un produit de la plateforme.', "reference" % 2 = 0
    FROM "Subject" WHERE NOT EXISTS (SELECT FROM "Product" WHERE "subjectId" = "id")`;
}

/** Of the subjects after the last one written before. */
async function writeProgress(prisma: Transaction, referential: Referential, last: number): Promise<void> {
  for (const demarche of referential.demarches.filter(({ id }) =>
    [socles, 'referencement-sans-echange'].includes(id),
  )) {
    await prisma.$executeRaw`
      INSERT INTO "Enrolment" ("id", "subjectId", "demarche", "createdBy", "state", "computedFor")
      SELECT md5(${demarche.id} || "id")::uuid, "id", ${demarche.id}, 'Camille Martin', 'IN_PROGRESS', ${fingerprint(referential, demarche)}
      FROM "Subject" WHERE "reference" > ${last}::int`;
    const asked = demarche.entries.filter(({ subject }) => subject === 'product');
    for (const [position, { questionnaire, projection }] of asked.entries()) {
      await prisma.$executeRaw`
        INSERT INTO "ProgressItem" ("enrolmentId", "questionnaire", "act", "position", "state", "done", "total", "attained", "shortfalls")
        SELECT "id", ${questionnaire}, act::"Act", ${position}::int, 'IN_PROGRESS', 4, 6, act = 'EVALUATION', 2
        FROM "Enrolment" CROSS JOIN unnest(${projection ? ['EVALUATION', 'PROJECTION'] : ['EVALUATION']}::text[]) act
        WHERE "demarche" = ${demarche.id} AND "subjectId" IN (SELECT "id" FROM "Subject" WHERE "reference" > ${last}::int)`;
      const known = referential.questionnaires.get(questionnaire);
      const axes = known?.kind === 'maturity' ? known.axes.map(({ id }) => id) : [];
      await prisma.$executeRaw`
        INSERT INTO "AxisMean" ("subjectId", "demarche", "questionnaire", "axis", "sum", "count")
        SELECT "id", ${demarche.id}, ${questionnaire}, axis, ("reference" + length(axis)) % 13, 4
        FROM "Subject" CROSS JOIN unnest(${axes}::text[]) axis WHERE "reference" > ${last}::int`;
    }
  }
}

/** One validated response a product, and a draft for every third. */
async function writeResponses(prisma: Transaction, versionId: string, last: number): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO "Response" ("id", "subjectId", "questionnaire", "status", "number", "versionId", "startedBy", "validatedAt", "validatedBy", "frozen")
    SELECT md5('validated' || "id")::uuid, "id", 'urbanisation', 'VALIDATED', 1, ${versionId}::uuid, 'Camille Martin', now(), 'Camille Martin',
           '{"answers": {}, "comments": {}, "proofs": {}, "deposited": [], "plan": {}}'::jsonb
    FROM "Subject" WHERE "reference" > ${last}::int`;
  await prisma.$executeRaw`
    INSERT INTO "Response" ("id", "subjectId", "questionnaire", "versionId", "startedBy")
    SELECT md5('draft' || "id")::uuid, "id", 'urbanisation', ${versionId}::uuid, 'Camille Martin'
    FROM "Subject" WHERE "reference" % 3 = 0 AND "reference" > ${last}::int`;
}
