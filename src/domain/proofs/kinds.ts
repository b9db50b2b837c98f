/** Q7: the most that a proof weighs, in octets. */
export const MOST_OCTETS = 10_000_000;

/** What the files of a kind are known by: one of these signatures, whatever their name; or that they are text, or XML. */
export type Content = readonly string[] | 'text' | 'xml';

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

/** Q7: what a proof may be. */
export const kinds: readonly Kind[] = [
  kind('pdf', 'application/pdf'),
  kind('xls', 'application/vnd.ms-excel', CFB),
  kind('xlsx', office('spreadsheetml.sheet'), CFB),
  kind('ods', open('spreadsheet')),
  kind('doc', 'application/msword', CFB),
  kind('docx', office('wordprocessingml.document'), CFB),
  kind('odt', open('text')),
  kind('ppt', 'application/vnd.ms-powerpoint', CFB),
  kind('pptx', office('presentationml.presentation'), CFB),
  kind('odp', open('presentation')),
  kind('zip', ZIP),
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
