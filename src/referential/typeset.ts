const space = '\u00a0';

/** Writers type as they speak; what is shown has typographic apostrophes and non-breaking spaces. Applied twice, it changes nothing more. */
export function typeset(text: string): string {
  return text
    .trim()
    .replaceAll("'", '’')
    .replaceAll(/[ \u00a0]+([:;!?%])/g, `${space}$1`)
    .replaceAll(/[ \u00a0]*»/g, `${space}»`)
    .replaceAll(/«[ \u00a0]*/g, `«${space}`)
    .replaceAll(/(\d) (?=\d{3}\b)/g, `$1${space}`);
}
