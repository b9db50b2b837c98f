import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches, searchIn, speaksOf, spokenWords } from '../../src/domain/search.ts';
import { holds } from './properties.ts';

const word = fc.stringMatching(/^[a-zéèêçœ0-9]{1,12}$/);
const text = fc.tuple(fc.array(word, { minLength: 1, maxLength: 20 }), fc.nat());

describe.each([
  ['in a list of names', matches],
  ['in a text', speaksOf],
])('search %s', (_, found) => {
  test.each([
    ['referencement', 'Le référencement guidé'],
    ['référence', 'reference du dossier'],
    ['oeuvre', 'Mise en œuvre'],
    ['produits', 'Un produit'],
    ['produit', 'Des produits'],
    ['l’ajout d’un produit', 'Avant l’ajout d’un produit'],
    ['A08.5.23', 'au moins jaune à A08.5.23'],
    ['?', 'une question sans mot est sans effet'],
  ])('« %s » is found in « %s »', (query, sentence) => {
    expect(found(query, sentence)).toBe(true);
  });

  test.each([
    ['accès', 'accepter'],
    ['passe', 'impasse'],
    ['produit archivé', 'Un produit'],
  ])('« %s » is not found in « %s »', (query, sentence) => {
    expect(found(query, sentence)).toBe(false);
  });

  test('the words sought may be spread over several texts', () => {
    expect(found('preuve archivée', 'Déposer une preuve', 'Elle reste archivée.')).toBe(true);
  });

  test('a text is found by any of its own words, in small letters or in capitals', () => {
    holds(
      fc.property(text, ([words, index]) => {
        const sought = words[index % words.length] ?? '';
        expect(found(sought, words.join(' '))).toBe(true);
        expect(found(sought.toUpperCase(), words.join(' '))).toBe(true);
      }),
    );
  });
});

describe('Q10: search in a text, for a word in capitals or of three letters at most', () => {
  test.each([
    ['INS', 'Le produit porte l’INS qualifiée.'],
    ['ins', 'Un téléservice INSi, et l’INS-C'],
    ['INS', 'ins'],
    ['RÉFÉRENCES', 'la référence du dossier'],
    ['l’hébergement', 'Un hébergement certifié'],
    ['d’un DMP', 'un DMP'],
    ['insta', 'Le correctif s’installe seul.'],
  ])('« %s » is found in « %s »', (query, sentence) => {
    expect(speaksOf(query, sentence)).toBe(true);
  });

  test.each([
    ['INS', 'Le correctif s’installe seul.'],
    ['ins', 'Le correctif s’installe seul.'],
    ['MES', 'Des messages et des mesures'],
    ['SECUR', 'la sécurité'],
    ['RGPD INS', 'Le RGPD s’installe.'],
  ])('« %s » is not found in « %s »', (query, sentence) => {
    expect(speaksOf(query, sentence)).toBe(false);
  });

  test('a name is found by its first letters, in capitals or not', () => {
    expect(matches('DUF', 'Marie Dufour')).toBe(true);
  });

  test('words are counted once each, wherever they are', () => {
    expect(spokenWords('supprimer un produit', 'Peut-on supprimer un compte ?')).toBe(2);
  });
});

test('Q10: a search in texts made ready finds those that speak of each word, and no other', () => {
  const texts = fc.array(
    fc.array(fc.constantFrom('INS', 'installe', 'identités', 'accès', 'produits', 'DMP'), { maxLength: 4 }),
  );
  const query = fc.array(fc.constantFrom('ins', 'install', 'identité', 'acces', 'produit', 'DMP', '?'), {
    maxLength: 3,
  });
  holds(
    fc.property(texts, query, (all, sought) => {
      const search = searchIn(all.map((words, index) => [index, words.join(' ')] as const));
      const speaking = all.flatMap((words, index) => (speaksOf(sought.join(' '), words.join(' ')) ? [index] : []));
      expect([...search(sought.join(' '))]).toEqual(speaking);
    }),
  );
});
