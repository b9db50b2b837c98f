import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../../src/root.ts';

export interface Server {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has said so far, on both channels. */
  readonly said: () => string;
  /** From the start of the process to its first page. */
  readonly readyAfterMs: number;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

export interface Outcome {
  readonly code: number | null;
  readonly said: string;
}

type Env = Readonly<Record<string, string>>;

/** The bundle that `npm start` runs, as a process of its own. */
export function launch(
  script: string,
  env: Env,
  args: readonly string[] = [],
): { child: ChildProcess; said: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [join(root, 'dist', script), ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, said: () => text, ended };
}

/** Runs to its end. */
export async function run(script: string, env: Env, args: readonly string[] = []): Promise<Outcome> {
  const { said, ended } = launch(script, env, args);
  return { code: await ended, said: said() };
}

export async function startServer(env: Env): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const { child, said, ended } = launch('server.js', { PORT: String(port), ...env });
  const url = `http://localhost:${port}`;
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!(await answers(`${url}/connexion`))) {
    if (over) throw new Error(`The server ended: ${said()}`);
    if (performance.now() - started > 40_000) throw new Error(`The server does not answer: ${said()}`);
  }
  return {
    url,
    process: child,
    said,
    readyAfterMs: performance.now() - started,
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    await delay(20);
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

/** A person at a distance: cookies, and what the last page's forms hold (token, revision), nothing else. */
export class Remote {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();
  #held: Readonly<Record<string, string>> = {};

  constructor(url: string) {
    this.#url = url;
  }

  async get(path: string): Promise<Response & { body: unknown }> {
    return this.#send(path, {});
  }

  async page(path: string): Promise<string> {
    return this.#keep(await this.get(path));
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const body = new URLSearchParams({ ...this.#held, ...fields });
    return this.#send(path, { method: 'POST', body });
  }

  /** The token first, then the fields, then the files, as the form has them. */
  async send(path: string, fields: Readonly<Record<string, string>>, files: Readonly<Record<string, File>>) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...this.#held, ...fields, ...files })) body.append(name, value);
    return this.#send(path, { method: 'POST', body });
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page('/connexion');
    const answer = await this.post('/connexion', { login, password });
    if (answer.status !== 303) throw new Error(`The sign-in of ${login} answered ${answer.status}`);
    await this.page('/tableau-de-bord');
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.#url + path, {
      ...init,
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
    return answer;
  }

  async #keep(answer: Response): Promise<string> {
    const text = await answer.text();
    const held = text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
    this.#held = Object.fromEntries([...held].map(([, name = '', value = '']) => [name, value]));
    return text;
  }
}
