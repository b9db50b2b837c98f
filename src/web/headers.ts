import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Nothing inline, nothing from elsewhere, never framed. */
export function securityHeaders(options: { secure: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(options.secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}

/** Pages hold personal data: neither a proxy nor the "back" button after a sign-out may show them. */
export const neverCached: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

/**
 * P2: the steps of an addition are kept nowhere else: the browser shows again, as it was left, the one that its "back"
 * button asks for. No proxy keeps it.
 */
export function keptByTheBrowser(res: Response): void {
  res.set('Cache-Control', 'private, no-cache');
}

/** At the sign-out, nothing that a browser kept is shown again. */
export function forgottenByTheBrowser(res: Response): void {
  res.set('Clear-Site-Data', '"cache"');
}
