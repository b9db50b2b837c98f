/** Q7: the most that a proof weighs, in octets. */
export const MOST_OCTETS = 10_000_000;

/**
 * What the files of a kind are known by, whatever their name: one of these signatures; for an archive whose signature says no more, an
 * entry that it names; or that they are text, or XML.
 */
export type Content =
  | readonly string[]
  | { readonly signatures: readonly string[]; readonly entry: string }
  | 'text'
  | 'xml';

export interface Kind {
  readonly extension: string;
  readonly contentType: string;
  readonly content: Content;
}

/** Old Office documents, and new ones under a password. */
const CFB = 'application/x-cfb';
const ZIP = 'application/zip';
const MPEG = ['video/mpeg', 'video/MP1S', 'video/MP2P', 'video/mp2t'];

const office = (format: string) => `application/vnd.openxmlformats-officedocument.${format}`;
const open = (format: string) => `application/vnd.oasis.opendocument.${format}`;

function kind(extension: string, contentType: string, ...content: readonly string[]): Kind {
  return { extension, contentType, content: [contentType, ...content] };
}

/** Written by one program or another, its parts come in any order: only one of them is always there. */
function officeKind(extension: string, format: string, entry: string): Kind {
  const contentType = office(format);
  return { extension, contentType, content: { signatures: [contentType, CFB], entry } };
}

const spreadsheet = 'spreadsheetml.sheet';
const document = 'wordprocessingml.document';
const presentation = 'presentationml.presentation';

/** Q7: what a proof may be. */
export const kinds: readonly Kind[] = [
  kind('pdf', 'application/pdf'),
  kind('xls', 'application/vnd.ms-excel', CFB),
  officeKind('xlsx', spreadsheet, 'xl/workbook.'),
  kind('ods', open('spreadsheet')),
  kind('doc', 'application/msword', CFB),
  officeKind('docx', document, 'word/document.'),
  kind('odt', open('text')),
  kind('ppt', 'application/vnd.ms-powerpoint', CFB),
  officeKind('pptx', presentation, 'ppt/presentation.'),
  kind('odp', open('presentation')),
  // Not unpacked: whatever begins as an archive is one
  kind('zip', ZIP, 'application/java-archive', office(spreadsheet), office(document), office(presentation)),
  kind('png', 'image/png'),
  { extension: 'xml', contentType: 'application/xml', content: 'xml' },
  { extension: 'txt', contentType: 'text/plain', content: 'text' },
  { extension: 'csv', contentType: 'text/csv', content: 'text' },
  kind('mp4', 'video/mp4', 'video/x-m4v'),
  kind('avi', 'video/x-msvideo', 'video/vnd.avi'),
  kind('mpg', 'video/mpeg', ...MPEG),
  kind('mpeg', 'video/mpeg', ...MPEG),
];

export const extensions: readonly string[] = kinds.map(({ extension }) => extension);

/** How a proof may be looked at without leaving the page; null: it is downloaded. */
export type Preview = 'image' | 'pdf' | 'text';

export function previewOf({ contentType }: { readonly contentType: string }): Preview | null {
  if (contentType === 'image/png') return 'image';
  if (contentType === 'application/pdf') return 'pdf';
  return ['text/plain', 'text/csv', 'application/xml'].includes(contentType) ? 'text' : null;
}
