/** The colours of the scheme that is shown, as the styles say them. */
export interface Palette {
  readonly surface: string;
  readonly ink: string;
  readonly mention: string;
  /** The rings, by the level that they reach. */
  readonly rings: readonly { readonly level: 1 | 2 | 3; readonly fill: string; readonly line: string }[];
  trace(kind: string): string;
}

export function paletteOf(page: Document): Palette {
  const colour = (name: string): string => resolved(page, name);
  const traces: Readonly<Record<string, string>> = {
    validated: colour('--cv-accent'),
    draft: colour('--cv-draft'),
    recommended: colour('--cv-ink'),
    required: colour('--cv-required'),
  };
  return {
    surface: colour('--cv-surface'),
    ink: colour('--cv-ink'),
    mention: colour('--cv-mention'),
    rings: [
      { level: 3, fill: colour('--level-2-soft'), line: colour('--level-3-line') },
      { level: 2, fill: colour('--level-1-soft'), line: colour('--level-2-tint') },
      { level: 1, fill: colour('--level-0-soft'), line: colour('--level-1-tint') },
    ],
    trace: (kind) => traces[kind] ?? colour('--cv-ink'),
  };
}

/** A variable may name another one, or a colour that a canvas does not read: the browser says what it comes to. */
function resolved(page: Document, name: string): string {
  const probe = page.createElement('i');
  probe.style.color = `var(${name})`;
  page.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** `rgb(0, 0, 145)` seen through. */
export function through(colour: string, opacity: number): string {
  return colour.replace(/^rgb\((.*)\)$/, `rgba($1, ${opacity})`);
}
