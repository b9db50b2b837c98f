import { describe, expect, test } from 'vitest';
import { countries, findCountry, readPostalCode } from '../../../src/domain/accounts/countries.ts';

function read(code: string, text: string): string | null {
  const country = findCountry(code);
  if (country === undefined) throw new Error(`No country ${code}`);
  return readPostalCode(text, country);
}

describe('A1 countries and their postal codes', () => {
  test.each(countries)('A1: the example given for $name reads as it is written', (country) => {
    expect(readPostalCode(country.example, country)).toBe(country.example);
    expect(readPostalCode('', country)).toBeNull();
    expect(readPostalCode(`${country.example}-99999`, country)).toBeNull();
  });

  test('A1: France comes first, the others in alphabetical order, each once', () => {
    const [first, ...others] = countries.map((country) => country.name);
    expect(first).toBe('France');
    expect(others).toEqual([...others].sort((a, b) => a.localeCompare(b, 'fr')));
    expect(new Set(countries.map((country) => country.code)).size).toBe(countries.length);
  });

  test('A1: names are those of the French standard', () => {
    const names = new Intl.DisplayNames('fr', { type: 'region' });
    for (const { code, name } of countries) expect(name).toBe(names.of(code));
  });

  test.each([
    ['FR', ' 75015 ', '75015'],
    ['FR', '75 015', '75015'],
    ['FR', '20000', '20000'],
    ['FR', '97400', '97400'],
    ['MC', '98000', '98000'],
    ['NL', '1011ab', '1011AB'],
    ['GB', 'sw1a  1aa', 'SW1A 1AA'],
  ])('A1: in %s « %s » is %s', (country, text, code) => {
    expect(read(country, text)).toBe(code);
  });

  test.each([
    ['FR', '00100'],
    ['FR', '99999'],
    ['FR', '7501'],
    ['FR', '750155'],
    ['FR', '2A000'],
    ['MC', '75015'],
    ['BE', '10000'],
    ['GB', '12345'],
  ])('A1: in %s « %s » is not one', (country, text) => {
    expect(read(country, text)).toBeNull();
  });

  test('A1: an unknown country is not found', () => {
    expect(findCountry('ZZ')).toBeUndefined();
    expect(findCountry('fr')).toBeUndefined();
  });
});
