import { doubleCsrf } from 'csrf-csrf';
import type { Request, Response } from 'express';

export interface Csrf {
  /** The token for this visitor's forms; sets its cookie when it is new. */
  token(req: Request, res: Response): string;
  holds(req: Request): boolean;
}

/** A form sent from another site, whatever it carries: browsers say where a request comes from. */
export function comesFromElsewhere(req: Request, baseUrl: string): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = req.get('origin');
  return origin !== undefined && origin !== baseUrl && origin !== `${req.protocol}://${req.get('host') ?? ''}`;
}

export function openCsrf(options: { secret: string; secure: boolean }): Csrf {
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => options.secret,
    // A token of before the sign-in, or of somebody else's session, is worth nothing.
    getSessionIdentifier: (req) => (req.session.userId === undefined ? 'visitor' : req.sessionID),
    cookieName: options.secure ? '__Host-csrf' : 'csrf',
    cookieOptions: { sameSite: 'lax', path: '/', secure: options.secure, httpOnly: true },
    getCsrfTokenFromRequest: (req) => req.get('x-csrf-token') ?? fieldToken(req),
  });
  return {
    // Where the failure came before the session, the page that says so has no form to protect.
    token: (req, res) => (req.session === undefined ? '' : generateCsrfToken(req, res)),
    holds: (req) => validateRequest(req),
  };
}

function fieldToken(req: Request): string | undefined {
  const value: unknown = req.body?._csrf;
  return typeof value === 'string' ? value : undefined;
}
