import { type Document, type LineCounter, visit, type YAMLParseError } from 'yaml';
import { type Stumble, type Told, usualMistake } from './unreadable-words.ts';

export interface Parsed {
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** What is no YAML, one mistake a line: the parser often stumbles several times over the same. After a quote left open, all is noise. */
export function unreadable(parsed: Parsed): readonly Told[] {
  const found = parsed.document.errors
    .map((error) => explained(error, parsed))
    .toSorted((one, other) => one.line - other.line);
  const open = found.find(({ swallows }) => swallows)?.line ?? Number.POSITIVE_INFINITY;
  return found.filter(({ line }, index) => line <= open && found[index - 1]?.line !== line);
}

function explained(error: YAMLParseError, parsed: Parsed): Told & { readonly swallows: boolean } {
  const quote = openQuote(error, parsed);
  const { line, reason } =
    quote === null
      ? usualMistake(stumble(error, parsed))
      : {
          line: quote.line,
          reason: `un guillemet (${quote.mark}) est ouvert et n’est pas fermé\u00a0; ajoutez ${quote.mark} à la fin du texte, ou écrivez-le sans guillemets, à la ligne après «\u00a0>-\u00a0»`,
        };
  const told =
    error.code === 'DUPLICATE_KEY' ? reason : `YAML illisible\u00a0: ${reason} (analyseur\u00a0: ${error.message})`;
  return { line, reason: told, swallows: quote !== null };
}

function stumble({ code, message, pos: [start] }: YAMLParseError, { text, lines }: Parsed): Stumble {
  const { line, col } = lines.linePos(start);
  const rows = text.split('\n');
  const row = rows[line - 1] ?? '';
  return { code, message, line, row, before: row.slice(0, col - 1), rest: row.slice(col - 1), next: rows.slice(line) };
}

/** Where the quote was opened: the parser stumbles at the end of what it took for its text, or at the next quote, lines below. */
function openQuote({ code, message, pos: [start] }: YAMLParseError, { text, document, lines }: Parsed) {
  const quoted: { readonly from: number; readonly to: number }[] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (range && range[0] < start && type?.startsWith('QUOTE')) quoted.push({ from: range[0], to: range[1] });
    },
  });
  const last = quoted.at(-1);
  if (last === undefined) return null;
  const { from, to } = last;
  const closedBelow =
    code === 'UNEXPECTED_TOKEN' && text.slice(to, start).trim() === '' && text.slice(from, to).includes('\n');
  if (!message.startsWith('Missing closing') && !closedBelow) return null;
  return { line: lines.linePos(from).line, mark: text.charAt(from) };
}
