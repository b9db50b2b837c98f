import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadReferential, ReferentialRefused } from '../../src/referential/load.ts';
import { keepParsed, parsedFile, readParsed } from '../../src/referential/parsed.ts';
import { readSources, referentialFolder } from '../../src/referential/read.ts';
import { Source } from '../../src/referential/source.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parsed-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('what the build has parsed', () => {
  test('is every file of the referential, as it would be read today', async () => {
    const parsed = await readParsed(parsedFile);
    const sources = await readSources(referentialFolder);
    expect(sources.length).toBeGreaterThan(50);
    for (const { file, text, content } of sources) expect([file, parsed(text)]).toEqual([file, content]);
  });

  test('serves a text that has not changed, and no other', async () => {
    const kept = join(folder, 'kept.json');
    await keepParsed(kept, [new Source('essai.yaml', 'code: 01.10\n')]);
    const parsed = await readParsed(kept);
    expect(parsed('code: 01.10\n')).toEqual({ code: '01.10' });
    expect(parsed('code: 01.11\n')).toBeUndefined();
  });

  test('holds no file that can’t be read: its mistake is told each time', async () => {
    const kept = join(folder, 'kept.json');
    const text = 'codes: [01.10\n';
    await keepParsed(kept, [new Source('essai.yaml', text)]);
    expect((await readParsed(kept))(text)).toBeUndefined();
  });

  test('is not needed: without it every file is parsed', async () => {
    expect((await readParsed(join(folder, 'missing.json')))('id: rien')).toBeUndefined();
  });

  test('still tells a mistake at its line', () => {
    const text = 'id: essai\nkind: form\n';
    expect(new Source('essai.yaml', text, { id: 'essai', kind: 'form' }).mistake(['kind'], 'faux')).toMatchObject({
      line: 2,
      path: 'kind',
    });
  });
});

describe('a referential edited after the build', () => {
  const file = 'questionnaires/urbanisation.yaml';

  async function edited(from: string, to: string): Promise<void> {
    await cp(referentialFolder, folder, { recursive: true });
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
  }

  test('is what runs', async () => {
    await edited('\ntitle: Urbanisation', '\ntitle: Urbanisation revue');
    expect((await loadReferential(folder)).questionnaires.get('urbanisation')?.title).toBe('Urbanisation revue');
  });

  test('is refused when it is wrong, at the line', async () => {
    await edited('\nkind: maturity', '\nkind: maturite');
    const refused = await loadReferential(folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReferentialRefused);
    expect(String(refused)).toMatch(/questionnaires\/urbanisation\.yaml:\d+ {2}kind {2}le genre \(kind\)/);
  });
});
