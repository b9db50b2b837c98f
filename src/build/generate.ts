import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../root.ts';
import type { Step } from './step.ts';

/** Prisma's client, from the schema. */
export const generate: Step = {
  name: 'generate',
  inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'],
  output: 'src/database/generated/client.ts',
  async run() {
    await promisify(execFile)(process.execPath, [join('node_modules', 'prisma', 'build', 'index.js'), 'generate'], {
      cwd: root,
      env: {
        ...process.env,
        // `generate` uses no engine but downloads one unless told that it is there.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    });
  },
};
