/** A1: nine digits whose Luhn sum holds (La Poste's exception is for establishments, not for companies). Spaces are welcome. */
export function readSiren(text: string): string | null {
  const digits = text.replace(/[\s.]/g, '');
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return null;
  return luhnSum(digits) % 10 === 0 ? digits : null;
}

/** `123 456 782`, unbroken. */
export function formatSiren(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
