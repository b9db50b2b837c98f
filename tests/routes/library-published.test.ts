import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadReferential } from '../../src/referential/load.ts';
import { referentialFolder } from '../../src/referential/read.ts';
import { guideFiles } from '../referential/guide-files.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

/** What is published, and a questionnaire of each kind with a démarche that nobody had in mind: files alone. */
const folder = await mkdtemp(join(tmpdir(), 'referential-'));
await cp(referentialFolder, folder, { recursive: true });
for (const [file, text] of guideFiles) {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}
const referential = await loadReferential(folder);
afterAll(() => rm(folder, { recursive: true }));

const app = useApp({ referential });

const questionnaires = [...referential.questionnaires.keys()].map((slug) => `/questionnaires/${slug}`);
const presentations = [
  ...referential.parcours.map(({ id }) => `/parcours/${id}`),
  ...referential.demarches.map(({ id, parcours }) => `/parcours/${parcours}/${id}`),
];
const narrowed = referential.demarches.flatMap(({ id, entries }) =>
  entries.slice(0, 1).map(({ questionnaire }) => `/questionnaires/${questionnaire}?demarche=${id}`),
);
const pages = ['/questionnaires', '/questionnaires?q=usager', ...questionnaires, ...presentations, ...narrowed];

describe('every page of the library, with all that is published', () => {
  test('a questionnaire and a démarche added as files alone are there', async () => {
    const list = await app().visitor().get('/questionnaires');
    for (const title of ['Exemple de maturité', 'Exemple de conformité', 'Exemple de dépôt', 'Démarche d’exemple']) {
      expect(textOf(list.text)).toContain(title);
    }
    const demarche = await app().visitor().get('/parcours/exemple-parcours/exemple-demarche');
    expect(demarche.text).toContain('/questionnaires/exemple-maturite?demarche=exemple-demarche');
  });

  test.each(pages)('%s is valid HTML, set in French', async (path) => {
    const page = await app().visitor().get(path);
    expect(page.status).toBe(200);
    expect(await htmlProblems(page.text)).toEqual([]);
    // ZED! is the name of a product.
    expect(typographyProblems(page.text.replaceAll('ZED!', 'ZED'))).toEqual([]);
  });

  test('each link within the application leads to a page, and each anchor to a place in it', async () => {
    const texts = new Map<string, string>();
    const open = async (path: string): Promise<string> => {
      const text = texts.get(path) ?? (await app().visitor().get(path)).text;
      texts.set(path, text);
      return text;
    };
    const dead = new Set<string>();
    for (const path of pages) {
      const text = await open(path);
      const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
      for (const href of new Set([...main.matchAll(/<a[^>]* href="([/#][^"]*)"/g)].map(([, one = '']) => one))) {
        const [address = '', anchor = ''] = href.replaceAll('&amp;', '&').split('#');
        if (address.endsWith('/excel')) continue;
        if (address.startsWith('/statique/')) {
          if ((await app().visitor().get(address)).status !== 200) dead.add(`${path} → ${href}`);
          continue;
        }
        const target = address === '' ? text : await open(address);
        if (!target.includes('<main id="contenu"')) dead.add(`${path} → ${href}`);
        if (anchor !== '' && !target.includes(` id="${anchor}"`)) dead.add(`${path} → ${href}`);
      }
    }
    expect([...dead]).toEqual([]);
  });
});
