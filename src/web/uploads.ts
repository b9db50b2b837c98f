import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { fileTypeStream } from 'file-type';
import multer, { type StorageEngine } from 'multer';
import type { FieldError } from '../domain/errors.ts';
import { type Storage, TooLarge } from '../storage/storage.ts';

/** A kind of file that may be sent: by its extension, confirmed by its content. */
export interface FileType {
  readonly extension: string;
  readonly contentType: string;
}

export interface FileField {
  readonly name: string;
  /** What to say when it is not there. */
  readonly missing: string;
  readonly types: readonly FileType[];
  readonly maxBytes: number;
}

/** What became of one file sent: stored, or refused with a sentence that helps. */
export type Received =
  | {
      readonly ok: true;
      readonly key: string;
      readonly originalName: string;
      readonly contentType: string;
      readonly size: number;
      readonly sha256: string;
    }
  | { readonly ok: false; readonly originalName: string; readonly problem: string };

declare module 'express-serve-static-core' {
  interface Request {
    received?: ReadonlyMap<string, readonly Received[]>;
  }
}

/** Streams each file to storage, never into memory. A refused file does not stop the form: its other fields are kept and shown again. */
export function receiveFiles(storage: Storage, fields: readonly FileField[]): RequestHandler {
  return (req, res, next) => {
    const received = new Map<string, Received[]>();
    const engine: StorageEngine = {
      _handleFile: (_req, file, done) => {
        receive(storage, fields, file.fieldname, file.originalname, file.stream).then((result) => {
          received.set(file.fieldname, [...(received.get(file.fieldname) ?? []), result]);
          done(null, {});
        }, done);
      },
      _removeFile: (_req, _file, done) => done(null),
    };
    const upload = multer({
      storage: engine,
      defParamCharset: 'utf8',
      limits: { files: fields.length * 2, fields: 100, fieldSize: 100_000, parts: 120, headerPairs: 50 },
    });
    upload.any()(req, res, (failure: unknown) => {
      req.received = received;
      if (failure === undefined || failure === null) return next();
      discard(storage, req.received).then(() => next(isUnreadable(failure) ? unreadable(failure) : failure), next);
    });
  };
}

/** The parser says what it cannot read with a plain error; storage and Multer have errors of their own. */
function isUnreadable(failure: unknown): boolean {
  return failure instanceof Error && failure.constructor === Error && !('code' in failure);
}

function unreadable(cause: unknown): Error {
  return Object.assign(new Error('The form cannot be read', { cause }), { status: 400 });
}

/** One file a field, present and accepted, or a sentence at that field. */
export function fileErrors(
  fields: readonly FileField[] = [],
  received: ReadonlyMap<string, readonly Received[]> = new Map(),
): FieldError[] {
  return fields.flatMap((field) => {
    const files = received.get(field.name) ?? [];
    const refused = files.flatMap((file) => (file.ok ? [] : [{ field: field.name, message: file.problem }]));
    if (refused.length > 0) return refused;
    if (files.length === 0) return [{ field: field.name, message: field.missing }];
    return files.length === 1
      ? []
      : [{ field: field.name, message: 'Un seul fichier est attendu ici : regroupez vos pages en un document.' }];
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

async function receive(
  storage: Storage,
  fields: readonly FileField[],
  fieldName: string,
  sentName: string,
  stream: Readable,
): Promise<Received> {
  const originalName = presentable(sentName);
  const refuse = async (problem: string): Promise<Received> => {
    stream.resume();
    await finished(stream, { writable: false }).catch(() => undefined);
    return { ok: false, originalName, problem };
  };
  const field = fields.find((one) => one.name === fieldName);
  if (field === undefined) return refuse('Ce fichier n’est pas attendu ici.');
  const extensions = field.types.map((type) => type.extension).join(', ');
  const claimed = field.types.find((type) => type.extension === extname(originalName).slice(1).toLowerCase());
  if (claimed === undefined)
    return refuse(`Le fichier « ${originalName} » n’est pas d’un type accepté : déposez un fichier ${extensions}.`);
  const examined = await fileTypeStream(stream);
  if (examined.fileType?.mime !== claimed.contentType) {
    examined.resume();
    return refuse(
      `Le contenu de « ${originalName} » n’est pas celui d’un fichier ${claimed.extension} : enregistrez-le de nouveau dans ce format, ou déposez un fichier ${extensions}.`,
    );
  }
  try {
    const stored = await storage.write(examined, { maxBytes: field.maxBytes });
    if (stored.size === 0) {
      await storage.remove(stored.key);
      return { ok: false, originalName, problem: `Le fichier « ${originalName} » est vide.` };
    }
    return { ok: true, originalName, contentType: claimed.contentType, ...stored };
  } catch (failure) {
    // What is left must be read too, or the rest of the form never comes.
    examined.resume();
    if (failure instanceof TooLarge)
      return refuse(`Le fichier « ${originalName} » dépasse ${field.maxBytes / 1_000_000} Mo.`);
    throw failure;
  }
}

/** The name is only ever shown, never a path: what would break a header or a page is left out. */
function presentable(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  const extension = extname(clean).slice(0, 12);
  return `${clean.slice(0, clean.length - extname(clean).length).slice(0, 120) || 'fichier'}${extension}`;
}
