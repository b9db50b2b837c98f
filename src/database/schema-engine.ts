import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { root } from '../root.ts';
import type { SchemaAccess } from './schema-access.ts';

export const schemaPath = join(root, 'prisma', 'schema.prisma');

/** Prisma's own migration engine. The CLI would download it as a program of this machine; this one is an npm package. */
export async function openSchemaEngine(access: SchemaAccess): Promise<bindings.SchemaEngine> {
  loaded ??= load();
  await loaded;
  const schema = await readFile(schemaPath, 'utf8');
  return bindings.SchemaEngine.new(
    { datamodels: [[schemaPath, schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(access.factory),
  );
}

/** The bindings hold one instance, for the life of the process. */
let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = await WebAssembly.compile(await readFile(wasm.replace(/\.js$/, '.wasm')));
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': imports() });
  bindings.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start();
}

/** The engine never cancels the ten seconds that it gives to a lock; a command would wait for them before it ends. */
function imports(): WebAssembly.ModuleImports {
  const unheld = (act: () => void, milliseconds: number) => setTimeout(act, milliseconds).unref();
  return Object.fromEntries(
    Object.entries(bindings).map(([name, value]) => [name, name.startsWith('__wbg_setTimeout_') ? unheld : value]),
  );
}
