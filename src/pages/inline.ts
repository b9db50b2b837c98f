export type Inline =
  | { readonly kind: 'text' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** The support's address, which belongs to the configuration. */
  | { readonly kind: 'support' };

const MARK = /\*\*(?<strong>[^*]+)\*\*|\[(?<label>[^[\]]+)\]\((?<href>[^()\s]+)\)|(?<support>\{support\})/gu;
const HREF = /^(?:#[a-z0-9-]+|\/(?!\/)[a-z0-9/-]*(?:#[a-z0-9-]+)?|https:\/\/\S+|mailto:\S+@\S+)$/;
const BROKEN = /\*\*|\]\(|[{}]/;

export class BrokenMark extends Error {}

/** Links `[text](href)`, `**strong**` and `{support}`: tokens, never HTML. Square brackets alone are plain text. */
export function parseInline(source: string): readonly Inline[] {
  const tokens: Inline[] = [];
  let end = 0;
  for (const mark of source.matchAll(MARK)) {
    tokens.push(...plain(source.slice(end, mark.index)), token(mark.groups ?? {}));
    end = mark.index + mark[0].length;
  }
  tokens.push(...plain(source.slice(end)));
  return tokens;
}

function token({ strong, label, href }: Readonly<Record<string, string | undefined>>): Inline {
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (label === undefined || href === undefined) return { kind: 'support' };
  if (!HREF.test(href)) throw new BrokenMark(`lien « ${href} » : attendu /page, #ancre, https:// ou mailto:`);
  return { kind: 'link', text: label, href };
}

function plain(text: string): Inline[] {
  const broken = BROKEN.exec(text);
  if (broken) throw new BrokenMark(`« ${broken[0]} » sans sa suite dans « ${text.trim().slice(0, 40)} »`);
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** What is read, without marks. */
export function plainText(tokens: readonly Inline[]): string {
  return tokens.map((token) => (token.kind === 'support' ? '' : token.text)).join('');
}
