import { UnreadableBook } from './archive.ts';

/** As a parser of XML would find it: `attributes` says one twice where it is there twice. */
export interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** Whatever has more to say in one tag is no cell of ours. */
const LONGEST = 1000;

/**
 * The opening tags of these names, and how many tags there are at all. Each character is read once, whatever the file holds: a regular
 * expression over a whole part would start again at each beginning of a tag.
 */
export function readTags(xml: string, names: ReadonlySet<string>, found: (tag: Tag) => void): number {
  let count = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const skipped = skip(xml, at);
    if (skipped !== at) {
      at = skipped;
      continue;
    }
    const end = endOf(xml, at + 1);
    count += 1;
    const name = nameAt(xml, at + 1, end);
    if (names.has(name)) {
      if (end - at > LONGEST) throw new UnreadableBook(damaged);
      found({ name, attributes: attributesOf(xml.slice(at + 1 + name.length, end)) });
    }
    at = end;
  }
  return count;
}

export const damaged =
  'Ce classeur est incomplet ou abîmé\u00a0: ouvrez-le sur votre ordinateur, enregistrez-le de nouveau au format .xlsx, puis importez-le.';

/** Comments and the like hold no tag; nothing is declared in a workbook. */
function skip(xml: string, at: number): number {
  const after = (mark: string): number => {
    const end = xml.indexOf(mark, at);
    return end < 0 ? xml.length : end + mark.length;
  };
  if (xml.startsWith('<!--', at)) return after('-->');
  if (xml.startsWith('<![CDATA[', at)) return after(']]>');
  if (xml.startsWith('<?', at)) return after('?>');
  if (xml.startsWith('<!', at)) throw new UnreadableBook(damaged);
  return at;
}

/** Where the tag ends: a value between quotes may hold a `>`. */
function endOf(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const character = xml[at];
    if (character === '>') return at;
    if (character === '"' || character === "'") {
      at = xml.indexOf(character, at + 1);
      if (at < 0) return xml.length;
    }
  }
  return xml.length;
}

function nameAt(xml: string, from: number, end: number): string {
  let at = from;
  while (at < end && !' \t\r\n/>'.includes(xml[at] ?? '>')) at += 1;
  return xml.slice(from, Math.min(at, from + 50));
}

/** One after the other: what looks like an attribute within a value is none. */
function attributesOf(text: string): Tag['attributes'] {
  return [...text.matchAll(/([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g)].map(([, name = '', value = '']) => [
    name,
    value.slice(1, -1),
  ]);
}
