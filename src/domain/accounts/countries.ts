export interface Country {
  readonly code: string;
  readonly name: string;
  readonly postalCode: RegExp;
  readonly example: string;
}

const digits = (count: number): RegExp => new RegExp(`^\\d{${count}}$`);

/** Where a company of the platform may be. Codes are ISO 3166; postal codes are written without superfluous spaces. */
export const countries: readonly Country[] = [
  { code: 'FR', name: 'France', postalCode: /^(0[1-9]|[1-8]\d|9[0-578])\d{3}$/, example: '75015' },
  { code: 'DE', name: 'Allemagne', postalCode: digits(5), example: '10115' },
  { code: 'AT', name: 'Autriche', postalCode: digits(4), example: '1010' },
  { code: 'BE', name: 'Belgique', postalCode: digits(4), example: '1000' },
  { code: 'BG', name: 'Bulgarie', postalCode: digits(4), example: '1000' },
  { code: 'CA', name: 'Canada', postalCode: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/, example: 'H2X 1Y4' },
  { code: 'CY', name: 'Chypre', postalCode: digits(4), example: '1010' },
  { code: 'HR', name: 'Croatie', postalCode: digits(5), example: '10000' },
  { code: 'DK', name: 'Danemark', postalCode: digits(4), example: '1050' },
  { code: 'ES', name: 'Espagne', postalCode: digits(5), example: '28001' },
  { code: 'EE', name: 'Estonie', postalCode: digits(5), example: '10111' },
  { code: 'US', name: 'États-Unis', postalCode: /^\d{5}(-\d{4})?$/, example: '10001' },
  { code: 'FI', name: 'Finlande', postalCode: digits(5), example: '00100' },
  { code: 'GR', name: 'Grèce', postalCode: /^\d{3} ?\d{2}$/, example: '104 31' },
  { code: 'HU', name: 'Hongrie', postalCode: digits(4), example: '1011' },
  { code: 'IE', name: 'Irlande', postalCode: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/, example: 'D02 AF30' },
  { code: 'IS', name: 'Islande', postalCode: digits(3), example: '101' },
  { code: 'IT', name: 'Italie', postalCode: digits(5), example: '00118' },
  { code: 'LV', name: 'Lettonie', postalCode: /^LV-\d{4}$/, example: 'LV-1010' },
  { code: 'LI', name: 'Liechtenstein', postalCode: digits(4), example: '9490' },
  { code: 'LT', name: 'Lituanie', postalCode: /^(LT-)?\d{5}$/, example: 'LT-01100' },
  { code: 'LU', name: 'Luxembourg', postalCode: /^(L-)?\d{4}$/, example: '1009' },
  { code: 'MT', name: 'Malte', postalCode: /^[A-Z]{3} ?\d{4}$/, example: 'VLT 1117' },
  { code: 'MC', name: 'Monaco', postalCode: /^980\d{2}$/, example: '98000' },
  { code: 'NO', name: 'Norvège', postalCode: digits(4), example: '0150' },
  { code: 'NL', name: 'Pays-Bas', postalCode: /^[1-9]\d{3} ?[A-Z]{2}$/, example: '1011 AB' },
  { code: 'PL', name: 'Pologne', postalCode: /^\d{2}-\d{3}$/, example: '00-001' },
  { code: 'PT', name: 'Portugal', postalCode: /^\d{4}-\d{3}$/, example: '1000-001' },
  { code: 'RO', name: 'Roumanie', postalCode: digits(6), example: '010011' },
  { code: 'GB', name: 'Royaume-Uni', postalCode: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/, example: 'SW1A 1AA' },
  { code: 'SK', name: 'Slovaquie', postalCode: /^\d{3} ?\d{2}$/, example: '811 01' },
  { code: 'SI', name: 'Slovénie', postalCode: digits(4), example: '1000' },
  { code: 'SE', name: 'Suède', postalCode: /^\d{3} ?\d{2}$/, example: '111 20' },
  { code: 'CH', name: 'Suisse', postalCode: digits(4), example: '1200' },
  { code: 'CZ', name: 'Tchéquie', postalCode: /^\d{3} ?\d{2}$/, example: '110 00' },
];

export function findCountry(code: string): Country | undefined {
  return countries.find((country) => country.code === code);
}

/** The postal code as its country writes it, or null. A French one may be typed `75 015`. */
export function readPostalCode(text: string, country: Country): string | null {
  const tidy = text.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase();
  return [tidy, tidy.replaceAll(' ', '')].find((one) => country.postalCode.test(one)) ?? null;
}
