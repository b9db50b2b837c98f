import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { type CssNode, printCss, readCss } from './css-rules.ts';

/** Classes that the scripts of the design system set, and that no page names. */
const setByScripts = [
  'fr-collapse--expanded',
  'fr-collapsing',
  'fr-modal--opened',
  'fr-scroll-divider',
  'fr-tabs__panel--selected',
  'fr-tabs__panel--direction-start',
  'fr-tabs__panel--direction-end',
  'fr-tabs__shadow',
  'fr-tabs__shadow--left',
  'fr-tabs__shadow--right',
  'fr-transition-none',
];

/** The classes that pages name; one that ends in a dash (`fr-alert--<%= kind %>`) stands for all that start so. */
export class UsedClasses {
  private readonly whole: ReadonlySet<string>;
  private readonly starts: readonly string[];

  constructor(texts: readonly string[]) {
    const names = texts.flatMap((text) => text.match(/\bfr-[a-z0-9_-]+/g) ?? []);
    this.whole = new Set([...setByScripts, ...names]);
    this.starts = [...this.whole].filter((name) => name.endsWith('-') && name !== 'fr-');
  }

  has(name: string): boolean {
    return this.whole.has(name) || this.starts.some((start) => name.startsWith(start));
  }
}

/** Takes from the design system what the pages use; `fonts.css` names the fonts instead of it. */
export function designSystem(used: UsedClasses): Plugin {
  return {
    name: 'design-system',
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const nodes = readCss(await readFile(path, 'utf8'));
        const kept = path.includes('@gouvfr') ? onlyUsed(nodes, used) : nodes;
        return { contents: printCss(followSystemScheme(kept)), loader: 'css' };
      });
    },
  };
}

export function onlyUsed(nodes: readonly CssNode[], used: UsedClasses): readonly CssNode[] {
  return nodes.flatMap((node): readonly CssNode[] => {
    if (node.kind === 'statement') return [node];
    if (node.kind === 'block') {
      const kept = onlyUsed(node.nodes, used);
      return kept.length > 0 ? [{ ...node, nodes: kept }] : [];
    }
    const selectors = node.selectors.filter((selector) => selector !== '@font-face' && isUsed(selector, used));
    return selectors.length > 0 ? [{ ...node, selectors, body: node.body.replace(prefixedMask, '') }] : [];
  });
}

const prefixedMask = /-webkit-mask-image:\s*url\("[^"]*"\);/g;

/** `fr-fi-` are the icons' names of long ago. */
function isUsed(selector: string, used: UsedClasses): boolean {
  const asked = selector.replace(/:not\([^)]*\)/g, '').match(/\.fr-[a-z0-9_-]+/g) ?? [];
  return !selector.includes('fr-fi-') && asked.every((name) => used.has(name.slice(1)));
}

/** Without JavaScript nobody sets `data-fr-theme`: the preference of the browser then decides. */
export function followSystemScheme(nodes: readonly CssNode[]): readonly CssNode[] {
  return nodes.flatMap((node): readonly CssNode[] => {
    if (node.kind === 'block') return [{ ...node, nodes: followSystemScheme(node.nodes) }];
    if (node.kind === 'statement') return [node];
    const dark = node.selectors.filter((selector) => darkTheme.test(selector));
    if (dark.length === 0) return [node];
    const selectors = dark.map((selector) => selector.replace(darkTheme, ':root:not([data-fr-theme])'));
    return [node, { kind: 'block', head: '@media (prefers-color-scheme:dark)', nodes: [{ ...node, selectors }] }];
  });
}

const darkTheme = /^(:root)?\[data-fr-theme=["']?dark["']?\]/;

/** The custom properties that a style sheet or a script reads. */
export function propertiesRead(text: string): readonly string[] {
  return text.match(/(?<=var\(|['"])--[a-z0-9-]+/g) ?? [];
}

/** Custom properties that nothing reads: the design system declares hundreds, a chain of them at a time. */
export function dropUnreadProperties(css: string, readElsewhere: readonly string[]): string {
  const read = new Set([...readElsewhere, ...propertiesRead(css)]);
  const kept = css.replace(/(?<=[{;])(--[a-z0-9-]+):[^;{}]*;?/g, (declaration, name: string) =>
    read.has(name) ? declaration : '',
  );
  return kept === css ? css : dropUnreadProperties(kept, readElsewhere);
}
