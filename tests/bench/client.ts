import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Load, Measured } from './load.ts';

/** A process of its own, so that asking takes nothing from whoever answers: does what it is told, says how long each took. */
process.once('message', async (load: Load) => {
  const measured = await perform(load);
  process.send?.(measured, () => process.exit(0));
});

async function perform({ url, cookie, bodies, from, together, each, everyMs, compressed }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: together });
  const headers = compressed ? { cookie, 'accept-encoding': 'gzip' } : { cookie };
  const times: number[] = [];
  let bytes = 0;
  const started = performance.now();
  const work = async (index: number): Promise<void> => {
    const mine = bodies?.[index] ?? null;
    for (let n = 0; n < each; n += 1) {
      // Paced: each on its own beat, spread over it, whatever the answer before took.
      const due = everyMs === null ? 0 : started + (n + index / together) * everyMs;
      const early = due - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const body = mine === null ? null : `${mine}&revision=${from + n}&niveau=${n % 4}`;
      // Paced, from the beat that it was due at: waiting because the answer before was late counts too.
      const asked = everyMs === null ? performance.now() : due;
      bytes = await send(agent, url, headers, body);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: together }, (_, index) => work(index)));
  return { times: times.sort((a, b) => a - b), seconds: (performance.now() - started) / 1000, bytes };
}

/** As a browser does; anything but what was asked for stops the bench. Returns the size of the answer. */
function send(agent: Agent, url: string, sent: OutgoingHttpHeaders, body: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const accept = body === null ? 'text/html' : 'application/json';
    const typed = body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const method = body === null ? 'GET' : 'POST';
    const asked = request(url, { agent, method, headers: { ...sent, accept, ...typed } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body ?? undefined);
  });
}
