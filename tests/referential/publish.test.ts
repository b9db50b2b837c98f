import { describe, expect, test } from 'vitest';
import { publish } from '../../src/referential/publish.ts';
import { readDemarche, readQuestionnaire, versionHistory } from '../../src/referential/versions.ts';
import { useTestDatabase } from '../support/database.ts';
import { assembleFiles, guideFiles } from './guide-files.ts';

const database = useTestDatabase();
const maturity = 'questionnaires/exemple-maturite.yaml';
const demarche = 'demarches/exemple-demarche.yaml';

function referential(file = maturity, from = '', to = '') {
  const files = new Map([...guideFiles, [file, (guideFiles.get(file) ?? '').replace(from, to)]]);
  const { referential: assembled, mistakes } = assembleFiles(files);
  expect(mistakes).toEqual([]);
  if (assembled === null) throw new Error('The files of the guide are right.');
  return assembled;
}

/** The tests of this file follow one another on the same database, as starts do. */
describe('publishing the referential', () => {
  const rows = () => database().prisma.publishedVersion.count();

  test('the first start publishes the first version of everything', async () => {
    const versions = await publish(database().prisma, referential(), new Date('2024-01-01'));
    expect([...versions.questionnaires.keys()]).toEqual([
      'exemple-conformite',
      'exemple-depot',
      'exemple-formulaire',
      'exemple-maturite',
    ]);
    expect([...versions.demarches.keys()]).toEqual(['exemple-demarche']);
    expect(versions.questionnaires.get('exemple-maturite')).toMatchObject({
      number: 1,
      publishedAt: new Date('2024-01-01'),
    });
    expect(await rows()).toBe(5);
  });

  test('an unchanged start writes nothing, even with the keys of a file in another order', async () => {
    const before = await publish(database().prisma, referential(), new Date('2024-02-01'));
    const reordered = referential(
      maturity,
      'id: exemple-maturite\nkind: maturity\n',
      'kind: maturity\nid: exemple-maturite\n',
    );
    expect(await publish(database().prisma, reordered, new Date('2024-02-02'))).toEqual(before);
    expect(await rows()).toBe(5);
  });

  test('a changed file makes a new version, with its difference to the former one; the others stay', async () => {
    const reworded = referential(
      maturity,
      "Le produit porte l'INS avec le statut",
      "Le produit porte l'INS et affiche le statut",
    );
    const versions = await publish(database().prisma, reworded, new Date('2024-03-01'));
    expect(versions.questionnaires.get('exemple-maturite')).toMatchObject({
      number: 2,
      publishedAt: new Date('2024-03-01'),
    });
    expect(versions.questionnaires.get('exemple-depot')).toMatchObject({ number: 1 });
    expect(await rows()).toBe(6);

    const history = await versionHistory(database().prisma, 'QUESTIONNAIRE', 'exemple-maturite');
    expect(history.map(({ number, difference }) => [number, difference])).toEqual([
      [2, { added: [], removed: [], reworded: ['A04.1'], relevelled: [], reconditioned: [] }],
      [1, null],
    ]);
  });

  test('a démarche that accepts other levels is a new version of the démarche alone', async () => {
    const stricter = referential(demarche, 'accepted: [na, 2, 3]', 'accepted: [na, 2]');
    const versions = await publish(database().prisma, stricter, new Date('2024-04-01'));
    expect(versions.demarches.get('exemple-demarche')?.number).toBe(2);
    const [latest] = await versionHistory(database().prisma, 'DEMARCHE', 'exemple-demarche');
    expect(latest?.difference).toMatchObject({ relevelled: ['exemple-maturite/A04.1'], reworded: [], added: [] });
  });

  test('a version is read back as it was', async () => {
    const history = await versionHistory(database().prisma, 'QUESTIONNAIRE', 'exemple-maturite');
    const first = history.find(({ number }) => number === 1);
    const [former] = await versionHistory(database().prisma, 'DEMARCHE', 'exemple-demarche');
    const original = referential();
    expect(first && (await readQuestionnaire(database().prisma, first.id))).toEqual(
      original.questionnaires.get('exemple-maturite'),
    );
    expect(former && (await readDemarche(database().prisma, former.id)).parcours).toBe('exemple-parcours');
    await expect(readDemarche(database().prisma, first?.id ?? '')).rejects.toThrow('no démarche');
  });

  test('two processes that start together publish once', async () => {
    const changed = referential(maturity, 'title: Exemple de maturité', 'title: Exemple de maturité revu');
    const before = await rows();
    const both = await Promise.all([1, 2].map(() => publish(database().prisma, changed, new Date('2024-05-01'))));
    expect(both[0]).toEqual(both[1]);
    expect(await rows()).toBe(before + 2);
  });

  test('a published version is never changed nor removed', async () => {
    await expect(database().prisma.publishedVersion.updateMany({ data: { hash: '' } })).rejects.toThrow(
      'never changed',
    );
    await expect(database().prisma.publishedVersion.deleteMany()).rejects.toThrow('never changed');
  });
});
