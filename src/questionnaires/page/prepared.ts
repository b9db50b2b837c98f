import type { Template } from '../../web/templates.ts';

/** A piece of the page that was rendered once and is kept: `views/questionnaires/prepared` alone prints it. */
export interface Prepared {
  readonly html: string;
}

/** Pieces one after the other, as one. */
export function together(pieces: readonly Prepared[]): Prepared {
  return { html: pieces.map(({ html }) => html).join('') };
}

/** Renders a view at its first use with this key, and keeps it. The key names all that the model depends on. */
export type Prepare = (view: string, key: readonly unknown[], model: () => object) => Prepared;

/**
 * What depends on the démarche, the criterion and the level chosen alone is the same for everybody: the page of 36 criteria is made
 * of some hundred such pieces, and of what one company said.
 */
export function openPrepared(template: Template): Prepare {
  const kept = new Map<string, Prepared>();
  return (view, key, model) => {
    const name = `${view} ${key.join(' ')}`;
    const before = kept.get(name);
    if (before !== undefined) return before;
    const made = { html: template(view, model()) };
    kept.set(name, made);
    return made;
  };
}
