import type { Request, Response } from 'express';
import type { Actor } from '../domain/accounts/person.ts';

/** One request, as the features see it: who asks, when, from where. */
export interface Visit {
  readonly req: Request;
  readonly res: Response;
  readonly now: Date;
  readonly ip: string;
  readonly actor: Actor | null;
}

/** The same, once the router has made sure that somebody is signed in. */
export interface SignedVisit extends Visit {
  readonly actor: Actor;
}

/** A browser's script asks for data; a person asks for a page. */
export function wantsJson(req: Request): boolean {
  return req.accepts(['html', 'json']) === 'json';
}

/** Whatever the address says, as one string: `?page=1&page=2` is no way to send an array where a word is expected. */
export function queryText(req: Request, name: string): string {
  const value = req.query[name];
  return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, 200) : '';
}
