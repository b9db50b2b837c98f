import { describe, expect, test } from 'vitest';
import { printCss, readCss } from '../../src/build/css-rules.ts';
import {
  dropUnreadProperties,
  followSystemScheme,
  onlyUsed,
  propertiesRead,
  UsedClasses,
} from '../../src/build/design-system.ts';

const used = new UsedClasses(['<p class="fr-alert fr-alert--<%= it.kind %> fr-icon-add-line">']);
const kept = (css: string): string => printCss(onlyUsed(readCss(css), used));

describe('What is taken from the design system', () => {
  test('rules of the classes that pages name, also those named by their beginning', () => {
    expect(kept('.fr-alert{a:b}.fr-card{a:b}.fr-alert--info p{c:d}')).toBe('.fr-alert{a:b}\n.fr-alert--info p{c:d}');
  });

  test('of a list of selectors, those in use', () => {
    expect(kept('.fr-icon-add-line::before,.fr-icon-user-line::before{a:b}')).toBe('.fr-icon-add-line::before{a:b}');
  });

  test('a class under :not() asks for nothing', () => {
    expect(kept('.fr-alert:not(.fr-alert__x){a:b}')).toBe('.fr-alert:not(.fr-alert__x){a:b}');
  });

  test('rules without a class, and nothing of its fonts', () => {
    expect(kept('a{b:c}@font-face{font-family:X}')).toBe('a{b:c}');
  });

  test('media blocks that still hold something', () => {
    expect(kept('@media print{.fr-card{a:b}}@media print{.fr-alert{a:b}}')).toBe('@media print{.fr-alert{a:b}}');
  });

  test('strings and nested blocks are read whole', () => {
    expect(kept(`.fr-alert{content:"}";background:url("data:image/svg+xml;charset=utf8,<svg>{</svg>")}`)).toContain(
      '{</svg>',
    );
    expect(() => readCss('.fr-alert{')).toThrow('Unclosed rule');
  });
});

describe('Without scripts', () => {
  test('the dark theme follows the browser', () => {
    const css = printCss(followSystemScheme(readCss(':root[data-fr-theme=dark] .x,.y{a:b}')));
    expect(css).toBe(
      ':root[data-fr-theme=dark] .x,.y{a:b}\n@media (prefers-color-scheme:dark){:root:not([data-fr-theme]) .x{a:b}}',
    );
  });
});

describe('Custom properties', () => {
  test('that nothing reads are dropped, with those that only they read', () => {
    const css = ':root{--a:1px;--b:var(--a);--c:2px}p{margin:var(--c)}';
    expect(dropUnreadProperties(css, [])).toBe(':root{--c:2px}p{margin:var(--c)}');
  });

  test('that another sheet or a script reads stay', () => {
    const elsewhere = propertiesRead("p{color:var(--a)} getPropertyValue('--b')");
    expect(dropUnreadProperties(':root{--a:1px;--b:2px;--c:3px}', elsewhere)).toBe(':root{--a:1px;--b:2px;}');
  });
});
