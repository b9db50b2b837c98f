import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const missing =
  'No Chromium: browser tests are skipped. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to yours.';

const executable = findChromium();
if (executable === null && process.env.CI === 'true') throw new Error(missing);
if (executable === null) process.stderr.write(`${missing}\n`);

/** A suite that needs a browser: skipped where there is none, except in continuous integration. */
export const describeInBrowser = describe.skipIf(executable === null);

export async function openBrowser(): Promise<Browser> {
  if (executable === null) throw new Error(missing);
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function findChromium(): string | null {
  const asked = process.env.CHROMIUM_PATH;
  if (asked !== undefined && !existsSync(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, where there is no file.`);
  return asked ?? usualPlaces.find((path) => existsSync(path)) ?? null;
}
