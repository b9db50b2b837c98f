const enumeration = new Intl.ListFormat('fr-FR', { type: 'conjunction' });

/** `a`, `a et b`, `a, b et c` */
export function formatList(items: readonly string[]): string {
  return enumeration.format(items);
}
