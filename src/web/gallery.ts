import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../root.ts';
import { openTemplates } from './templates.ts';

export interface ComponentExample {
  readonly name: string;
  readonly title: string;
  readonly html: string;
}

const suffix = '.examples.yaml';

/** Each component beside its examples: they are its documentation, its render tests and its accessibility tests. */
export function componentExamples(): readonly ComponentExample[] {
  const folder = join(root, 'views');
  const template = openTemplates({ folder, strict: true });
  const files = readdirSync(join(folder, 'components')).filter((file) => file.endsWith(suffix));
  return files.flatMap((file) => {
    const name = file.slice(0, -suffix.length);
    const examples: readonly { title: string; props: object }[] = parse(
      readFileSync(join(folder, 'components', file), 'utf8'),
    );
    return examples.map(({ title, props }) => ({ name, title, html: template(`components/${name}`, props) }));
  });
}
