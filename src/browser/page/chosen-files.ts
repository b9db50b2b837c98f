const size = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** Under a file input: the names and sizes of what was chosen, and what would be refused, before anything is sent. */
export function describeChosenFiles(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file][data-max-bytes]')) {
    const said = document.getElementById(`${input.id}-choisi`);
    if (said === null) continue;
    input.addEventListener('change', () => describe(input, said));
    input.form?.addEventListener('submit', (event) => {
      if (tooLarge(input).length === 0) return;
      event.preventDefault();
      input.focus();
    });
  }
}

function describe(input: HTMLInputElement, said: HTMLElement): void {
  const refused = new Set(tooLarge(input));
  const lines = [...(input.files ?? [])].map((file) => {
    const line = document.createElement('p');
    line.className = refused.has(file) ? 'fr-error-text' : 'fr-valid-text';
    const limit = refused.has(file) ? ` : trop volumineux, ${words(Number(input.dataset.maxBytes))} au plus` : '';
    line.textContent = `${file.name} (${words(file.size)})${limit}`;
    return line;
  });
  said.replaceChildren(...lines);
  input.closest('.fr-upload-group')?.classList.toggle('fr-upload-group--error', refused.size > 0);
  input.toggleAttribute('aria-invalid', refused.size > 0);
}

function tooLarge(input: HTMLInputElement): readonly File[] {
  const limit = Number(input.dataset.maxBytes);
  return [...(input.files ?? [])].filter((file) => file.size > limit);
}

function words(bytes: number): string {
  if (bytes < 1000) return `${bytes} octets`;
  return bytes < 1_000_000 ? `${size.format(bytes / 1000)} ko` : `${size.format(bytes / 1_000_000)} Mo`;
}
