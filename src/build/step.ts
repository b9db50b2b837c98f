import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../root.ts';

/** One thing that the build makes. `inputs` are files and folders, `output` is a file that only this step makes. */
export interface Step {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly output: string;
  run(): Promise<void>;
}

export async function isUpToDate(step: Step): Promise<boolean> {
  if (!existsSync(join(root, step.output)) || !existsSync(stampOf(step))) return false;
  const [stamp, hash] = await Promise.all([readFile(stampOf(step), 'utf8'), hashOf(step.inputs)]);
  return stamp === hash;
}

/** The hash is taken before: an input that changes meanwhile makes the next build run the step once more. */
export async function runAndStamp(step: Step): Promise<void> {
  const hash = await hashOf(step.inputs);
  await step.run();
  await mkdir(join(root, 'dist', 'build'), { recursive: true });
  await writeFile(stampOf(step), hash);
}

function stampOf(step: Step): string {
  return join(root, 'dist', 'build', step.name);
}

async function hashOf(inputs: readonly string[]): Promise<string> {
  const paths = (await Promise.all(inputs.map(filesOf))).flat().sort();
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path))));
  const hash = createHash('sha256');
  for (const [index, path] of paths.entries()) {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** The files at or under a path, all from the root of the repository; none when it does not exist. */
export async function filesOf(path: string): Promise<string[]> {
  const found = await stat(join(root, path)).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
