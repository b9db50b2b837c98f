/** What a form says of one criterion, or of one section: each has its own name. */
const OF_A_CRITERION = /^(niveau|commentaire|depend|option|etat|vue)\./;
const OF_A_SECTION = /^(na|raison|section)\./;

const CHOICE = /^(garder|prendre):/;

/**
 * The buttons at the foot: all that waits is saved first, each answer by itself; the form then carries what was asked and nothing
 * else, so that no answer is saved twice. While something could not be saved the page stays, and `stopped` says why.
 */
export function submitOnceSaved(
  form: HTMLFormElement,
  { flush, unsaved, stopped }: { readonly flush: () => Promise<void>; unsaved: () => number; stopped: () => void },
): void {
  let ready = false;
  let busy = false;
  form.addEventListener('submit', (event) => {
    // A page that came back with two answers to a criterion has buttons of its own, which carry the fields.
    const chooses = event.submitter instanceof HTMLButtonElement && CHOICE.test(event.submitter.value);
    if (ready || chooses) return;
    // Nothing waits: it goes at once. A form that was stopped can't be sent again while it still tells that it is sent.
    if (unsaved() === 0) {
      ready = true;
      return;
    }
    event.preventDefault();
    if (busy) return;
    busy = true;
    void flush().then(() => {
      busy = false;
      if (unsaved() > 0) return stopped();
      ready = true;
      form.requestSubmit(event.submitter);
    });
  });
  form.addEventListener('formdata', ({ formData }) => {
    if (!ready) return;
    for (const name of [...formData.keys()]) {
      if (OF_A_CRITERION.test(name) || OF_A_SECTION.test(name)) formData.delete(name);
    }
  });
  // The "back" button may bring the page back as it was left.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) ready = false;
  });
}
