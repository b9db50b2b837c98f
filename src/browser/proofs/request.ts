/** What came back: the panel as it is now, or why not. */
export type Answer =
  | { readonly kind: 'done'; readonly panel: string; readonly missing: number; readonly said: string }
  /** `again`: the same may be sent once more, when whatever prevented it has passed. */
  | { readonly kind: 'refused'; readonly message: string; readonly again: boolean }
  | { readonly kind: 'cancelled' };

export interface Sending {
  readonly answer: Promise<Answer>;
  cancel(): void;
}

const AWAY = 'Le service ne répond pas\u00a0: vérifiez votre connexion, puis réessayez.';
const SIGNED_OUT = 'Votre session a expiré\u00a0: connectez-vous dans un autre onglet, puis réessayez.';

/** Sent with its progress, which `fetch` does not tell. */
export function send(
  url: string,
  fields: Readonly<Record<string, string | File>>,
  progress: (sent: number) => void = () => {},
): Sending {
  let request = new XMLHttpRequest();
  let cancelled = false;
  const once = (): Promise<{ readonly status: number; readonly data: unknown }> =>
    new Promise((resolve) => {
      request = new XMLHttpRequest();
      const body = bodyOf(fields);
      request.open('POST', url);
      request.setRequestHeader('Accept', 'application/json');
      request.responseType = 'json';
      request.upload.addEventListener('progress', ({ loaded }) => progress(loaded));
      request.addEventListener('loadend', () => resolve({ status: request.status, data: request.response }));
      request.send(body);
    });
  const answer = async (): Promise<Answer> => {
    let { status, data } = await once();
    // Whoever signed in again in another tab has another session: this page's token is stale.
    if (status === 403 && !cancelled && (await renewToken(url))) ({ status, data } = await once());
    if (cancelled) return { kind: 'cancelled' };
    return asAnswer(status, data);
  };
  return {
    answer: answer(),
    cancel: () => {
      cancelled = true;
      request.abort();
    },
  };
}

/** The token first: no file is stored before it was read. */
function bodyOf(fields: Readonly<Record<string, string | File>>): FormData | URLSearchParams {
  const sent = Object.entries({ _csrf: tokenHere()?.value ?? '', ...fields });
  const texts = sent.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  if (texts.length === sent.length) return new URLSearchParams(texts);
  const body = new FormData();
  for (const [name, value] of sent) body.append(name, value);
  return body;
}

function asAnswer(status: number, data: unknown): Answer {
  if (status === 200 && isRecord(data)) {
    return { kind: 'done', panel: String(data.panel), missing: Number(data.missing), said: String(data.said) };
  }
  if (status === 401) return { kind: 'refused', message: SIGNED_OUT, again: true };
  const said = isRecord(data) && isRecord(data.error) ? String(data.error.message) : '';
  return { kind: 'refused', message: said || AWAY, again: status === 0 || status >= 500 || status === 403 };
}

function tokenHere(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('input[name=_csrf]');
}

async function renewToken(url: string): Promise<boolean> {
  try {
    const response = await fetch(url.replace(/\/(?:finalisation|[^/]+\/archivage)$/, ''));
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const token = page.querySelector<HTMLInputElement>('input[name=_csrf]')?.value;
    if (response.redirected || token === undefined) return false;
    for (const input of document.querySelectorAll<HTMLInputElement>('input[name=_csrf]')) input.value = token;
    return true;
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
