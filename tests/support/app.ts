import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createDeps, type Deps, type Given } from '../../src/deps.ts';
import type { Route } from '../../src/web/router.ts';
import { hashOfSession } from '../../src/web/session-store.ts';
import { Agent } from './agent.ts';
import { openTestDatabase } from './database.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';

const secret = 'a secret for tests, long enough to be accepted';

export interface TestApp {
  readonly deps: Deps;
  readonly express: Express;
  readonly routes: readonly Route[];
  readonly mailbox: Mailbox;
  now(): Date;
  /** Time passes only when a test says so. */
  wait(milliseconds: number): void;
  visitor(): Agent;
  /** A session of this person, as a cookie's value: it is written, the form is not filled in. */
  sessionOf(person: { readonly id: string }): Promise<string>;
  /** A browser where this person has signed in. */
  as(person: { readonly id: string }): Promise<Agent>;
  /** Sends all that waits, then: nothing is left in the outbox. */
  deliver(): Promise<void>;
}

/** A referential of the test's own; otherwise the one that is published. */
type Brought = Pick<Given, 'referential'>;

/** The real application, a real database, a real mail server; for the tests of one file. */
export function useApp(brought: Brought = {}): () => TestApp {
  let app: (TestApp & { close(): Promise<void> }) | undefined;
  beforeAll(async () => {
    app = await openApp(brought);
  });
  afterAll(async () => {
    await app?.close();
  });
  return () => {
    if (app === undefined) throw new Error('The application opens before the first test.');
    return app;
  };
}

/** `environment`: what differs from a test's, for a measure of what runs in production. */
export async function openApp(
  brought: Brought = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<TestApp & { close(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'convergence-test-'));
  const database = await openTestDatabase();
  const mailbox = await openMailbox();
  let now = new Date('2026-11-20T10:00:00Z');
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    SESSION_SECRET: secret,
    SMTP_URL: mailbox.url,
    TRUST_PROXY: '1',
    LOG_LEVEL: 'fatal',
    ...environment,
  });
  const deps = await createDeps(config, { ...brought, database, clock: () => now });
  const { express, routes } = createApp(deps);
  let visitors = 0;
  const address = (): string => {
    visitors += 1;
    return `198.51.${Math.floor(visitors / 250)}.${visitors % 250}`;
  };
  const sessionOf = async (person: { readonly id: string }): Promise<string> => {
    const id = randomUUID();
    const data = { cookie: { originalMaxAge: null, httpOnly: true, path: '/' }, userId: person.id };
    const expiresAt = new Date(now.getTime() + 3_600_000);
    await deps.prisma.session.create({
      data: { id: hashOfSession(id), userId: person.id, data, createdAt: now, lastSeenAt: now, expiresAt },
    });
    return encodeURIComponent(`s:${signed(id)}`);
  };
  return {
    deps,
    express,
    routes,
    mailbox,
    now: () => now,
    wait: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    visitor: () => new Agent(express, address()),
    sessionOf,
    as: async (person) => new Agent(express, address(), `session=${await sessionOf(person)}`),
    deliver: () => deps.mail.settle(),
    close: async () => {
      await deps.close();
      await database.close();
      await mailbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** As express-session signs its cookie. */
function signed(id: string): string {
  return `${id}.${createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '')}`;
}
