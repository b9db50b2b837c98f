/** What a person typed, as sent: a refused form comes back with it (never with passwords or files). */
export interface Typed {
  text(name: string): string;
  list(name: string): readonly string[];
  has(name: string, value: string): boolean;
  readonly entries: readonly (readonly [name: string, value: string])[];
}

const NEVER_SHOWN = /password|_csrf/i;

export function typed(values: Readonly<Record<string, unknown>>): Typed {
  const entries = Object.entries(values)
    .filter(([name]) => !NEVER_SHOWN.test(name))
    .flatMap(([name, value]) => [value].flat().map((one) => [name, asText(one)] as const));
  const list = (name: string): readonly string[] => entries.filter(([key]) => key === name).map(([, value]) => value);
  return {
    entries,
    list,
    text: (name) => list(name)[0] ?? '',
    has: (name, value) => list(name).includes(value),
  };
}

export const nothingTyped: Typed = typed({});

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
