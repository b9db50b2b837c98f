/** Where a page of the library may be entered: an address of the public, so it stays. */
export function anchorOf(code: string): string {
  return code.replaceAll(' ', '_');
}

/** "SF_CON/QUA" */
export function sectionAnchor(id: string): string {
  return `section-${id.replaceAll(/[ /]/g, '-')}`;
}

export function questionAnchor(number: number): string {
  return `question-${number}`;
}
