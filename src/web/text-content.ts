import type { ContentReader } from './content.ts';

/** What no text holds: all controls but tabs, line and page breaks. */
const CONTROL = /(?![\t\n\f\r\u0085])\p{Cc}/u;
const XML_START = /^(?:\s|<!--[\s\S]*?-->)*<(?:\?xml\s|!DOCTYPE\s+(?!html\b)|(?!html\b)[\p{L}_])/iu;
/** Enough to meet the beginning of an XML document, its comments included. */
const START_LENGTH = 4000;

/** A text has no signature: it is read to its end, and is one as long as nothing says otherwise. */
export function openText({ xml }: { readonly xml: boolean }): ContentReader {
  let decoder: TextDecoder | null = null;
  let start = '';
  return {
    read: (chunk) => {
      decoder ??= decoderOf(chunk);
      const text = decoder.decode(chunk, { stream: true });
      if (start.length < START_LENGTH) start += text.slice(0, START_LENGTH);
      return !CONTROL.test(text);
    },
    isWhole: () => !xml || XML_START.test(start),
  };
}

/** UTF-16 says so by its first two bytes; in the others, what is no ASCII is no control. */
function decoderOf(chunk: Uint8Array): TextDecoder {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le');
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}

/** As a person reads it: UTF-16 where it says so, UTF-8 where it is that, else the alphabet of Western Windows. */
export function decodedText(content: Uint8Array): string {
  const decoder = decoderOf(content);
  if (decoder.encoding !== 'utf-8') return decoder.decode(content);
  try {
    // Cut in the middle of a letter, it is UTF-8 all the same
    return new TextDecoder('utf-8', { fatal: true }).decode(content, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}
