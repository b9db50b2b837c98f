import { describe, expect, test } from 'vitest';
import { paths } from '../../src/web/paths.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const publicPages = [
  paths.terms(),
  paths.legal(),
  paths.accessibility(),
  paths.privacy(),
  paths.faq(),
  paths.siteMap(),
];

describe('public pages, for a visitor', () => {
  test.each(publicPages)('%s is open, and each address that it links to answers', async (address) => {
    const visitor = app().visitor();
    const page = await visitor.get(address);
    expect(page.status).toBe(200);
    const main = page.text.slice(page.text.indexOf('<main'), page.text.indexOf('</main>'));
    const links = new Set([...main.matchAll(/ href="(\/[^"#]*)/g)].map(([, href = '']) => href));
    const dead = await Promise.all([...links].map(async (link) => [link, (await visitor.get(link)).status] as const));
    expect(dead.filter(([, status]) => status !== 200)).toEqual([]);
  });

  test('a search is in the address, so that it can be kept and shared', async () => {
    const page = await app()
      .visitor()
      .get(`${paths.faq()}?q=${encodeURIComponent('mot de passe oublié')}`);
    expect(page.text).toContain('Mot de passe oublié ou connexion impossible');
    expect(page.text).toContain('value="mot de passe oublié"');
  });

  test.each([
    ['two searches', 'q=a&q=b'],
    ['a list', 'q[]=a'],
    ['a null character', 'q=%00'],
    ['3,000 characters', `q=${'a'.repeat(3000)}`],
    ['a script', 'q=%3Cscript%3E'],
  ])('%s in the address of the FAQ: the page answers and runs nothing', async (_, query) => {
    const page = await app().visitor().get(`${paths.faq()}?${query}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<script>');
  });
});
