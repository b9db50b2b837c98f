import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { type Logger, pino, stdSerializers } from 'pino';

export type { Logger };

export function openLog(level: string): Logger {
  return pino({ level, base: null, serializers: { err: stdSerializers.err } });
}

declare module 'express-serve-static-core' {
  interface Request {
    id: string;
  }
}

/** One line a request: no query string, no body, no cookie, and private links are cut short. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    req.id = randomUUID();
    res.set('X-Request-Id', req.id);
    const started = performance.now();
    res.on('close', () => {
      log.info({
        request: req.id,
        method: req.method,
        path: withoutTokens(req.originalUrl),
        status: res.statusCode,
        complete: res.writableFinished,
        ms: Math.round(performance.now() - started),
        user: req.session?.userId,
      });
    });
    next();
  };
}

/** A private link is a secret: 43 characters of base64url in a path are replaced. */
export function withoutTokens(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.replace(/[\w-]{43}/g, ':jeton');
}
