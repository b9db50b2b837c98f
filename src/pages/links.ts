import { paths } from '../web/paths.ts';
import type { Inline } from './inline.ts';
import type { Article, Faq, Pages } from './page.ts';

interface Place {
  readonly path: string;
  readonly reason: string;
}

const addresses: ReadonlySet<string> = new Set(
  Object.values(paths)
    .map(({ pattern }) => pattern)
    .filter((pattern) => !pattern.includes(':')),
);

/** The anchors of a page, in order. */
function anchorsOf(page: Article | Faq): readonly string[] {
  if ('sections' in page) return page.sections.map(({ id }) => id);
  return page.categories.flatMap(({ id, questions }) => [id, ...questions.map((question) => question.id)]);
}

/** An anchor given twice leads to the first only. */
export function repeatedAnchors(page: Article | Faq): readonly Place[] {
  const anchors = anchorsOf(page);
  return anchors
    .filter((anchor, index) => anchors.indexOf(anchor) < index)
    .map((anchor) => ({ path: '', reason: `identifiant « ${anchor} » donné deux fois` }));
}

/** Links to an address that the application does not serve, or to an anchor that the page does not have. */
export function brokenLinks(pages: Pages, name: keyof Pages): readonly Place[] {
  return linksIn(pages[name]).flatMap(({ path, href }) => {
    if (!/^[/#]/.test(href)) return [];
    const [address = '', anchor] = href.split('#');
    if (address !== '' && !addresses.has(address)) return [{ path, reason: `adresse « ${address} » inconnue` }];
    const target =
      address === '' ? name : (Object.keys(pages) as (keyof Pages)[]).find((key) => paths[key]() === address);
    const known = anchor === undefined || (target !== undefined && anchorsOf(pages[target]).includes(anchor));
    return known ? [] : [{ path, reason: `ancre « ${href} » inconnue` }];
  });
}

function linksIn(value: unknown, path = ''): readonly { path: string; href: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => linksIn(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  if (isLink(value)) return [{ path, href: value.href }];
  return Object.entries(value).flatMap(([key, item]) => linksIn(item, path === '' ? key : `${path}.${key}`));
}

function isLink(value: object): value is Extract<Inline, { kind: 'link' }> {
  return 'kind' in value && value.kind === 'link';
}
