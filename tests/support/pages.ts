import { once } from 'node:events';
import express from 'express';
import { assets } from './frame.ts';

export interface ServedPages {
  readonly origin: string;
  /** The bodies of what was sent. */
  readonly posts: readonly string[];
  close(): Promise<void>;
}

/** Rendered pages on a port of their own, with the built files and the strictest policy. What is sent is written down. */
export async function servePages(pages: Readonly<Record<string, string>>): Promise<ServedPages> {
  const posts: string[] = [];
  const app = express();
  app.use('/statique', assets.middleware);
  app.use((_req, res, next) => {
    res.set('Content-Security-Policy', "default-src 'self'; img-src 'self' data:; base-uri 'none'");
    next();
  });
  app.get('/{*path}', (req, res) => {
    const page = pages[req.path];
    if (page === undefined) res.status(404).end();
    else res.type('html').send(page);
  });
  // No content: the browser stays on the page.
  app.post('/{*path}', express.text({ type: '*/*' }), (req, res) => {
    posts.push(req.body);
    res.status(204).end();
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port was given.');
  return {
    origin: `http://127.0.0.1:${bound.port}`,
    posts,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
