import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typeset } from '../../src/referential/typeset.ts';
import { always } from '../domain/arbitraries.ts';

describe('French typography, set when the referential is read', () => {
  test.each([
    ["l'usager", 'l’usager'],
    ['Oui : non ; vrai ! faux ?', 'Oui\u00a0: non\u00a0; vrai\u00a0! faux\u00a0?'],
    ['« Oui »', '«\u00a0Oui\u00a0»'],
    ['«Oui»', '«\u00a0Oui\u00a0»'],
    ['66 % de 1 000 usagers', '66\u00a0% de 1\u00a0000 usagers'],
    ['https://esante.gouv.fr/a?b=c', 'https://esante.gouv.fr/a?b=c'],
    ['  un texte\n', 'un texte'],
  ])('%s', (written, shown) => {
    expect(typeset(written)).toBe(shown);
  });

  test('set twice, it is the same', () => {
    const piece = fc.constantFrom('mot', ' ', '\u00a0', "'", '«', '»', ':', '?', '%', '1', '000', '\n');
    always(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = typeset(pieces.join(''));
        expect(typeset(once)).toBe(once);
      }),
    );
  });
});
