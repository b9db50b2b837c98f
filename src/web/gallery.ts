import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../root.ts';

export interface ComponentExample {
  readonly name: string;
  readonly title: string;
  readonly props: object;
}

const folder = join(root, 'views/components');
const suffix = '.examples.yaml';

/** Each component beside its examples: they are its documentation, its render tests and its accessibility tests. */
export function componentExamples(): readonly ComponentExample[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(suffix));
  return files.flatMap((file) => {
    const examples: readonly Omit<ComponentExample, 'name'>[] = parse(readFileSync(join(folder, file), 'utf8'));
    return examples.map((example) => ({ name: file.slice(0, -suffix.length), ...example }));
  });
}
