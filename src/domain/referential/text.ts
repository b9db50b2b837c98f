/** French, already typeset. Paragraphs are separated by an empty line. */
export type Text = string;

export interface Link {
  readonly title: string;
  /** A public reference may be named without having a stable address. */
  readonly url: string | null;
}

export interface Picture {
  /** Under public/images/. */
  readonly file: string;
  readonly alternative: string;
}

export function paragraphs(text: Text): readonly string[] {
  return text.split(/\n\s*\n/);
}

/** What somebody typed on several lines, without the blank ones. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
