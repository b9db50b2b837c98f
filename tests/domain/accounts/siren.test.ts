import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSiren, readSiren } from '../../../src/domain/accounts/siren.ts';
import { holds } from '../properties.ts';

/** Eight digits and the ninth that makes their sum hold. */
const sirens = fc
  .stringMatching(/^[1-9]\d{7}$/)
  .map((start) => [...'0123456789'].map((last) => start + last).find((siren) => readSiren(siren) !== null) ?? '');

describe('A1 the SIREN', () => {
  test.each(['552100554', '552 100 554', ' 552\u00a0100\u00a0554 ', '552.100.554'])('A1: « %s » is read', (text) => {
    expect(readSiren(text)).toBe('552100554');
  });

  test.each(['', '55210055', '5521005540', '552100555', '55210055A', '-552100554', '000000000', '５５２１００５５４'])(
    'A1: « %s » is not one',
    (text) => {
      expect(readSiren(text)).toBeNull();
    },
  );

  test('A1: La Poste’s is one like another', () => {
    expect(readSiren('356 000 000')).toBe('356000000');
  });

  test('A1: whatever its first eight digits, one ninth digit makes it', () => {
    holds(
      fc.property(sirens, (siren) => {
        expect(siren).toHaveLength(9);
      }),
    );
  });

  test('A1: one wrong digit is always seen', () => {
    holds(
      fc.property(sirens, fc.nat(8), fc.integer({ min: 1, max: 9 }), (siren, place, shift) => {
        const wrong = (Number(siren[place]) + shift) % 10;
        expect(readSiren(siren.slice(0, place) + wrong + siren.slice(place + 1))).toBeNull();
      }),
    );
  });

  test('A1: it is shown in threes, and read back', () => {
    expect(formatSiren('552100554')).toBe('552\u00a0100\u00a0554');
    holds(
      fc.property(sirens, (siren) => {
        expect(readSiren(formatSiren(siren))).toBe(siren);
      }),
    );
  });
});
