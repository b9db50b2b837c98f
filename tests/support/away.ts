import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { onServer } from '../../src/database/open.ts';
import { createDeps } from '../../src/deps.ts';

export interface AwayApp {
  readonly express: Express;
  /** A session's cookie, signed with the application's own secret: the store is asked for it. */
  readonly session: string;
  close(): Promise<void>;
}

/** The real application, whose database is nowhere. */
export async function openAway(): Promise<AwayApp> {
  const folder = await mkdtemp(join(tmpdir(), 'convergence-away-'));
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent' });
  const deps = await createDeps(config, { database: onServer('postgresql://nobody@127.0.0.1:1/none') });
  const signature = createHmac('sha256', deps.secret).update('anything').digest('base64').replace(/=+$/, '');
  return {
    express: createApp(deps).express,
    session: encodeURIComponent(`s:anything.${signature}`),
    close: async () => {
      await deps.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
