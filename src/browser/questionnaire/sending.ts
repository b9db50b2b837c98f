import type { Said } from '../../domain/answers/draft.ts';
import { gradeOf } from '../../domain/referential/level.ts';
import { asGrade } from './fields.ts';

/** What keeps a request from being done, and that may pass. */
export type Cause = 'network' | 'server' | 'session' | 'account';

/** Somebody’s answer, as it is on the server. */
export interface Theirs {
  readonly said: Said;
  readonly revision: number;
  /** Empty: nothing is said of this criterion any more. */
  readonly answeredBy: string;
  readonly at: Date;
}

export type Outcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly at: string }
  | { readonly kind: 'conflict'; readonly theirs: Theirs }
  | { readonly kind: 'failed'; readonly cause: Cause }
  /** The server will not have it, however often it is sent. */
  | { readonly kind: 'refused'; readonly message: string };

/** What came back of a request of this page: data, or why there is none. */
export type Answered = { readonly status: number; readonly data: unknown } | { readonly cause: Cause };

/** Beyond that, browsers refuse to send it from a page that is being left. */
const KEEPALIVE_LIMIT = 30_000;

/** A server that does not answer is away. */
const PATIENCE = 20_000;

/** Requests of the questionnaire’s page, with its token. */
export interface Sending {
  save(criterion: string, said: Said, revision: number): Promise<Outcome>;
  post(url: string, fields: Readonly<Record<string, string>>): Promise<Answered>;
}

export function sendingOf(form: HTMLFormElement): Sending {
  let renewal: Promise<Cause | null> | null = null;

  const renewed = (): Promise<Cause | null> => {
    renewal ??= renewToken(form).finally(() => {
      renewal = null;
    });
    return renewal;
  };

  const post = async (url: string, fields: Readonly<Record<string, string>>): Promise<Answered> => {
    const token = tokenOf(form)?.value;
    const first = await request(url, fields, token ?? '');
    if (!('status' in first) || first.status !== 403) return asAnswered(first);
    // Whoever signed in again in another tab has another session: this page’s token is stale.
    if (tokenOf(form)?.value === token) {
      const cause = await renewed();
      if (cause !== null) return { cause };
    }
    return asAnswered(await request(url, fields, tokenOf(form)?.value ?? ''));
  };

  return {
    post,
    save: async (criterion, said, revision) => {
      const answered = await post(form.dataset.save ?? '', asFields(criterion, said, revision));
      return 'cause' in answered ? { kind: 'failed', cause: answered.cause } : outcomeOf(answered);
    },
  };
}

function tokenOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[name=_csrf]');
}

function asFields(criterion: string, { answer, comment, ...said }: Said, revision: number): Record<string, string> {
  return {
    critere: criterion,
    revision: String(revision),
    niveau: answer === null ? '' : String(gradeOf(answer)),
    commentaire: comment,
    ...(said.dependsOnOption ? { depend: 'on', option: said.optionId ?? '' } : {}),
  };
}

async function request(url: string, fields: Readonly<Record<string, string>>, token: string): Promise<Answered> {
  const body = new URLSearchParams(fields).toString();
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'x-csrf-token': token,
      },
      keepalive: body.length < KEEPALIVE_LIMIT,
      signal: AbortSignal.timeout(PATIENCE),
    });
    return { status: response.status, data: response.ok || isJson(response) ? await response.json() : null };
  } catch {
    return { cause: 'network' };
  }
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.includes('json') ?? false;
}

function asAnswered(answered: Answered): Answered {
  if ('cause' in answered) return answered;
  if (answered.status === 401) return { cause: 'session' };
  return answered.status >= 500 || answered.status === 429 ? { cause: 'server' } : answered;
}

/** The page, fetched anew, has the token of the present session; null once this page has it too. */
async function renewToken(form: HTMLFormElement): Promise<Cause | null> {
  try {
    // `form.action` is its buttons, which bear that name.
    const response = await fetch(form.getAttribute('action') ?? '', { signal: AbortSignal.timeout(PATIENCE) });
    if (response.status >= 500) return 'server';
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const now = page.querySelector<HTMLFormElement>(`form#${form.id}`);
    // Sent to the sign-in: whoever was signed in is not any more.
    if (response.redirected && now === null) return 'session';
    const token = now === null ? null : tokenOf(now);
    // What this page holds belongs to whoever opened it, not to whoever signed in since.
    if (now !== null && now.dataset.keep !== form.dataset.keep) return 'account';
    const own = tokenOf(form);
    if (own !== null && token !== null) own.value = token.value;
    return null;
  } catch {
    return 'network';
  }
}

function outcomeOf({ status, data }: { readonly status: number; readonly data: unknown }): Outcome {
  if (status === 200 && isRecord(data)) return { kind: 'saved', revision: Number(data.revision), at: String(data.at) };
  if (status === 409 && isRecord(data) && isRecord(data.conflict)) {
    return { kind: 'conflict', theirs: theirsIn(data.conflict) };
  }
  return { kind: 'refused', message: messageIn(data) };
}

function theirsIn(conflict: Readonly<Record<string, unknown>>): Theirs {
  const { comment, dependsOnOption, optionId, revision, answeredBy, at } = conflict;
  return {
    said: {
      answer: asGrade(String(conflict.grade)),
      comment: String(comment),
      dependsOnOption: dependsOnOption === true,
      optionId: typeof optionId === 'string' ? optionId : null,
    },
    revision: Number(revision),
    answeredBy: String(answeredBy),
    at: new Date(String(at)),
  };
}

/** The hour of a save; null where the answer has none. */
export function hourIn(data: unknown): string | null {
  return isRecord(data) && typeof data.at === 'string' ? data.at : null;
}

/** What the server says of a request that it refuses (web/errors). */
export function messageIn(data: unknown): string {
  const error = isRecord(data) && isRecord(data.error) ? data.error.message : null;
  return typeof error === 'string' ? error : 'Le service a refusé cette réponse.';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
