/** What is said of the files to come: their type, their description, and that a single deposit is meant. */
export interface DepositForm {
  readonly input: HTMLInputElement;
  readonly zone: HTMLElement;
  fields(): Readonly<Record<string, string>>;
  /** What is still to be said before anything is sent; the field gets the focus. */
  lacks(): string | null;
  complain(words: string): void;
}

/** Null where nothing may be deposited. */
export function formIn(panel: HTMLElement): DepositForm | null {
  const box = panel.querySelector<HTMLElement>('[data-deposit]');
  const type = box?.querySelector<HTMLSelectElement>('[data-type]');
  const description = box?.querySelector<HTMLInputElement>('[data-description]');
  const input = box?.querySelector<HTMLInputElement>('[data-file]');
  const zone = box?.querySelector<HTMLElement>('[data-drop]');
  const problem = box?.querySelector<HTMLElement>('[data-problem]');
  const confirm = box?.querySelector<HTMLInputElement>('[data-confirm]') ?? null;
  if (!box || !type || !description || !input || !zone || !problem) return null;

  const complain = (words: string): void => {
    problem.textContent = words;
    problem.hidden = words === '';
  };
  const isOnce = (): boolean => type.selectedOptions[0]?.hasAttribute('data-once') ?? false;
  const followType = (): void => {
    const group = confirm?.closest<HTMLElement>('[data-confirm-group]');
    if (group) group.hidden = !isOnce();
  };
  box.hidden = false;
  followType();
  type.addEventListener('change', followType);
  // The questionnaire around is not what Enter sends from here
  description.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    description.dispatchEvent(new Event('change', { bubbles: true }));
  });

  return {
    input,
    zone,
    complain,
    fields: () => ({
      type: type.value,
      description: description.value.trim(),
      ...(confirm?.checked && isOnce() ? { confirme: 'oui' } : {}),
    }),
    lacks: () => {
      if (description.value.trim() === '') {
        description.focus();
        return 'Décrivez ce que le vérificateur doit y voir\u00a0: l’envoi commence ensuite.';
      }
      if (isOnce() && confirm !== null && !confirm.checked) {
        confirm.focus();
        return 'Confirmez le dépôt unique\u00a0: l’envoi commence ensuite.';
      }
      return null;
    },
  };
}
