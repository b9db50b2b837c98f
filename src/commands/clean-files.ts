import { readConfig } from '../config.ts';
import { createDeps, type Deps } from '../deps.ts';
import { missingFiles, removeStrayFiles, strayFiles } from '../jobs/stray-files.ts';

/**
 * Says which deposited files no row names, and which rows name a file that is missing; removes the first when asked to. Never by itself:
 * with the wrong database, every file would be stray.
 */
async function clean(): Promise<void> {
  const deps = await createDeps(readConfig(process.env));
  try {
    await tellMissing(deps);
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

/** Whoever deposits the same content again repairs it; else it is to be found in a backup. */
async function tellMissing(deps: Deps): Promise<void> {
  let count = 0;
  for await (const { key, name, about } of missingFiles(deps)) {
    count += 1;
    process.stdout.write(`Manquant\u00a0: ${key} (${name}, ${about})\n`);
  }
  process.stdout.write(
    count === 0
      ? 'Aucun fichier rattaché ne manque.\n'
      : `${count} fichiers rattachés manquent\u00a0: cherchez-les dans une sauvegarde du dossier «\u00a0fichiers\u00a0».\n`,
  );
}

clean().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
