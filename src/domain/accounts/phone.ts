/** Overseas numbers are dialled like the others from France, but each territory has its own country code. */
const overseas: Readonly<Record<string, string>> = {
  '0262': '262',
  '0263': '262',
  '0269': '262',
  '0639': '262',
  '0692': '262',
  '0693': '262',
  '0590': '590',
  '0690': '590',
  '0691': '590',
  '0594': '594',
  '0694': '594',
  '0596': '596',
  '0696': '596',
  '0697': '596',
};

const frenchCodes = ['33', ...new Set(Object.values(overseas))];

/** Any French or international writing, as E.164 (`+33123456789`); null when it is no number. */
export function readPhone(text: string): string | null {
  const compact = text
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[\s.\-‐‑–()/]/g, '')
    .replace(/^00/, '+');
  if (/^0[1-9]\d{8}$/.test(compact)) return `+${overseas[compact.slice(0, 4)] ?? '33'}${compact.slice(1)}`;
  if (!/^\+[1-9]\d{6,14}$/.test(compact)) return null;
  const code = frenchCodes.find((one) => compact.startsWith(`+${one}`));
  if (code === undefined) return compact;
  // +33 0123456789 is a habit: the 0 is only dialled from France
  const national = compact.slice(1 + code.length).replace(/^0/, '');
  return /^[1-9]\d{8}$/.test(national) ? `+${code}${national}` : null;
}

/** Codes of one digit, and of two, as the ITU gives them; every other has three. */
const SHORT = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/**
 * `01 23 45 67 89` for a number dialled so from France, unbroken; `+32 21 23 45 67` for every other: one with a territory's code
 * whose first digits are not hers would be another's without it.
 */
export function formatPhone(phone: string): string {
  const code = frenchCodes.find((one) => phone.startsWith(`+${one}`));
  const national = code === undefined ? '' : `0${phone.slice(1 + code.length)}`;
  return readPhone(national) === phone ? national.replace(/(\d{2})(?=\d)/g, '$1\u00a0') : international(phone.slice(1));
}

function international(digits: string): string {
  const code = SHORT.exec(digits)?.[0] ?? digits.slice(0, 3);
  const rest = digits.slice(code.length);
  const odd = rest.length % 2 === 1 ? rest.slice(0, 3) : '';
  const pairs = rest.slice(odd.length).match(/\d{2}/g) ?? [];
  return [`+${code}`, ...(odd === '' ? [] : [odd]), ...pairs].join('\u00a0');
}
