import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** What a scanner made of a file: nothing, or the name of what it found. */
export interface Scanned {
  readonly finding: string | null;
}

export interface Scanner {
  scan(content: Readable): Promise<Scanned>;
}

/** It answered, and not by a verdict: too large for it, or broken. */
export class ScanFailed extends Error {}

const SILENCE_MS = 30_000;

/** ClamAV's own protocol: each part after its length, an empty one to end, then one line of answer. */
export function openClamd({ host, port }: { readonly host: string; readonly port: number }): Scanner {
  return {
    scan: async (content) => {
      const socket = connect({ host, port });
      socket.setTimeout(SILENCE_MS, () => socket.destroy(new ScanFailed('The scanner says nothing')));
      // Heard from the first instant: what fails is told by whoever waits
      socket.on('error', () => {});
      const answer = answerOf(socket);
      answer.catch(() => {});
      try {
        await once(socket, 'connect');
        await send(socket, 'zINSTREAM\0');
        for await (const part of content) {
          const length = Buffer.alloc(4);
          length.writeUInt32BE(part.length);
          await send(socket, Buffer.concat([length, part]));
        }
        await send(socket, Buffer.alloc(4));
        return verdictOf(await answer);
      } finally {
        content.destroy();
        socket.destroy();
      }
    },
  };
}

async function send(socket: Socket, part: string | Buffer): Promise<void> {
  // A scanner that has answered, or is gone, reads no more: its answer says why
  if (!socket.writable) throw new ScanFailed('The scanner closed before the end');
  if (!socket.write(part)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
}

async function answerOf(socket: Socket): Promise<string> {
  let said = '';
  for await (const part of socket) said += part;
  return said.replaceAll('\0', '').trim();
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`; anything else is a failure. */
function verdictOf(answer: string): Scanned {
  if (/: OK$/.test(answer)) return { finding: null };
  const found = /: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new ScanFailed(`The scanner answered: ${answer}`);
  return { finding: found };
}
