/** A section of the page, with what sets it aside where it may be (Q5). */
export interface Section {
  readonly id: string;
  readonly element: HTMLElement;
  /** The codes of its criteria, those of the sections inside it included. */
  readonly codes: readonly string[];
  readonly off: HTMLInputElement | null;
  readonly reason: HTMLTextAreaElement | null;
}

export function sectionsOf(form: HTMLFormElement): readonly Section[] {
  return [...form.querySelectorAll<HTMLElement>('[data-section]')].map((element) => {
    const id = element.dataset.section ?? '';
    return {
      id,
      element,
      codes: [...element.querySelectorAll<HTMLElement>('[data-criterion]')].map(
        ({ dataset }) => dataset.criterion ?? '',
      ),
      off: element.querySelector<HTMLInputElement>(`input[name="na.${CSS.escape(id)}"]`),
      reason: element.querySelector<HTMLTextAreaElement>(`[name="raison.${CSS.escape(id)}"]`),
    };
  });
}

/** Q5: the outermost section set aside around a criterion; null: it is answered for itself. */
export function sectionOver(sections: readonly Section[], code: string): Section | null {
  return sections.find(({ off, codes }) => off?.checked === true && codes.includes(code)) ?? null;
}

export function reasonOf({ reason }: Section): string {
  return reason?.value ?? '';
}
