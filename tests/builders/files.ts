import { crc32, deflateRawSync } from 'node:zlib';
import { pdf, png } from './requests.ts';

/** An archive of these entries, in this order. */
export function zip(entries: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const whole = Buffer.from(content);
    // The name of an OpenDocument is read before anything is unpacked
    const stored = name === 'mimetype';
    const packed = stored ? whole : deflateRawSync(whole);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(stored ? 0 : 8, 4);
    about.writeUInt32LE(crc32(whole), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(whole.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about, more, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]);
}

const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)]);
const openDocument = (format: string) =>
  zip({ mimetype: `application/vnd.oasis.opendocument.${format}`, 'content.xml': '<office/>' });
/** As LibreOffice orders it: what says the type comes last, far beyond what is looked at first. */
const office = (entry: string) =>
  zip({
    '_rels/.rels': '<Relationships/>',
    [entry]: '<document/>',
    'media/image.bin': png,
    '[Content_Types].xml': '<Types/>',
  });
const mpeg = Buffer.concat([Buffer.from('000001ba44000400040101', 'hex'), Buffer.alloc(500)]);

/** One honest file of each kind that Q7 accepts. */
export const honest: Readonly<Record<string, Buffer>> = {
  pdf,
  png,
  xls: cfb,
  xlsx: office('xl/workbook.xml'),
  ods: openDocument('spreadsheet'),
  doc: cfb,
  docx: office('word/document.xml'),
  odt: openDocument('text'),
  ppt: cfb,
  pptx: office('ppt/presentation.xml'),
  odp: openDocument('presentation'),
  zip: zip({ 'lisez-moi.txt': 'Bonjour' }),
  xml: Buffer.from('<?xml version="1.0"?>\n<dossier/>'),
  txt: Buffer.from('Une procédure, écrite en français.'),
  csv: Buffer.from('a;b\r\n1;2\r\n'),
  mp4: Buffer.concat([Buffer.from('00000018667479706d70343200000000', 'hex'), Buffer.alloc(500)]),
  avi: Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('AVI LIST'), Buffer.alloc(500)]),
  mpg: mpeg,
  mpeg,
};
