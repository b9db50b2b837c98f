/** A style sheet as flat as the design system's: rules, and blocks (`@media`, `@supports`) that hold rules. */
export type CssNode =
  | { readonly kind: 'statement'; readonly text: string }
  | { readonly kind: 'rule'; readonly selectors: readonly string[]; readonly body: string }
  | { readonly kind: 'block'; readonly head: string; readonly nodes: readonly CssNode[] };

export function readCss(css: string): readonly CssNode[] {
  return nodesOf(css.replace(/\/\*[\s\S]*?\*\//g, ''));
}

export function printCss(nodes: readonly CssNode[]): string {
  return nodes.map(printed).join('\n');
}

function printed(node: CssNode): string {
  if (node.kind === 'statement') return `${node.text};`;
  if (node.kind === 'rule') return `${node.selectors.join(',')}{${node.body}}`;
  return `${node.head}{${printCss(node.nodes)}}`;
}

function nodesOf(css: string): readonly CssNode[] {
  const nodes: CssNode[] = [];
  for (let from = 0; ; ) {
    const stop = indexOutside(css, from, '{;');
    if (stop === css.length) return nodes;
    const head = css.slice(from, stop).trim();
    if (css[stop] === ';') {
      nodes.push({ kind: 'statement', text: head });
      from = stop + 1;
      continue;
    }
    const end = closingOf(css, stop);
    const body = css.slice(stop + 1, end);
    const holdsRules = /^@(media|supports|layer)/.test(head);
    nodes.push(
      holdsRules ? { kind: 'block', head, nodes: nodesOf(body) } : { kind: 'rule', selectors: selectorsOf(head), body },
    );
    from = end + 1;
  }
}

function selectorsOf(head: string): readonly string[] {
  // `:is(a, b)` and `[title="a,b"]` hold commas of their own.
  return head.split(/,(?![^([]*[)\]])/).map((selector) => selector.trim());
}

function closingOf(css: string, opening: number): number {
  let depth = 1;
  let at = opening;
  while (depth > 0) {
    at = indexOutside(css, at + 1, '{}');
    if (at === css.length) throw new Error(`Unclosed rule: ${css.slice(opening - 40, opening + 40)}`);
    depth += css[at] === '{' ? 1 : -1;
  }
  return at;
}

/** The next of these characters that no string holds; the length of the text when there is none. */
function indexOutside(css: string, from: number, characters: string): number {
  let at = from;
  while (at < css.length) {
    const character = css[at] ?? '';
    if (characters.includes(character)) return at;
    if (character === '"' || character === "'") at = css.indexOf(character, at + 1);
    if (at === -1) throw new Error('Unclosed string in a style sheet.');
    at += 1;
  }
  return css.length;
}
