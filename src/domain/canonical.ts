/** The same text for the same content, whatever the order in which keys were written or read back. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) => (isKeyed(held) ? sorted(held) : held));
}

function isKeyed(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([first], [second]) => (first < second ? -1 : 1)));
}
