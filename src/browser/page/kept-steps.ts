/**
 * `data-steps` on a form, one of several steps that carry each other's fields: the "back" button shows a step as it was,
 * which knows nothing of what was typed after it. What each step last sent is kept in this tab until one leaves the steps.
 */
export function keepSteps(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-steps]');
  const key = form?.querySelector<HTMLInputElement>('input[name=creationKey]')?.value;
  if (form === null || key === undefined) {
    write(null);
    return;
  }
  carry(form, key);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) carry(form, key);
  });
  form.addEventListener('submit', () => {
    const data = new FormData(form);
    const typed = asked(form).map((name) => [name, data.getAll(name).map(String)] as const);
    write({ key, fields: { ...read(key), ...Object.fromEntries(typed) } });
  });
}

type Fields = Readonly<Record<string, readonly string[]>>;

/** What this page does not ask is as the step that asks it last sent it. */
function carry(form: HTMLFormElement, key: string): void {
  const here = asked(form);
  for (const [name, values] of Object.entries(read(key))) {
    if (here.includes(name)) continue;
    for (const input of form.querySelectorAll<HTMLInputElement>('input[data-carried]')) {
      if (input.name === name) input.remove();
    }
    for (const value of values) form.append(carried(name, value));
  }
}

function carried(name: string, value: string): HTMLInputElement {
  const input = document.createElement('input');
  Object.assign(input, { type: 'hidden', name, value });
  input.dataset.carried = '';
  return input;
}

/** The names of the fields that a person fills in here. */
function asked(form: HTMLFormElement): readonly string[] {
  const fields = form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea');
  return [...new Set([...fields].map(({ name }) => name))];
}

const PLACE = 'convergence.etapes';

/** A browser may refuse its storage: the steps then carry what they hold, and no more. */
function read(key: string): Fields {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
    return isKept(kept) && kept.key === key ? kept.fields : {};
  } catch {
    return {};
  }
}

function write(kept: { readonly key: string; readonly fields: Fields } | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(PLACE);
    else sessionStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    // See above
  }
}

function isKept(kept: unknown): kept is { readonly key: string; readonly fields: Fields } {
  return typeof kept === 'object' && kept !== null && 'key' in kept && 'fields' in kept;
}
