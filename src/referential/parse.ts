import type { z } from 'zod';
import type { Mistake, Path, Source } from './source.ts';

/** Reads a file against the schema of its kind; every mistake of the file, not only the first. */
export function parse<T>(source: Source, schema: z.ZodType<T>, mistakes: Mistake[]): T | null {
  const result = schema.safeParse(source.content);
  if (result.success) return result.data;
  for (const issue of result.error.issues) mistakes.push(...inFrench(source, issue));
  return null;
}

function inFrench(source: Source, issue: z.core.$ZodIssue, above: Path = []): Mistake[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => source.mistake([...path, key], `clé inconnue : « ${key} »`));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => source.mistake(path, inner.message));
  }
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.filter((inner) => inner.length > 0 && !inner.some(isOfAnotherShape));
    if (meant.length === 1) return (meant[0] ?? []).flatMap((inner) => inFrench(source, inner, path));
  }
  return [source.mistake(path, reason(source, issue, path))];
}

/** Of several ways to write something, one that does not even start like what was written is not the one that was meant. */
function isOfAnotherShape(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

const expected: Readonly<Record<string, string>> = {
  string: 'un texte est attendu',
  array: 'une liste est attendue',
  object: 'un ensemble de clés est attendu',
  record: 'un ensemble de clés est attendu',
};

function reason(source: Source, issue: z.core.$ZodIssue, path: Path): string {
  if (issue.code !== 'invalid_union' && isMissing(source.content, path)) return `« ${path.at(-1)} » manque`;
  if (issue.code === 'invalid_type') return expected[issue.expected] ?? issue.message;
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) return 'la liste est trop courte';
  return issue.message;
}

function isMissing(content: unknown, path: Path): boolean {
  let value = content;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = Reflect.get(value, key);
  }
  return value === undefined;
}
