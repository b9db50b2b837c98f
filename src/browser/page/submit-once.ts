/** A form is sent once, and its button says so. `data-again` is for a form whose answer is a file: the page stays. */
export function submitOnce(): void {
  const sent = new Map<HTMLFormElement, () => void>();

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    if (form.method !== 'post' || form.dataset.again !== undefined) return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    const button = event.submitter;
    sent.set(form, button === null ? () => {} : sayItIsSent(button));
  });

  // The "back" button may bring the page back as it was left.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const restore of sent.values()) restore();
    sent.clear();
  });
}

function sayItIsSent(button: HTMLElement): () => void {
  const words = button.textContent;
  // The width stays: the button must not jump under the pointer. `disabled` would drop its name from what is sent.
  button.style.minWidth = `${button.offsetWidth}px`;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = 'Envoi en cours…';
  return () => {
    button.textContent = words;
    button.removeAttribute('aria-disabled');
    button.style.minWidth = '';
  };
}
