import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A real process that runs one of the scripts beside this file and says where it is, line by line. */
export interface Process {
  /** The next line that it writes; null when it has ended. */
  line(): Promise<string | null>;
  write(line: string): void;
  /** It lives but runs no more. */
  stop(): void;
  /** kill -9: nothing of it runs any more when this is over. */
  kill(): Promise<void>;
  readonly ended: Promise<void>;
}

export function startProcess(script: string, ...args: string[]): Process {
  const path = fileURLToPath(new URL(`./processes/${script}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ended = endOf(child);
  return {
    line: async () => {
      const { value, done } = await lines.next();
      return done ? null : value;
    },
    write: (line) => child.stdin.write(`${line}\n`),
    stop: () => child.kill('SIGSTOP'),
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
    ended,
  };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((ended) => child.on('exit', () => ended()));
}
