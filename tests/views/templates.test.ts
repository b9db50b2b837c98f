import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { address, fieldId } from '../../src/web/components.ts';
import { openTemplates } from '../../src/web/templates.ts';

const folder = mkdtempSync(join(tmpdir(), 'views-'));
afterAll(() => rmSync(folder, { recursive: true }));

const views = {
  'products/show': '<h1><%= it.model.title %></h1>',
  'products/wrong': '<h1><%= it.model.titel %></h1>',
  'products/rows': '<% for (const row of it.rows) { %><%= row.name %>;<% } %>',
  'products/including': "<%- include('products/show', { model: it.model }) %>",
  'products/leaking': "<%- include('products/show', {}) %>",
  'products/nowhere': "<%- include('products/none', {}) %>",
  'products/date': '<%= it.at.getFullYear() %> <%= it.says("oui") %>',
  'components/notice': '<%= it.kind %> <%= it.title %> [<%= it.text %>] <%= it.heading %>',
};
for (const [name, text] of Object.entries(views)) {
  const path = join(folder, `${name}.ejs`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const strict = openTemplates({ folder, strict: true });
const lenient = openTemplates({ folder, strict: false });

describe('Templates', () => {
  test('print what they are given, escaped', () => {
    expect(strict('products/show', { model: { title: '<b>' } })).toBe('<h1>&lt;b&gt;</h1>');
  });

  test('include views by name', () => {
    expect(strict('products/including', { model: { title: 'Carnet' } })).toBe('<h1>Carnet</h1>');
  });

  test('an included view sees only what it is given', () => {
    expect(() => lenient('products/leaking', { model: { title: 'Carnet' } })).toThrow(TypeError);
  });

  test('a view that does not exist is refused by name', () => {
    expect(() => strict('products/none', {})).toThrow('No view is named products/none.');
    expect(() => strict('products/nowhere', {})).toThrow('No view is named products/none.');
  });

  test('strict: a key that the model lacks throws, with its name and those it has', () => {
    expect(() => strict('products/wrong', { model: { title: 'Carnet', reference: 1 } })).toThrow(
      /products\/wrong\.model has no “titel”. It has: title, reference\./,
    );
    expect(() => strict('products/rows', { rows: [{ name: 'a' }, {}] })).toThrow(/rows\[1\] has no “name”/);
    expect(lenient('products/wrong', { model: { title: 'Carnet' } })).toBe('<h1></h1>');
  });

  test('strict: frozen models, dates and functions stay what they are', () => {
    const rows = Object.freeze([Object.freeze({ name: 'a' })]);
    expect(strict('products/rows', { rows })).toBe('a;');
    expect(strict('products/date', { at: new Date('2026-11-18'), says: (word: string) => word })).toBe('2026 oui');
  });

  test('a component gets what was left out, and refuses a prop that it never reads', () => {
    expect(strict('components/notice', { kind: 'info', title: 'Archivé' })).toBe('info Archivé [] h2');
    expect(() => strict('components/notice', { kind: 'info', title: 'Archivé', txet: 'x' })).toThrow(
      'components/notice reads no prop named txet.',
    );
    expect(() => strict('components/notice', { kind: 'info' })).toThrow(/has no “title”/);
  });
});

describe('Names and addresses', () => {
  test.each([
    ['email', 'champ-email'],
    ['answers[0].count', 'champ-answers-0-count'],
    ['choices[]', 'champ-choices'],
    ['person.firstName', 'champ-person-firstName'],
  ])('the field %s is #%s', (name, id) => {
    expect(fieldId(name)).toBe(id);
  });

  test('an address says nothing of what is empty', () => {
    expect(address('/produits', { q: 'carnet & suivi', tri: '', page: '2' })).toBe(
      '/produits?q=carnet+%26+suivi&page=2',
    );
    expect(address('/produits', { q: '' })).toBe('/produits');
  });
});
