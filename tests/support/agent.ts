import type { Express } from 'express';
import request, { type Response, type Test } from 'supertest';

export interface Sent {
  readonly [name: string]: string | readonly string[];
}

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly content: Buffer;
}

/** A person's browser without JavaScript: keeps cookies, and sends the form's token that the last page held. */
export class Agent {
  readonly #agent: ReturnType<typeof request.agent>;
  readonly #address: string;
  #token = '';

  constructor(express: Express, address: string, cookie?: string) {
    this.#agent = request.agent(express);
    this.#address = address;
    if (cookie !== undefined) this.#agent.jar.setCookie(cookie, '127.0.0.1', '/');
  }

  async get(path: string): Promise<Response> {
    return this.#keep(await this.#from(this.#agent.get(path)));
  }

  async json(path: string): Promise<Response> {
    return this.#from(this.#agent.get(path)).accept('application/json');
  }

  /** Opens any page for its token when none was opened yet, as one opens a form before sending it. */
  async post(path: string, fields: Sent = {}, files: readonly SentFile[] = []): Promise<Response> {
    const values = { _csrf: await this.#tokenFor(), ...fields };
    const post = this.#from(this.#agent.post(path));
    if (files.length === 0) return this.#keep(await post.type('form').send(values));
    for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) post.field(name, one);
    for (const file of files) post.attach(file.field, file.content, file.name);
    return this.#keep(await post);
  }

  /** As an attacker or a broken tool would: exactly these bytes. */
  raw(method: 'get' | 'post' | 'put' | 'delete', path: string): Test {
    return this.#from(this.#agent[method](path));
  }

  async #tokenFor(): Promise<string> {
    // Signed in, every page holds the form to leave; else the sign-in page has one.
    for (const path of ['/plan-du-site', '/connexion']) if (this.#token === '') await this.get(path);
    return this.#token;
  }

  #from(test: Test): Test {
    return test.redirects(0).set('X-Forwarded-For', this.#address);
  }

  #keep(response: Response): Response {
    const token = /name="_csrf" value="([^"]+)"/.exec(response.text ?? '')?.[1];
    if (token !== undefined) this.#token = token;
    return response;
  }
}
