import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../src/root.ts';

const refused: Readonly<Record<string, string>> = {
  express: "import { Router } from 'express';\nexport const router = Router();\n",
  prisma: "import { Prisma } from '@prisma/client';\nexport const nothing = Prisma.DbNull;\n",
  zod: "import { z } from 'zod';\nexport const schema = z.string();\n",
  files: "import { readFile } from 'node:fs/promises';\nexport const read = readFile;\n",
  feature: "import { root } from '../root.ts';\nexport const folder = root;\n",
  'inner/feature': "import { root } from '../../root.ts';\nexport const folder = root;\n",
  'later-import': "export const later = () => import('node:crypto');\n",
  clock: 'export const now = () => new Date();\n',
  'clock-otherwise': 'export const now = Date.now;\n',
  chance: 'export const half = () => Math.random() < 0.5;\n',
  environment: 'export const home = () => process.env.HOME;\n',
  network: "export const page = () => fetch('https://exemple.fr');\n",
};

const accepted: Readonly<Record<string, string>> = {
  'given-date': 'export const day = (text: string) => new Date(text);\n',
  itself: "import { day } from './given-date.ts';\nexport const first = day;\n",
  'inner/itself': "import { day } from '../given-date.ts';\nexport const first = day;\n",
};

describe('the linter keeps the domain pure', () => {
  let folder: string;
  let report: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'domain-'));
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    cpSync(join(root, 'lint'), join(folder, 'lint'), { recursive: true });
    for (const [name, content] of Object.entries({ ...refused, ...accepted })) {
      const file = join(folder, 'src/domain', `${name}.ts`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const lint = ['lint', '--colors=off', '--max-diagnostics=100', 'src'];
    const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/biome'), lint, {
      cwd: folder,
      encoding: 'utf8',
    });
    report = stdout + stderr;
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const isReported = (name: string) =>
    new RegExp(`^src/domain/${name}\\.ts:\\d+:\\d+ (lint/style|plugin)`, 'm').test(report);

  test.each(Object.keys(refused))('it refuses: %s', (name) => {
    expect(isReported(name)).toBe(true);
    expect(report).toContain('The domain');
  });

  test.each(Object.keys(accepted))('it accepts: %s', (name) => {
    expect(isReported(name)).toBe(false);
  });
});
