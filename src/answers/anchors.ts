/** Where a questionnaire’s page may be entered. Codes may hold spaces, sections’ ids are paths. */
export function criterionAnchor(code: string): string {
  return `c-${code.replaceAll(' ', '_')}`;
}

/** "s-SF_CON-QUA" */
export function sectionAnchor(id: string): string {
  return `s-${id.replaceAll(/[ /]/g, '-')}`;
}
