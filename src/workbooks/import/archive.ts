import { crc32, inflateRawSync } from 'node:zlib';

/** What is wrong with a workbook, for whoever sent it. */
export class UnreadableBook extends Error {}

/** The most that the parts to be read hold, once inflated: ten times what the largest questionnaire takes. */
const LIMIT = 6_000_000;
const PARTS = 300;

const unreadable =
  'Ce classeur est incomplet ou abîmé\u00a0: ouvrez-le sur votre ordinateur, enregistrez-le de nouveau au format .xlsx, puis importez-le.';
const tooLarge =
  'Ce classeur contient beaucoup plus que les réponses\u00a0: repartez du classeur téléchargé depuis la plateforme.';

export type Parts = ReadonlyMap<string, Buffer>;

/**
 * The parts of a workbook that are read, inflated here so that what a file claims of its sizes is never believed. Pictures, links and
 * whatever else is in it are left where they are.
 */
export function partsOf(archive: Buffer): Parts {
  const parts = new Map<string, Buffer>();
  let left = LIMIT;
  for (const { name, method, data } of entriesOf(archive)) {
    if (/vbaProject|macrosheets/i.test(name)) {
      throw new UnreadableBook('Ce classeur contient des macros\u00a0: enregistrez-le au format .xlsx, sans macro.');
    }
    if (!isRead(name)) continue;
    const content = inflated(method, data, left);
    left -= content.length;
    parts.set(name, content);
  }
  return parts;
}

function isRead(name: string): boolean {
  return /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/sheet\d+\.xml)$/.test(
    name,
  );
}

function inflated(method: number, data: Buffer, limit: number): Buffer {
  if (method !== 0 && method !== 8) throw new UnreadableBook(unreadable);
  try {
    const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(limit, 1) });
    if (content.length <= limit) return content;
  } catch (failure) {
    if (!isTooLarge(failure)) throw new UnreadableBook(unreadable, { cause: failure });
  }
  throw new UnreadableBook(tooLarge);
}

function isTooLarge(failure: unknown): boolean {
  return failure instanceof RangeError && 'code' in failure && failure.code === 'ERR_BUFFER_TOO_LARGE';
}

/** The directory at the end of the archive: the only place that says what it holds. */
function* entriesOf(archive: Buffer): Generator<{ name: string; method: number; data: Buffer }> {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  try {
    if (end < 0) throw new RangeError('No directory');
    const count = archive.readUInt16LE(end + 10);
    if (count > PARTS) throw new UnreadableBook(tooLarge);
    let at = archive.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      const sizes = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
      const [nameSize = 0] = sizes;
      const encrypted = archive.readUInt16LE(at + 8) % 2 === 1;
      if (encrypted || archive.readUInt32LE(at) !== 0x02014b50) throw new RangeError('Not an entry');
      const local = archive.readUInt32LE(at + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const size = archive.readUInt32LE(at + 20);
      if (start + size > archive.length) throw new RangeError('Cut short');
      yield {
        name: archive.toString('utf8', at + 46, at + 46 + nameSize).replace(/^\//, ''),
        method: archive.readUInt16LE(at + 10),
        data: archive.subarray(start, start + size),
      };
      at += 46 + sizes.reduce((sum, one) => sum + one, 0);
    }
  } catch (failure) {
    if (failure instanceof RangeError) throw new UnreadableBook(unreadable, { cause: failure });
    throw failure;
  }
}

/** An archive of these parts and nothing else, as they are: what reads it next unpacks nothing. */
export function archiveOf(parts: Parts): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const facts = factsOf(name, content);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), content]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, place, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

/** From the version needed to the length of the extra field: the same in both places. */
function factsOf(name: string, content: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(Buffer.byteLength(name), 22);
  return facts;
}
