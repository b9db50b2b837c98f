import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaDifference } from '../database/difference.ts';
import { migrationsFolder, readMigrations } from '../database/migrations.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Usage : npm run migration:new -- nom_en_minuscules\n');
  process.exit(1);
}

const script = await schemaDifference(await readMigrations());
if (script === null) {
  process.stdout.write('Les migrations décrivent déjà prisma/schema.prisma : rien à écrire.\n');
} else {
  const instant = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const file = join(migrationsFolder, `${instant}_${name}`, 'migration.sql');
  await mkdir(join(migrationsFolder, `${instant}_${name}`));
  await writeFile(file, script.trimStart());
  process.stdout.write(`${file}\nRelisez ce fichier avant de l’enregistrer.\n`);
}
