import { createHash } from 'node:crypto';
import type { Prisma, PrismaClient } from '../database/generated/client.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { canonical } from '../domain/canonical.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { demarcheDifference, questionnaireDifference, type VersionDifference } from '../domain/versions.ts';
import { latestVersions, readDemarche, readQuestionnaire, type Version, type VersionKind } from './versions.ts';

/** The version of each questionnaire, form and démarche that runs: what a response pins. */
export interface RunningVersions {
  readonly questionnaires: ReadonlyMap<string, Version>;
  readonly demarches: ReadonlyMap<string, Version>;
}

interface Publishable {
  readonly kind: VersionKind;
  readonly name: string;
  readonly hash: string;
  /** Made only for what is to be written. */
  readonly content: () => Prisma.InputJsonValue;
  /** Against the version before, read back from where it is kept. */
  readonly differenceFrom: (transaction: Transaction, former: Version) => Promise<VersionDifference>;
}

/** A file that changed becomes a new version, which never changes; when nothing did, nothing is written. */
export async function publish(prisma: PrismaClient, referential: Referential, now: Date): Promise<RunningVersions> {
  const all = [...referential.questionnaires.values()]
    .map(publishedQuestionnaire)
    .concat(referential.demarches.map(publishedDemarche));
  const latest = await latestVersions(prisma);
  if (all.every((one) => isCurrent(one, latest))) return running(latest);

  return inTransaction(prisma, async (transaction) => {
    // Of two processes that start together, one publishes and the other finds it done.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('convergence.referential'))`;
    const known = await latestVersions(transaction);
    for (const one of all.filter((each) => !isCurrent(each, known))) {
      const former = known.find(({ kind, name }) => kind === one.kind && name === one.name);
      const difference = former && { ...(await one.differenceFrom(transaction, former)) };
      const { kind, name, hash, content } = one;
      await transaction.publishedVersion.create({
        data: {
          kind,
          name,
          hash,
          content: content(),
          number: (former?.number ?? 0) + 1,
          publishedAt: now,
          ...(difference && { difference }),
        },
      });
    }
    return running(await latestVersions(transaction));
  });
}

function publishedQuestionnaire(questionnaire: Questionnaire): Publishable {
  return {
    kind: 'QUESTIONNAIRE',
    name: questionnaire.id,
    ...contentOf(questionnaire),
    differenceFrom: async (transaction, { id }) =>
      questionnaireDifference(await readQuestionnaire(transaction, id), questionnaire),
  };
}

function publishedDemarche(demarche: Demarche): Publishable {
  return {
    kind: 'DEMARCHE',
    name: demarche.id,
    ...contentOf(demarche),
    differenceFrom: async (transaction, { id }) => demarcheDifference(await readDemarche(transaction, id), demarche),
  };
}

function contentOf(value: Questionnaire | Demarche): Pick<Publishable, 'hash' | 'content'> {
  const text = canonical(value);
  return { hash: createHash('sha256').update(text).digest('hex'), content: () => JSON.parse(text) };
}

function isCurrent({ kind, name, hash }: Publishable, latest: readonly Version[]): boolean {
  return latest.some((version) => version.kind === kind && version.name === name && version.hash === hash);
}

function running(latest: readonly Version[]): RunningVersions {
  const of = (kind: VersionKind) =>
    new Map(latest.filter((version) => version.kind === kind).map((version) => [version.name, version]));
  return { questionnaires: of('QUESTIONNAIRE'), demarches: of('DEMARCHE') };
}
