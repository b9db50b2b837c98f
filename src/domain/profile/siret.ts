import { readSiren } from '../accounts/siren.ts';

/** La Poste has more establishments than Luhn's key allows: theirs add up to a multiple of five. */
const laPoste = '356000000';

/** Fourteen digits: the SIREN of the company, and an establishment's number. Spaces are welcome. */
export function readSiret(text: string): string | null {
  const digits = text.replace(/[\s.]/g, '');
  if (!/^\d{14}$/.test(digits) || readSiren(digits.slice(0, 9)) === null) return null;
  const values = [...digits].map(Number);
  if (digits.startsWith(laPoste) && values.reduce((sum, value) => sum + value, 0) % 5 === 0) return digits;
  const luhn = values.reduce((sum, value, index) => {
    const doubled = index % 2 === 0 ? value * 2 : value;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return luhn % 10 === 0 ? digits : null;
}
