import { createHash } from 'node:crypto';
import { type SessionData, Store } from 'express-session';
import type { Prisma, PrismaClient } from '../database/generated/client.ts';
import { type Actor, actorOf, type Role } from '../domain/accounts/person.ts';
import { expiryOf } from '../domain/accounts/session.ts';
import type { Logger } from './logs.ts';

export interface StoreOptions {
  readonly prisma: PrismaClient;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** The table holds hashes of the identifiers: whoever reads it opens no session. */
export function hashOfSession(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('base64url');
}

export interface Beginning {
  /** A8: by what its owner recognises it; kept in columns of their own. */
  readonly userAgent: string;
  readonly ip: string;
  /** Of the password that was checked; never kept. */
  readonly passwordHash: string | null;
}

export interface Known {
  readonly actor: Actor | null;
  readonly unread: number;
  readonly openedAt: Date;
  readonly lastSeenAt: Date;
}

/** The password that was checked is no longer theirs. */
export class PasswordChanged extends Error {}

/** Last use is written once a minute at most, not at each page. */
const SEEN_EVERY_MS = 60_000;

export class DatabaseStore extends Store {
  readonly #prisma: PrismaClient;
  readonly #clock: () => Date;
  readonly #log: Logger;

  constructor({ prisma, clock, log }: StoreOptions) {
    super();
    this.#prisma = prisma;
    this.#clock = clock;
    this.#log = log;
  }

  override get(id: string, done: (failure: unknown, found?: SessionData | null) => void): void {
    this.#read(hashOfSession(id)).then((found) => done(null, found), done);
  }

  override set(id: string, data: SessionData, done?: (failure?: unknown) => void): void {
    this.#write(hashOfSession(id), data).then(() => done?.(), done);
  }

  override touch(id: string, data: SessionData, done?: (failure?: unknown) => void): void {
    // The page is ready: that its hour could not be written is no reason to cut it off.
    this.#touch(hashOfSession(id), data).then(
      () => done?.(),
      (failure: unknown) => {
        this.#log.warn({ err: failure }, 'last use of a session not written');
        done?.();
      },
    );
  }

  override destroy(id: string, done?: (failure?: unknown) => void): void {
    this.#prisma.session.deleteMany({ where: { id: hashOfSession(id) } }).then(() => done?.(), done);
  }

  /** The session, who it belongs to and how many notifications they have not read, in one query. */
  async #read(id: string): Promise<SessionData | null> {
    const rows = await this.#prisma.$queryRaw<Row[]>`
      SELECT s."data", s."lastSeenAt", s."createdAt" AS "openedAt", s."userId", u."id", u."login", u."firstName", u."lastName", u."role", u."companyId",
             u."createsAccounts", u."validates", u."accessesStrategy", u."cguVersion", c."legalName",
             (SELECT count(*)::int FROM "Notification" n WHERE n."userId" = u."id" AND n."readAt" IS NULL) AS "unread"
      FROM "Session" s
      LEFT JOIN "User" u ON u."id" = s."userId" AND u."deletedAt" IS NULL
      LEFT JOIN "Company" c ON c."id" = u."companyId"
      WHERE s."id" = ${id} AND s."expiresAt" > ${this.#clock()}`;
    const row = rows[0];
    if (row === undefined) return null;
    if (row.userId !== null && row.id === null) return null;
    const actor = row.id === null ? null : actorOf({ ...row, id: row.id, rights: row }, row.legalName);
    return { ...row.data, known: { actor, unread: row.unread, openedAt: row.openedAt, lastSeenAt: row.lastSeenAt } };
  }

  async #write(id: string, data: SessionData): Promise<void> {
    const now = this.#clock();
    const { known, beginning, ...kept } = data;
    const written = { userId: data.userId ?? null, data: JSON.parse(JSON.stringify(kept)) as Prisma.InputJsonObject };
    const seen = {
      lastSeenAt: now,
      expiresAt: expiryOf({ openedAt: known?.openedAt ?? now, lastSeenAt: now }, known?.actor?.role ?? null),
    };
    if (beginning !== undefined) {
      await this.#begin({ id, ...written, ...seen }, beginning);
    } else if (known === undefined && written.userId === null) {
      const session = { ...written, ...seen };
      await this.#prisma.session.upsert({ where: { id }, update: session, create: { id, ...session, createdAt: now } });
    } else {
      // A8: a session closed meanwhile is not brought back by the request that was under way.
      await this.#prisma.session.updateMany({ where: { id }, data: { ...written, ...seen } });
    }
  }

  /** In one query, which waits for a change of the password under way; that change closes what began before it. */
  async #begin(session: NewSession, { userAgent, ip, passwordHash }: Beginning): Promise<void> {
    const { id, userId, data, lastSeenAt, expiresAt } = session;
    const begun = await this.#prisma.$executeRaw`
      INSERT INTO "Session" ("id", "userId", "data", "userAgent", "ip", "createdAt", "lastSeenAt", "expiresAt")
      SELECT ${id}, u."id", ${JSON.stringify(data)}::jsonb, ${userAgent}, ${ip},
             ${lastSeenAt}::timestamptz, ${lastSeenAt}::timestamptz, ${expiresAt}::timestamptz
      FROM "User" u WHERE u."id" = ${userId}::uuid AND u."passwordHash" = ${passwordHash} AND u."deletedAt" IS NULL
      FOR SHARE`;
    if (begun === 0) throw new PasswordChanged();
  }

  async #touch(id: string, data: SessionData): Promise<void> {
    const now = this.#clock();
    const { known } = data;
    if (known === undefined || now.getTime() - known.lastSeenAt.getTime() < SEEN_EVERY_MS) return;
    await this.#prisma.session.updateMany({
      where: { id },
      data: {
        lastSeenAt: now,
        expiresAt: expiryOf({ openedAt: known.openedAt, lastSeenAt: now }, known.actor?.role ?? null),
      },
    });
  }
}

interface NewSession {
  readonly id: string;
  readonly userId: string | null;
  readonly data: Prisma.InputJsonObject;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

interface Row {
  readonly data: SessionData;
  readonly openedAt: Date;
  readonly lastSeenAt: Date;
  readonly userId: string | null;
  readonly id: string | null;
  readonly login: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
  readonly companyId: string | null;
  readonly legalName: string | null;
  readonly createsAccounts: boolean;
  readonly validates: boolean;
  readonly accessesStrategy: boolean;
  readonly cguVersion: string | null;
  readonly unread: number;
}
