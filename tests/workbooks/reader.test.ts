import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../src/exports/workbook.ts';
import { addressOf, columnOf } from '../../src/workbooks/import/grid.ts';
import { readApart } from '../../src/workbooks/import/reader.ts';
import { openTurns } from '../../src/workbooks/import/turns.ts';

async function aBook(name: string): Promise<Buffer> {
  const stream = new PassThrough();
  const sheet = { name, columns: [{ header: 'Code', width: 10 }], rows: [['A03.1']] };
  const [content] = await Promise.all([buffer(stream), writeWorkbook(stream, [sheet])]);
  return content;
}

describe('Q9: a workbook is read apart from everything else', () => {
  test('its sheet of answers comes back as texts; none where there is none', async () => {
    expect(await readApart(await aBook('Réponses'))).toEqual([
      { number: 1, cells: new Map([[1, 'Code']]) },
      { number: 2, cells: new Map([[1, 'A03.1']]) },
    ]);
    expect(await readApart(await aBook('Autre'))).toBeNull();
  });

  test('it is given up when it takes too long, with a sentence that helps', async () => {
    await expect(readApart(await aBook('Réponses'), 1)).rejects.toThrow('trop long à lire');
  });

  test('columns have letters, as a spreadsheet shows them', () => {
    const letters = ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD'];
    expect(letters.map(columnOf)).toEqual([1, 26, 27, 52, 53, 702, 703, 16_384]);
    expect(letters.map((one) => addressOf(columnOf(one), 7))).toEqual(letters.map((one) => `${one}7`));
  });
});

describe('Q9: so many workbooks are read at once', () => {
  test('the next ones come in their order, also after one that failed', async () => {
    const turns = openTurns({ most: 1, patienceMs: 60_000 });
    const order: string[] = [];
    const act = (name: string) => turns.take(async () => order.push(name));
    const failing = turns.take(() => Promise.reject(new Error('unreadable')));
    const all = Promise.all([act('a'), act('b'), act('c')]);
    await expect(failing).rejects.toThrow('unreadable');
    await all;
    expect(order).toEqual(['a', 'b', 'c']);
  });

  test('whoever waits too long is told so, and takes nobody’s turn', async () => {
    const turns = openTurns({ most: 1, patienceMs: 1 });
    let end = (): void => {};
    const long = turns.take(() => new Promise<string>((resolve) => (end = () => resolve('read'))));
    expect(await turns.take(async () => 'too late')).toBeNull();
    end();
    expect(await long).toBe('read');
    expect(await turns.take(async () => 'next')).toBe('next');
  });
});
