import { createServer, type Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openApp, type TestApp } from './app.ts';
import { openBrowser } from './browser.ts';

export interface LiveApp extends TestApp {
  readonly url: string;
  /** The application stops listening, and cuts what is open: nobody answers at its address. */
  stop(): Promise<void>;
  /** It listens again, at the same address; whether it had stopped or not. */
  start(): Promise<void>;
  /** A new window of a browser that has never been here. */
  window(options?: BrowserContextOptions): Promise<Page>;
  /** The same, where this person has signed in. */
  windowOf(person: { readonly id: string }, options?: BrowserContextOptions): Promise<Page>;
}

/** The real application, listening, and a real browser; for the tests of one file. */
export function useLiveApp(): () => LiveApp {
  let live: LiveApp | undefined;
  let close = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const app = await openApp();
    const server = createServer(app.express);
    const url = await listen(server);
    const browser = await openBrowser();
    const stop = async (): Promise<void> => {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    };
    const start = async (): Promise<void> => {
      if (server.listening) return;
      await new Promise<void>((resolve) => server.listen(Number(new URL(url).port), '127.0.0.1', resolve));
    };
    live = { ...app, url, stop, start, ...windows(browser, app, url) };
    close = async () => {
      await browser.close();
      await stop();
      await app.close();
    };
  });
  afterAll(() => close());
  return () => {
    if (live === undefined) throw new Error('The application opens before the first test.');
    return live;
  };
}

function windows(browser: Browser, app: TestApp, url: string): Pick<LiveApp, 'window' | 'windowOf'> {
  const open = async (options: BrowserContextOptions = {}, cookie?: string): Promise<Page> => {
    const context = await browser.newContext({ baseURL: url, locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options });
    context.setDefaultTimeout(60_000);
    if (cookie !== undefined) await context.addCookies([{ name: 'session', value: cookie, url }]);
    return context.newPage();
  };
  return {
    window: (options) => open(options),
    windowOf: async (person, options) => open(options, await app.sessionOf(person)),
  };
}

/** On a port of its own; returns its address. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}
