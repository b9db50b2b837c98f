import { type Document, isAlias, type LineCounter, visit, type YAMLParseError } from 'yaml';
import { type Stumble, sign, type Told, usualMistake } from './unreadable-words.ts';

export interface Parsed {
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** What is no YAML, one mistake a line: the parser often stumbles several times over the same. After a quote left open, all is noise. */
export function unreadable(parsed: Parsed): readonly Told[] {
  const stumbles = parsed.document.errors.map((error) => explained(error, parsed));
  const found = [...marked(parsed), ...stumbles].toSorted((one, other) => one.line - other.line);
  const open = found.find(({ swallows }) => swallows)?.line ?? Number.POSITIVE_INFINITY;
  return found.filter(({ line }, index) => line <= open && found[index - 1]?.line !== line);
}

interface Explained extends Told {
  /** What follows was read as a part of it. */
  readonly swallows: boolean;
}

function explained(error: YAMLParseError, parsed: Parsed): Explained {
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

/** `*x`, `&x` and `!x`: YAML has a use for them, and would leave the word out of the text. */
function marked({ text, document, lines }: Parsed): readonly Explained[] {
  if (!/(^|[\s[{,])[&*!]/m.test(text)) return [];
  const found: Explained[] = [];
  visit(document, {
    Node: (_, node) => {
      if (!node.range || !(isAlias(node) || node.anchor || node.tag)) return;
      found.push({ line: lines.linePos(node.range[0]).line, reason: `YAML illisible\u00a0: ${sign}`, swallows: false });
    },
  });
  return found;
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
