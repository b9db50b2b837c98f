import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import { defaults } from '../../src/web/components.ts';
import { componentExamples } from '../../src/web/gallery.ts';
import { openTemplates } from '../../src/web/templates.ts';
import { htmlProblems, typographyProblems } from '../support/html.ts';

const template = openTemplates({ folder: join(root, 'views'), strict: true });
const files = readdirSync(join(root, 'views/components'));
const components = files.filter((file) => file.endsWith('.ejs')).map((file) => file.replace('.ejs', ''));

describe('Components', () => {
  test('each says what may be left out, and has examples', () => {
    expect(Object.keys(defaults).sort()).toEqual(components.map((name) => `components/${name}`).sort());
    expect(files.filter((file) => file.endsWith('.yaml'))).toEqual(components.map((name) => `${name}.examples.yaml`));
  });

  test.each(componentExamples())('$name, $title: valid HTML, set as French', async ({ name, props }) => {
    const html = template(`components/${name}`, props);
    expect(await htmlProblems(html)).toEqual([]);
    expect(typographyProblems(html)).toEqual([]);
  });
});
