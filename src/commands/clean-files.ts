import { readConfig } from '../config.ts';
import { createDeps } from '../deps.ts';
import { removeStrayFiles, strayFiles } from '../jobs/stray-files.ts';

/** Says which deposited files no row names; removes them when asked to. Never by itself: with the wrong database, every file would be stray. */
async function clean(): Promise<void> {
  const deps = await createDeps(readConfig(process.env));
  try {
    const keys: string[] = [];
    for await (const key of strayFiles(deps)) keys.push(key);
    process.stdout.write(`${keys.length} fichiers déposés il y a plus d’un jour ne sont rattachés à rien.\n`);
    if (!process.argv.includes('--remove')) {
      process.stdout.write('Ajoutez --remove pour les supprimer.\n');
      return;
    }
    await removeStrayFiles(deps);
    process.stdout.write('Ils sont supprimés.\n');
  } finally {
    await deps.close();
  }
}

clean().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
