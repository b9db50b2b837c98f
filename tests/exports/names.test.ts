import { describe, expect, test } from 'vitest';
import { fileName, sheetNames } from '../../src/exports/names.ts';

describe('Q9: names that a spreadsheet takes', () => {
  test('a sheet’s is 31 characters long at most, without what Excel forbids', () => {
    expect(sheetNames(['Sécurité pour les échanges de données', 'A/B: [C]*?', "'Cité'"])).toEqual([
      'Sécurité pour les échanges de d',
      'A B   C',
      'Cité',
    ]);
  });

  test('two sheets never share one, whatever the case', () => {
    const names = sheetNames([
      'Synthèse',
      'synthèse',
      'Sécurité pour les échanges de données',
      'Sécurité pour les échanges de deux',
    ]);
    expect(names).toEqual([
      'Synthèse',
      'synthèse (2)',
      'Sécurité pour les échanges de d',
      'Sécurité pour les échanges (2)',
    ]);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(31);
  });

  test('a file’s leaves out what a system of files forbids, and what is empty', () => {
    expect(fileName('Convergence', '../Carnet\n"v1" <b>', '', 'Démarche')).toBe(
      'Convergence - .. Carnet v1 b - Démarche',
    );
    expect(fileName('x'.repeat(500))).toHaveLength(150);
  });
});
