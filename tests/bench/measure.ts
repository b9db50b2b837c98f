import { performance } from 'node:perf_hooks';

/** Elapsed time beside its goal; then processor time, all threads together, since the machine may be busy with something else. */
export async function measure<T>(name: string, goal: number, act: () => T | Promise<T>): Promise<T> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const result = await act();
  const elapsed = Math.round(performance.now() - started);
  const { user, system } = process.cpuUsage(before);
  const processor = Math.round((user + system) / 1000);
  const figures = `${String(elapsed).padStart(6)} ms  (goal: ${goal} ms; processor: ${processor} ms)`;
  process.stdout.write(`${name.padEnd(56)} ${figures}\n`);
  return result;
}
