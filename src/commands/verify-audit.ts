import { sha256 } from '../audit/record.ts';
import { everyEvent } from '../audit/store.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open.ts';
import { genesis, type Json, type Link, verifyChain } from '../domain/accounts/audit.ts';

/** Follows the whole chain; the exit code says whether it holds. */
async function verify(): Promise<number> {
  const config = readConfig(process.env);
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir });
  try {
    let head: Link = genesis;
    for await (const rows of everyEvent(database.prisma)) {
      const verdict = verifyChain(
        rows.map((row) => ({ ...row, details: row.details as Json })),
        sha256,
        head,
      );
      if (!verdict.ok) {
        process.stderr.write(`Le journal ne tient pas. ${verdict.reason}\n`);
        return 1;
      }
      head = verdict.head;
    }
    process.stdout.write(`Le journal tient : ${head.seq} événements, dernière empreinte ${head.hash}\n`);
    return 0;
  } finally {
    await database.close();
  }
}

verify().then(
  (code) => {
    process.exitCode = code;
  },
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exitCode = 1;
  },
);
