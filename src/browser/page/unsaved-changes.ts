/** `data-guard` on a form: leaving it changed and unsent asks first. */
export function guardUnsavedChanges(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) {
    const before = contentOf(form);
    let sent = false;
    form.addEventListener('submit', (event) => {
      sent = !event.defaultPrevented;
    });
    window.addEventListener('beforeunload', (event) => {
      if (!sent && contentOf(form) !== before) event.preventDefault();
    });
  }
}

function contentOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value]);
  return JSON.stringify(entries);
}
