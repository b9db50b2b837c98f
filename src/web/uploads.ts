import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import type { FieldError } from '../domain/errors.ts';
import type { Storage } from '../storage/storage.ts';
import { type FileField, leave, type Received, receive } from './received.ts';

export type { FileField, FileType, Received } from './received.ts';

declare module 'express-serve-static-core' {
  interface Request {
    received?: ReadonlyMap<string, readonly Received[]>;
  }
}

export interface Reception {
  readonly storage: Storage;
  readonly fields: readonly FileField[];
  /** Asked when a file comes, of what came before it: where it says no, files are read to their end and none is stored. */
  readonly mayStore: (req: Request) => boolean;
}

/** Streams each file to storage, never into memory. A refused file does not stop the form: its other fields are kept and shown again. */
export function receiveFiles(req: Request, res: Response, { storage, fields, mayStore }: Reception): Promise<void> {
  // In the order in which they came, whichever is stored first
  const came: { readonly field: string; received: Received | null }[] = [];
  const engine: StorageEngine = {
    _handleFile: (_req, file, done) => {
      const place: (typeof came)[number] = { field: file.fieldname, received: null };
      came.push(place);
      const result = mayStore(req) ? receive(storage, fields, file) : leave(file);
      result.then((one) => {
        place.received = one;
        done(null, one.ok ? { filename: one.key } : {});
      }, done);
    },
    // Whatever fails, of every file that was stored, were it after the failure.
    _removeFile: (_req, { filename: key }, done) => {
      if (key === undefined) done(null);
      else storage.remove(key).then(() => done(null), done);
    },
  };
  const upload = multer({
    storage: engine,
    defParamCharset: 'utf8',
    limits: {
      files: 2 * fields.reduce((sum, { many = 1 }) => sum + many, 0),
      fields: 100,
      fieldSize: 100_000,
      parts: 120,
      headerPairs: 50,
    },
  });
  return new Promise((resolve, reject) => {
    upload.any()(req, res, (failure: unknown) => {
      if (failure !== undefined && failure !== null)
        return reject(isUnreadable(failure) ? unreadable(failure) : failure);
      req.received = byField(came);
      resolve();
    });
  });
}

function byField(
  came: readonly { readonly field: string; readonly received: Received | null }[],
): ReadonlyMap<string, readonly Received[]> {
  const all = new Map<string, Received[]>();
  for (const { field, received } of came) if (received !== null) all.set(field, [...(all.get(field) ?? []), received]);
  return all;
}

/** The parser says what it cannot read with a plain error; storage and Multer have errors of their own. */
function isUnreadable(failure: unknown): boolean {
  return failure instanceof Error && failure.constructor === Error && !('code' in failure);
}

function unreadable(cause: unknown): Error {
  return Object.assign(new Error('The form cannot be read', { cause }), { status: 400 });
}

/** As many files a field as it takes, present and accepted, or a sentence at that field. */
export function fileErrors(
  fields: readonly FileField[] = [],
  received: ReadonlyMap<string, readonly Received[]> = new Map(),
): FieldError[] {
  return fields.flatMap((field) => {
    const files = received.get(field.name) ?? [];
    const refused = files.flatMap((file) => (file.ok ? [] : [{ field: field.name, message: file.problem }]));
    if (refused.length > 0) return refused;
    if (files.length === 0) return [{ field: field.name, message: field.missing }];
    const { many = 1 } = field;
    if (files.length <= many) return [];
    const message =
      many === 1
        ? 'Un seul fichier est attendu ici\u00a0: regroupez vos pages en un document.'
        : `${many} fichiers au plus sont attendus ici\u00a0: envoyez les autres ensuite.`;
    return [{ field: field.name, message }];
  });
}

/** Files of a form that was refused in the end. */
export async function discard(
  storage: Storage,
  received: ReadonlyMap<string, readonly Received[]> | undefined,
): Promise<void> {
  const files = [...(received?.values() ?? [])].flat();
  await Promise.all(files.map((file) => (file.ok ? storage.remove(file.key) : undefined)));
}
