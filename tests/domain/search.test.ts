import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchedWords, matches } from '../../src/domain/search.ts';

describe('search in a text', () => {
  test.each([
    ['referencement', 'Le référencement guidé'],
    ['RÉFÉRENCE', 'reference du dossier'],
    ['oeuvre', 'Mise en œuvre'],
    ['produits', 'Un produit'],
    ['l’ajout d’un produit', 'Avant l’ajout d’un produit'],
    ['A08.5.23', 'au moins jaune à A08.5.23'],
    ['?', 'une question sans mot est sans effet'],
  ])('« %s » is found in « %s »', (query, text) => {
    expect(matches(query, text)).toBe(true);
  });

  test.each([
    ['accès', 'accepter'],
    ['passe', 'impasse'],
    ['produit archivé', 'Un produit'],
  ])('« %s » is not found in « %s »', (query, text) => {
    expect(matches(query, text)).toBe(false);
  });

  test('the words sought may be spread over several texts', () => {
    expect(matches('preuve archivée', 'Déposer une preuve', 'Elle reste archivée.')).toBe(true);
  });

  test('words are counted once each, wherever they are', () => {
    expect(matchedWords('supprimer un produit', 'Peut-on supprimer un compte ?')).toBe(2);
  });

  test('a text is found by any of its own words', () => {
    const word = fc.stringMatching(/^[a-zéèêçœ0-9]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.nat(), (words, index) => {
        expect(matches(words[index % words.length] ?? '', words.join(' '))).toBe(true);
      }),
    );
  });
});
