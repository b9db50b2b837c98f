import { describe, expect, test } from 'vitest';
import { deviceInWords } from '../../src/account/device.ts';

const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0';

describe('A8 a session is recognised by its device', () => {
  test.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox sur Windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`, 'Chrome sur Windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/131.0.0.0`, 'Edge sur Windows'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36 OPR/116.0.0.0`, 'Opera sur Linux'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Safari/605.1.15`, 'Safari sur Mac'],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${safari} Mobile/15E148 Safari/604.1`,
      'Safari sur iPhone',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/131.0 Mobile Safari/604.1',
      'Chrome sur iPad',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; SM-S921B) SamsungBrowser/27.0 ${chrome} Mobile Safari/537.36`,
      'Samsung Internet sur Android',
    ],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome} Safari/537.36`, 'Chrome sur ChromeOS'],
    ['curl/8.5.0', 'Appareil inconnu'],
    ['SomethingNew/1.0 (Windows NT 11.0)', 'Navigateur inconnu sur Windows'],
    ['', 'Appareil inconnu'],
  ])('A8: %s', (userAgent, words) => {
    expect(deviceInWords(userAgent)).toBe(words);
  });
});
