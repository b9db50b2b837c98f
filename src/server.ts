import { createServer } from 'node:http';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { migrate } from './database/migrate.ts';
import { createDeps } from './deps.ts';
import { greet } from './development/demonstration/greeting.ts';
import { seedDemonstration } from './development/demonstration/seed.ts';
import { startCleanUp } from './jobs/clean-up.ts';
import { startCounting } from './jobs/counting.ts';
import { startProgress } from './jobs/progress.ts';
import { releaseWaiting } from './jobs/waiting-files.ts';
import { publish } from './referential/publish.ts';

/** Longer than any answer should take; a stop never waits beyond. */
const STOP_MS = 10_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const deps = await createDeps(config);
  await migrate(deps.database);
  const demonstration = config.environment === 'production' ? null : await seedDemonstration(deps);
  await publish(deps.prisma, deps.referential, deps.clock());
  await releaseWaiting(deps);
  const jobs = [startCleanUp(deps), startProgress(deps), startCounting(deps)];
  const server = createServer(createApp(deps).express);
  server.requestTimeout = 120_000;

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    server.close(() => {
      Promise.all(jobs.map((job) => job.stop()))
        .then(() => deps.close())
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
    server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  server.on('error', (failure: NodeJS.ErrnoException) => {
    tell(
      failure.code === 'EADDRINUSE'
        ? `Le port ${config.port} est déjà pris : arrêtez l’autre service ou choisissez PORT.`
        : failure.message,
    );
    deps.close().finally(() => process.exit(1));
  });
  server.listen(config.port, () => {
    process.stdout.write(greet(config.baseUrl, demonstration));
    deps.mail.wake();
    deps.scanning?.wake();
    for (const job of jobs) job.wake();
  });
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

start().catch((failure: unknown) => {
  tell(failure instanceof Error ? failure.message : String(failure));
  process.exit(1);
});
