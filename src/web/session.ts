import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Notice } from './flash.ts';
import { type Beginning, DatabaseStore, type Known, PasswordChanged, type StoreOptions } from './session-store.ts';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    notices: readonly Notice[];
    /** Until it is written. */
    beginning: Beginning;
    /** Read with the session in one query, never written back. */
    known: Known;
  }
}

export interface SessionOptions extends StoreOptions {
  readonly secret: string;
  readonly secure: boolean;
}

export function sessions(options: SessionOptions): RequestHandler[] {
  const kept = session({
    name: options.secure ? '__Host-session' : 'session',
    secret: options.secret,
    store: new DatabaseStore(options),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: options.secure, path: '/' },
  });
  return [kept, noticesFirst];
}

/**
 * What is said on the next page is written before the browser is sent there: express-session sends most of the answer, then
 * writes, and a browser does not wait for the rest of a redirection.
 */
const noticesFirst: RequestHandler = (req, res, next) => {
  const end = res.end;
  const before = req.session?.notices;
  const endNow = (given: readonly unknown[]): typeof res => Reflect.apply(end, res, given);
  res.end = (...given: readonly unknown[]) => {
    // Nothing new to say: another answer may be writing what it says
    const { notices } = req.session ?? {};
    if (res.statusCode !== 303 || notices === undefined || notices === before) return endNow(given);
    // Not written, it is tried again as the answer ends, and said to fail there
    req.session.save(() => endNow(given));
    return res;
  };
  next();
};

/**
 * Called at sign-in: a new identifier, so that one planted beforehand is worth nothing. False when the password that was
 * checked is no longer theirs: A8, no session begins with a password after it was changed.
 */
export async function startSession(
  req: Request,
  { id, passwordHash }: { readonly id: string; readonly passwordHash: string | null },
): Promise<boolean> {
  await regenerate(req);
  req.session.userId = id;
  req.session.beginning = {
    userAgent: (req.get('user-agent') ?? '').slice(0, 300),
    ip: req.ip ?? '',
    passwordHash,
  };
  try {
    await new Promise<void>((resolve, reject) => {
      req.session.save((failure: unknown) => (failure ? reject(failure) : resolve()));
    });
  } catch (failure) {
    if (!(failure instanceof PasswordChanged)) throw failure;
    await regenerate(req);
    return false;
  }
  delete req.session.beginning;
  return true;
}

function regenerate(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((failure: unknown) => (failure ? reject(failure) : resolve()));
  });
}

export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((failure: unknown) => (failure ? reject(failure) : resolve()));
  });
}
