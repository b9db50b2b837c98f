import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { fileTypeStream } from 'file-type';
import { type Storage, TooLarge } from '../storage/storage.ts';
import { type Content, openContent } from './content.ts';

/** A kind of file that may be sent: by its extension, confirmed by its content. */
export interface FileType {
  readonly extension: string;
  readonly contentType: string;
  readonly content: Content;
}

export interface FileField {
  readonly name: string;
  /** What to say when it is not there. */
  readonly missing: string;
  readonly types: readonly FileType[];
  readonly maxBytes: number;
  /** How many files may be sent; one when left out. */
  readonly many?: number;
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

/** Stored when it is what its field expects. */
export async function receive(
  storage: Storage,
  fields: readonly FileField[],
  { fieldname, originalname, stream }: Express.Multer.File,
): Promise<Received> {
  const originalName = presentable(originalname);
  const refuse = async (problem: string, rest = stream): Promise<Received> => {
    await sizeOf(rest);
    return { ok: false, originalName, problem };
  };
  const field = fields.find((one) => one.name === fieldname);
  if (field === undefined) return refuse('Ce fichier n’est pas attendu ici.');
  const kinds = field.types.map((type) => type.extension).join(', ');
  const claimed = field.types.find((type) => type.extension === extname(originalName).slice(1).toLowerCase());
  if (claimed === undefined)
    return refuse(`Le fichier « ${originalName} » n’est pas d’un type accepté : déposez un fichier ${kinds}.`);
  const examined = await fileTypeStream(stream);
  const refuseContent = async (read: number): Promise<Received> => {
    const problem =
      read + (await sizeOf(examined)) === 0
        ? `Le fichier « ${originalName} » est vide : vérifiez-le sur votre ordinateur, puis choisissez-le de nouveau.`
        : `Le contenu de « ${originalName} » n’est pas celui d’un fichier ${claimed.extension} : enregistrez-le de nouveau dans ce format, ou déposez un fichier ${kinds}.`;
    return { ok: false, originalName, problem };
  };
  const reader = openContent(claimed.content, examined.fileType?.mime ?? '');
  if (reader === null) return refuseContent(0);
  const check = (chunk: Uint8Array): void => {
    if (!reader.read(chunk)) throw new OtherContent();
  };
  try {
    const stored = await storage.write(examined, { maxBytes: field.maxBytes, check });
    // Some contents are only known once they are read
    if (stored.size > 0 && reader.isWhole())
      return { ok: true, originalName, contentType: claimed.contentType, ...stored };
    await storage.remove(stored.key);
    return refuseContent(stored.size);
  } catch (failure) {
    // What is left must be read too, or the rest of the form never comes.
    if (failure instanceof TooLarge)
      return refuse(`Le fichier « ${originalName} » dépasse ${field.maxBytes / 1_000_000} Mo.`, examined);
    if (failure instanceof OtherContent) return refuseContent(1);
    examined.resume();
    throw failure;
  }
}

/** It is not what it is called. */
class OtherContent extends Error {}

/** A file that nobody may send, or whose form has not shown yet that it is ours. */
export async function leave({ originalname, stream }: Express.Multer.File): Promise<Received> {
  await sizeOf(stream);
  const problem = 'Ce fichier est arrivé avant le reste du formulaire : choisissez-le de nouveau.';
  return { ok: false, originalName: presentable(originalname), problem };
}

/** Reads to the end: how much there was. */
async function sizeOf(content: Readable): Promise<number> {
  let size = 0;
  for await (const chunk of content) size += chunk.length;
  return size;
}

/** The name is only ever shown, never a path: what would break a header or a page is left out. */
function presentable(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}\p{Cs}"<>|:*?]/gu, '').trim();
  const extension = extname(clean);
  return `${firstOf(clean.slice(0, clean.length - extension.length), 120) || 'fichier'}${firstOf(extension, 12)}`;
}

/** By whole characters: half of one is no text, and no database takes it. */
function firstOf(text: string, most: number): string {
  return Array.from(text).slice(0, most).join('');
}
