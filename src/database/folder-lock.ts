import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { dirname, join, relative, resolve } from 'node:path';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * At most one process holds a folder; null when another one does. A killed process leaves a socket that refuses
 * connections, so nothing is left to clean and no pid is compared (in a container they are all alike).
 *
 * Each process shows a listening socket, then looks at those of the others: the second to show sees the first. When
 * both are still looking, the smaller name wins: the larger leaves at once, the smaller waits for the larger to decide.
 */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  const sockets = `${resolve(folder)}.lock`;
  await mkdir(sockets, { recursive: true });
  const name = randomBytes(6).toString('hex');
  const claim = await showClaim(sockets, name);
  try {
    for (const other of (await readdir(sockets)).filter((entry) => /^[0-9a-f]{12}$/.test(entry) && entry !== name)) {
      const socket = await connect(join(sockets, other));
      if (socket === null) {
        await rm(join(sockets, other), { force: true });
      } else if (other < name || (await isHeldBy(socket))) {
        socket.destroy();
        await claim.withdraw();
        return null;
      }
    }
  } catch (error) {
    await claim.withdraw();
    throw error;
  }
  claim.hold();
  return { release: claim.withdraw };
}

interface Claim {
  hold(): void;
  withdraw(): Promise<void>;
}

/** Whoever connects reads `held`, or nothing until this process has decided. */
async function showClaim(sockets: string, name: string): Promise<Claim> {
  let held = false;
  const asking = new Set<Socket>();
  const server = createServer((socket) => {
    asking.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => asking.delete(socket));
    if (held) socket.end('held');
  });
  const shown = join(sockets, name);
  // Renamed once it listens: a socket that is bound but does not listen yet looks dead.
  const hidden = join(sockets, `new-${name}`);
  await listen(server, hidden);
  server.unref();
  await rename(hidden, shown);
  return {
    hold() {
      held = true;
      for (const socket of asking) socket.end('held');
    },
    async withdraw() {
      await rm(shown, { force: true });
      for (const socket of asking) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function listen(server: Server, path: string): Promise<void> {
  const short = shortest(path);
  return new Promise((listening, failed) => {
    server.once('error', (cause) => {
      // Network shares and some folders of virtual machines hold no sockets.
      failed(new Error(`Aucun verrou ne peut être posé dans ${dirname(path)} : ${cause.message}`, { cause }));
    });
    server.listen(short, () => listening());
  });
}

/** Null when nobody listens any more. */
function connect(path: string): Promise<Socket | null> {
  return new Promise((answered, failed) => {
    const socket = createConnection(shortest(path), () => answered(socket));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') answered(null);
      else failed(error);
    });
  });
}

/** A process that says nothing for this long is stopped or busy, not dead. */
const SILENCE = 5_000;

function isHeldBy(socket: Socket): Promise<boolean> {
  return new Promise((decided) => {
    socket.setTimeout(SILENCE, () => decided(true));
    socket.on('data', () => decided(true));
    socket.on('close', () => decided(false));
  });
}

/** The system limits the path of a socket to about a hundred bytes. */
function shortest(path: string): string {
  const fromHere = relative(process.cwd(), path);
  const short = fromHere.length < path.length ? fromHere : path;
  if (Buffer.byteLength(short) > 103) throw new Error(`Le chemin ${path} est trop long pour y poser un verrou.`);
  return short;
}
