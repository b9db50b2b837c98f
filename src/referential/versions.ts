import type { Transaction } from '../database/transaction.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { VersionDifference } from '../domain/versions.ts';

export type VersionKind = 'QUESTIONNAIRE' | 'DEMARCHE';

export interface Version {
  readonly id: string;
  readonly kind: VersionKind;
  readonly name: string;
  /** 1 for the first. */
  readonly number: number;
  readonly hash: string;
  readonly publishedAt: Date;
}

const summary = { id: true, kind: true, name: true, number: true, hash: true, publishedAt: true } as const;

/** The last version of everything that was ever published; contents are left where they are. */
export function latestVersions(prisma: Transaction): Promise<readonly Version[]> {
  return prisma.publishedVersion.findMany({
    select: summary,
    distinct: ['kind', 'name'],
    orderBy: [{ kind: 'asc' }, { name: 'asc' }, { number: 'desc' }],
  });
}

/** A questionnaire as it was when it was answered. */
export async function readQuestionnaire(prisma: Transaction, id: string): Promise<Questionnaire> {
  const { content } = await prisma.publishedVersion.findUniqueOrThrow({ where: { id }, select: { content: true } });
  if (isQuestionnaire(content)) return content;
  throw new Error(`The version ${id} holds no questionnaire.`);
}

export async function readDemarche(prisma: Transaction, id: string): Promise<Demarche> {
  const { content } = await prisma.publishedVersion.findUniqueOrThrow({ where: { id }, select: { content: true } });
  if (isDemarche(content)) return content;
  throw new Error(`The version ${id} holds no démarche.`);
}

/** The history of one questionnaire or démarche, the latest first. */
export async function versionHistory(
  prisma: Transaction,
  kind: VersionKind,
  name: string,
): Promise<readonly (Version & { readonly difference: VersionDifference | null })[]> {
  const rows = await prisma.publishedVersion.findMany({
    where: { kind, name },
    select: { ...summary, difference: true },
    orderBy: { number: 'desc' },
  });
  return rows.map(({ difference, ...version }) => ({
    ...version,
    difference: isDifference(difference) ? difference : null,
  }));
}

/** Only `publish` writes these columns, and nothing ever changes them: the shape is known by one of its keys. */
function isQuestionnaire(content: unknown): content is Questionnaire {
  return has(content, 'kind') && has(content, 'summary');
}

function isDemarche(content: unknown): content is Demarche {
  return has(content, 'entries') && has(content, 'parcours');
}

function isDifference(content: unknown): content is VersionDifference {
  return has(content, 'added') && has(content, 'removed');
}

function has(content: unknown, key: string): boolean {
  return typeof content === 'object' && content !== null && key in content;
}
