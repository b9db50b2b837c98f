import { describe, expect, test } from 'vitest';
import { checkIds, idsFile, idsOf, recordIds } from '../../src/referential/ids.ts';
import { assembleFiles, guideFiles } from './guide-files.ts';

const { referential } = assembleFiles(guideFiles);
if (referential === null) throw new Error('The files of the guide are right.');
const ids = idsOf(referential);

describe('ids', () => {
  test('are those of all that answers, proofs and links are kept under', () => {
    expect(ids).toEqual(
      expect.arrayContaining([
        'parcours exemple-parcours',
        'demarche exemple-demarche',
        'questionnaire exemple-maturite',
        'criterion exemple-maturite/A04.1',
        'proof exemple-conformite/QUA.1.1/LISTE',
        'document exemple-depot/AIPD',
        'question exemple-formulaire.classe',
        'option exemple-formulaire.classe=iia',
      ]),
    );
  });

  test('one that disappears is told, with its line in the record', () => {
    const record = ['criterion exemple-maturite/A04.1', 'criterion exemple-maturite/A04.2', ''].join('\n');
    expect(checkIds(referential, record)).toEqual([
      {
        file: idsFile,
        line: 2,
        path: '',
        reason: expect.stringContaining('« criterion exemple-maturite/A04.2 » a disparu'),
      },
    ]);
  });

  test('one that was withdrawn on purpose may stay away, and may not come back', () => {
    expect(checkIds(referential, '- criterion exemple-maturite/A04.2\n')).toEqual([]);
    expect(checkIds(referential, '- criterion exemple-maturite/A04.1\n')).toMatchObject([{ line: 1 }]);
  });

  test('recording keeps what was recorded and adds what is new, once', () => {
    const record = recordIds(referential, '- criterion exemple-maturite/A04.2\n');
    expect(record.split('\n').filter((line) => line.startsWith('- '))).toEqual(['- criterion exemple-maturite/A04.2']);
    expect(record.split('\n')).toHaveLength(ids.length + 2);
    expect(recordIds(referential, record)).toBe(record);
    expect(checkIds(referential, record)).toEqual([]);
  });
});
