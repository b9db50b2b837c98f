import { describe, expect, test } from 'vitest';
import { loadPages, PagesRefused, type Problem } from '../../src/pages/load.ts';
import { type Edit, seeds, withTexts } from './folder.ts';

const article = (block: string): string => `title: Mentions légales
summary: Un résumé.
version: 2026-11-20
sections:
  - id: objet
    title: Objet
    blocks:
      - ${block}
`;

function problemsOf(change: (edit: Edit) => void): readonly Problem[] {
  return withTexts(change, (folder) => {
    try {
      loadPages(folder);
    } catch (error) {
      if (error instanceof PagesRefused) return error.problems;
      throw error;
    }
    return [];
  });
}

describe('public texts', () => {
  test('every file loads', () => {
    expect(problemsOf(() => undefined)).toEqual([]);
  });

  test('A3: the version of the CGU is the one that their file states', () => {
    const changed = withTexts(
      (edit) => edit.replace('cgu.yaml', 'version: 2026-11-20', 'version: 2027-03-01'),
      (folder) => loadPages(folder).terms.version,
    );
    expect([loadPages(seeds).terms.version, changed]).toEqual(['2026-11-20', '2027-03-01']);
  });

  test('what was loaded cannot be changed', () => {
    const question = loadPages(seeds).faq.categories[0]?.questions[0];
    expect(() => Object.assign(question ?? {}, { id: 'autre' })).toThrow(TypeError);
  });

  test.each([
    ['an unknown key', 'version: 2026-11-20', 'version: 2026-11-20\ncouleur: bleu', '', 'couleur'],
    ['an impossible date', 'version: 2026-11-20', 'version: 2026-02-30', 'version', '2026-11-20'],
    ['an empty title', 'title: Objet', 'title: ""', 'sections[0].title', 'un texte'],
    ['an identifier with capitals', 'id: objet', 'id: Objet', 'sections[0].id', 'minuscules'],
    ['two sections of one name', '  - id: definitions', '  - id: objet', '', '« objet » donné deux fois'],
  ])('%s is refused, with its file and place', (_, from, to, path, reason) => {
    const problems = problemsOf((edit) => edit.replace('cgu.yaml', from, to));
    expect(problems).toEqual([{ file: 'cgu.yaml', path, reason: expect.stringContaining(reason) }]);
  });

  test.each([
    ['a script as an address', 'Lire [ceci](javascript:alert) vite.', 'sections[0].blocks[0]', 'attendu /page'],
    ['another site as a path', 'Lire [ceci](//ailleurs.fr) vite.', 'sections[0].blocks[0]', 'attendu /page'],
    ['a link without its end', 'Lire [ceci](/cgu vite.', 'sections[0].blocks[0]', '« ]( » sans sa suite'],
    ['a strong text without its end', 'Lire **ceci vite.', 'sections[0].blocks[0]', '« ** » sans sa suite'],
    ['an unknown word in braces', 'Écrire à {assistance}.', 'sections[0].blocks[0]', '« { » sans sa suite'],
    ['an unknown kind of block', '{ table: [] }', 'sections[0].blocks[0]', 'list, steps, definitions'],
    ['an empty list', '{ list: [] }', 'sections[0].blocks[0].list', 'au moins un élément'],
    ['two kinds in one block', '{ list: [Un.], steps: [Deux.] }', 'sections[0].blocks[0]', 'steps'],
    ['a mistake inside a list', '{ list: [Un., "**Deux."] }', 'sections[0].blocks[0].list[1]', '« ** » sans sa suite'],
    [
      'an unknown setting',
      '{ definitions: [{ term: Hôte, text: Ici., setting: hote }] }',
      'sections[0].blocks[0].definitions[0].setting',
      'publicationDirector',
    ],
    [
      'an address that the application does not serve',
      'Lire [ceci](/ailleurs).',
      'sections[0].blocks[0].text[1]',
      '« /ailleurs » inconnue',
    ],
    [
      'an anchor that the page lacks',
      'Lire [ceci](#ailleurs).',
      'sections[0].blocks[0].text[1]',
      '« #ailleurs » inconnue',
    ],
    [
      'an anchor that another page lacks',
      'Lire [ceci](/faq#ailleurs).',
      'sections[0].blocks[0].text[1]',
      '« /faq#ailleurs » inconnue',
    ],
  ])('%s is refused, with its file and place', (_, block, path, reason) => {
    const quoted = block.startsWith('{ ') ? block : JSON.stringify(block);
    const problems = problemsOf((edit) => edit.write('mentions-legales.yaml', article(quoted)));
    expect(problems).toEqual([{ file: 'mentions-legales.yaml', path, reason: expect.stringContaining(reason) }]);
  });

  test('all mistakes of all files are reported at once', () => {
    const problems = problemsOf((edit) => {
      edit.remove('accessibilite.yaml');
      edit.write('faq.yaml', 'title: "sans fin');
      edit.write('donnees-personnelles.yaml', '');
      edit.replace('cgu.yaml', 'id: objet', 'id: Objet');
      edit.replace('cgu.yaml', 'version: 2026-11-20', 'version: demain');
    });
    expect(problems.map(({ file, path }) => `${file} ${path}`.trim())).toEqual([
      'accessibilite.yaml',
      'faq.yaml',
      'cgu.yaml version',
      'cgu.yaml sections[0].id',
      'donnees-personnelles.yaml',
    ]);
  });

  test('the message names each file, place and reason', () => {
    const message = withTexts(
      (edit) => edit.replace('cgu.yaml', 'id: objet', 'id: Objet'),
      (folder) => {
        try {
          return String(loadPages(folder));
        } catch (error) {
          return String(error);
        }
      },
    );
    expect(message).toContain('- cgu.yaml, sections[0].id : un identifiant en minuscules');
  });
});
