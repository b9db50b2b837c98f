import { readdir } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Response } from 'supertest';
import { issueToken } from '../../../src/accounts/tokens.ts';
import { openMailFolder } from '../../../src/mail/transport.ts';
import { paths } from '../../../src/web/paths.ts';
import { aRequest, aSubmittedRequest } from '../../builders/requests.ts';
import { type Cast, cast } from '../../routes/cast.ts';
import { type Kind, kinds, matrix } from '../../routes/matrix.ts';
import type { TestApp } from '../../support/app.ts';
import type { LiveApp } from '../../support/live.ts';
import { theSecurity } from './questionnaires.ts';

/** Who walks, and what a browser may open as them. */
export interface Places {
  readonly cast: Cast;
  windowOf(app: LiveApp, kind: Kind, options: BrowserContextOptions): Promise<Page>;
  /** In the order of the router. */
  readonly pages: ReadonlyMap<Kind, readonly string[]>;
  /** The GET routes that no known address opens: nobody looks at them. */
  readonly unknown: readonly string[];
}

/** Each page is walked by one kind of person who may come: the first of these. */
const order = [...new Set<Kind>(['visitor', 'before the CGU', 'responsible', ...kinds])];

function walkerOf(pattern: string): Kind | undefined {
  const line = matrix[`GET ${pattern}`];
  return order.find((one) => line?.[one] === 'open') ?? order.find((one) => line?.[one] === 'not found');
}

const walking = new Set(Object.keys(matrix).map((route) => walkerOf(route.replace('GET ', ''))));

/** Whoever has at least one page to walk. */
export const walkers = order.filter((kind) => walking.has(kind));

/** Each GET route that answers a page, at an address where there is something to see. */
export async function placesOf(app: TestApp): Promise<Places> {
  const known = await cast(app);
  const real = await realAddresses(app, known);
  const pages = new Map<Kind, string[]>();
  const unknown: string[] = [];
  for (const { method, pattern } of app.routes) {
    if (method !== 'GET') continue;
    const kind = walkerOf(pattern);
    const address = real.get(pattern) ?? known.address(pattern);
    const answer = await known.agents.get(kind ?? 'visitor')?.get(address);
    if (kind === undefined || answer === undefined || !leadsSomewhere(answer)) {
      unknown.push(`GET ${pattern}: ${answer?.status} at ${address}`);
    } else if (isPage(answer)) pages.set(kind, [...(pages.get(kind) ?? []), address]);
  }
  return {
    cast: known,
    pages,
    unknown,
    windowOf: (live, kind, options) =>
      kind === 'visitor' ? live.window(options) : live.windowOf(known.people[kind], options),
  };
}

/** Sent to sign in or to accept the CGU, this was not who may come. 422: what it is too early for is said in a page. */
function leadsSomewhere({ status, headers }: Response): boolean {
  const gates = [paths.signIn(), paths.acceptTerms()];
  return (status < 400 || status === 422) && !gates.some((gate) => String(headers.location ?? '').startsWith(gate));
}

/** A file, data or the way to another page: there is nothing to look at. */
function isPage({ redirect, type }: Response): boolean {
  return !redirect && type === 'text/html';
}

/** Where the cast's own address is of something that does not exist. */
async function realAddresses(app: TestApp, known: Cast): Promise<ReadonlyMap<string, string>> {
  const { target } = known;
  const { prisma, mailFolder, config } = app.deps;
  const now = app.now();
  const choosing = await issueToken(prisma, target.id, 'SET_PASSWORD', now);
  const confirming = await issueToken(prisma, target.id, 'CHANGE_EMAIL', now, 'nouvelle@exemple.fr');
  const waiting = await aRequest(app);
  const { number } = await aSubmittedRequest(app);
  const letter = {
    id: 'essai',
    to: 'claire@exemple.fr',
    subject: 'Un essai',
    text: 'Bonjour.',
    html: '<p>Bonjour.</p>',
  };
  await openMailFolder(mailFolder, config.mailFrom).send({ ...letter, at: now });
  const [mail = ''] = await readdir(mailFolder);
  const { place } = await theSecurity(app, known);
  return new Map<string, string>([
    [paths.choosePassword.pattern, paths.choosePassword({ token: choosing })],
    [paths.confirmEmail.pattern, paths.confirmEmail({ token: confirming })],
    [paths.requestPapers.pattern, waiting.link],
    [paths.request.pattern, paths.request({ number })],
    [paths.requestPaper.pattern, paths.requestPaper({ number, kind: 'kbis' })],
    [paths.pastResponse.pattern, paths.pastResponse({ ...place, number: 1 })],
    [paths.downloadPastResponse.pattern, paths.downloadPastResponse({ ...place, number: 1 })],
    [paths.developmentMail.pattern, paths.developmentMail({ mail })],
  ]);
}
