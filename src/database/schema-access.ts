import type { PGlite } from '@electric-sql/pglite';
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

type RunScript = (script: string) => Promise<unknown>;

/** What Prisma's schema engine goes through; the engine never closes it. */
export interface SchemaAccess {
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  /** Runs a script on the engine's own connection. */
  readonly run: RunScript;
  /** Why a script of the engine failed: the engine then fails to write it down, and says only that. */
  failure(): unknown;
  close(): Promise<void>;
}

export function schemaAccess(
  factory: SqlDriverAdapterFactory,
  runScript: RunScript,
  close: () => Promise<void>,
): SchemaAccess {
  const { provider, adapterName } = factory;
  let failure: unknown;
  const remember: RunScript = (script) =>
    runScript(script).catch((error: unknown) => {
      failure = error;
      throw error;
    });
  const connect = () => withWholeScripts(factory, remember);
  return {
    factory: { provider, adapterName, connect, connectToShadowDb },
    run: runScript,
    failure: () => failure,
    close,
  };
}

export function embeddedSchemaAccess(postgres: PGlite): SchemaAccess {
  return schemaAccess(
    new PrismaPGlite(postgres),
    (script) => postgres.exec(script),
    async () => {},
  );
}

function connectToShadowDb(): never {
  throw new Error('Migrations are replayed in a database of one’s own: see schemaDifference.');
}

/**
 * The adapters' own way with scripts will not do: one cuts them at each `;`, in the body of a trigger too, the other
 * does not wait for the end. Sent whole, a script is one transaction.
 */
async function withWholeScripts(factory: SqlDriverAdapterFactory, runScript: RunScript): Promise<SqlDriverAdapter> {
  const adapter = await factory.connect();
  adapter.executeScript = async (script) => {
    await runScript(script).catch(fail);
  };
  return adapter;
}

function fail(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const { code, severity, detail, column, hint } = { ...noDetails, ...error };
  throw new DriverAdapterError({ kind: 'postgres', code, severity, message: error.message, detail, column, hint });
}

const noDetails = { code: 'N/A', severity: 'ERROR', detail: undefined, column: undefined, hint: undefined };
