import { connect, createServer, type Server, type Socket } from 'node:net';

/** A network that can be cut, or fall silent, between the application and its PostgreSQL server. */
export interface Relay {
  readonly url: string;
  /** Every connection breaks. New ones are accepted. */
  cut(): void;
  /** Nothing is lost, nothing passes: neither on open connections nor on new ones. */
  silence(): void;
  resume(): void;
  close(): Promise<void>;
}

export async function startRelay(url: string): Promise<Relay> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let silent = false;
  const join = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on('data', (data) => to.write(data));
    from.on('error', () => from.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
    if (silent) from.pause();
  };
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    join(near, far);
    join(far, near);
  });
  const port = await listen(server);
  const relayed = new URL(url);
  relayed.host = `127.0.0.1:${port}`;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: relayed.href,
    cut,
    silence() {
      silent = true;
      for (const socket of sockets) socket.pause();
    },
    resume() {
      silent = false;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      cut();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((listening, failed) => {
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') failed(new Error('A port was expected.'));
      else listening(address.port);
    });
  });
}
