import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import type { Frame } from '../../src/web/frame.ts';
import { openTemplates } from '../../src/web/templates.ts';
import { aFrame } from '../support/frame.ts';
import { htmlProblems, typographyProblems } from '../support/html.ts';

const template = openTemplates({ folder: join(root, 'views'), strict: true });
const page = (over: Partial<Frame> = {}): string =>
  template('layouts/page', { page: aFrame(over), model: { examples: [] } });

const visitor: Partial<Frame> = { user: null, breadcrumb: [], demonstration: false };
const refused: Partial<Frame> = { errors: [{ field: 'email', message: 'Saisissez une adresse complète.' }] };
const news: Partial<Frame> = { notices: [{ kind: 'success', title: 'Produit archivé', text: '' }] };

describe('The layout of pages', () => {
  test.each([
    ['somebody signed in', {}],
    ['a visitor', visitor],
    ['a refused form', refused],
    ['news', news],
    ['no navigation', { navigation: [] }],
  ])('for %s: valid HTML, set as French', async (_case, over) => {
    expect(await htmlProblems(page(over))).toEqual([]);
    expect(typographyProblems(page(over))).toEqual([]);
  });

  test('the title says the thing, then the service, and first that there are errors', () => {
    expect(page()).toContain('<title>Composants – Convergence</title>');
    expect(page(refused)).toContain('<title>Erreur : Composants – Convergence</title>');
  });

  test('holds no inline style and no inline script', () => {
    expect(page()).not.toMatch(/ style=|<style| on[a-z]+=|javascript:/);
    expect(page().match(/<script[^>]*>[^<]/)).toBeNull();
  });

  test('signs out with a form that carries the token', () => {
    const forms = page().match(/<form method="post" action="\/deconnexion">\s*<input[^>]*name="_csrf" value="jeton">/g);
    expect(forms).toHaveLength(2);
    expect(page(visitor)).not.toContain('/deconnexion');
  });

  test('counts what is unread, and says nothing when there is nothing', () => {
    const user = aFrame().user;
    expect(page()).toContain('3<span class="fr-sr-only"> non lues</span>');
    expect(page({ user: user && { ...user, unread: 0 } })).not.toContain('non lues');
  });

  test('links each error to its field', () => {
    expect(page(refused)).toContain('<a class="fr-link" href="#champ-email">Saisissez une adresse complète.</a>');
  });

  test('has a skip link to the menu only when there is one', () => {
    expect(page()).toContain('href="#menu-principal">Menu</a>');
    expect(page({ navigation: [] })).not.toContain('menu-principal');
  });
});
