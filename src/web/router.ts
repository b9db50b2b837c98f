import { Router as expressRouter, type Request, type RequestHandler, type Response, urlencoded } from 'express';
import type { z } from 'zod';
import { type Actor, mustAcceptCgu } from '../domain/accounts/person.ts';
import { type Action, can } from '../domain/accounts/rights.ts';
import { Conflict, type FieldError, Forbidden, Invalid, RuleBroken } from '../domain/errors.ts';
import type { Storage } from '../storage/storage.ts';
import { type Csrf, comesFromElsewhere } from './csrf.ts';
import { answerTo, SessionOver, StaleForm, TooMany } from './errors.ts';
import type { Refused } from './forms.ts';
import { paths } from './paths.ts';
import { fieldErrors } from './schemas.ts';
import { typed } from './typed.ts';
import { discard, type FileField, fileErrors, receiveFiles } from './uploads.ts';
import type { SignedVisit, Visit } from './visit.ts';

/** Who may come: everybody, whoever is signed in (before the CGU are accepted, or after), or whoever holds a right. There is no default. */
export type Access = 'public' | 'beforeTerms' | 'signedIn' | Action;
type VisitFor<A extends Access> = A extends 'public' ? Visit : SignedVisit;

export interface Form<A extends Access, Values> {
  readonly schema: z.ZodType<Values>;
  /** Shows the form again; without it, a refusal is a page of its own. */
  readonly again?: (visit: VisitFor<A>, refused: Refused) => Promise<void> | void;
  readonly files?: readonly FileField[];
  /** What it holds at most (`6mb`), where its texts are many. */
  readonly limit?: string;
  /** Before anything is read of a form with files: false when it has answered already. */
  readonly opens?: (visit: VisitFor<A>) => Promise<boolean>;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly pattern: string;
  readonly access: Access;
}

export interface Routes {
  readonly all: readonly Route[];
  readonly middleware: RequestHandler;
  get<A extends Access>(path: { pattern: string }, access: A, act: (visit: VisitFor<A>) => Promise<void> | void): void;
  post<A extends Access, Values>(
    path: { pattern: string },
    access: A,
    form: Form<A, Values>,
    act: (visit: VisitFor<A>, values: Values) => Promise<void> | void,
  ): void;
}

export interface RouterOptions {
  readonly csrf: Csrf;
  readonly storage: Storage;
  readonly baseUrl: string;
  readonly clock: () => Date;
  readonly termsVersion: string;
}

const LIMIT = '200kb';
const readers = new Map<string, RequestHandler>();

/** One reader for each limit. */
function reader(limit: string): RequestHandler {
  const read = readers.get(limit) ?? urlencoded({ extended: false, limit, parameterLimit: 2000 });
  readers.set(limit, read);
  return read;
}

export function createRoutes(options: RouterOptions): Routes {
  const router = expressRouter({ caseSensitive: true, strict: false });
  const all: Route[] = [];

  /** Null when whoever comes was sent elsewhere first. */
  const admitted = <A extends Access>(req: Request, res: Response, access: A): VisitFor<A> | null => {
    const actor = req.session?.known?.actor ?? null;
    const visit = { req, res, now: options.clock(), ip: req.ip ?? '', actor };
    const gate = gateOf(actor, access, req, options.termsVersion);
    if (gate === null) return visit as VisitFor<A>;
    res.redirect(303, gate);
    return null;
  };

  return {
    all,
    middleware: router,
    get: (path, access, act) => {
      all.push({ method: 'GET', pattern: path.pattern, access });
      router.get(path.pattern, async (req: Request, res: Response) => {
        const visit = admitted(req, res, access);
        if (visit !== null) await act(visit);
      });
    },
    post: (path, access, form, act) => {
      all.push({ method: 'POST', pattern: path.pattern, access });
      router.post(path.pattern, async (req: Request, res: Response) => {
        if (comesFromElsewhere(req, options.baseUrl))
          throw new Forbidden('Ce formulaire a été envoyé depuis un autre site : il a été refusé.');
        if (access !== 'public' && !req.session?.known?.actor) {
          // Read all the same: what was typed is shown again. Its files are not kept.
          await readForm(req, res, form, () => false);
          throw new SessionOver();
        }
        const visit = admitted(req, res, access);
        if (visit === null || (form.opens !== undefined && !(await form.opens(visit)))) return;
        // A file comes after the token: without it, or with another's, it is not stored.
        await readForm(req, res, form, () => options.csrf.holds(req));
        try {
          await submit(visit, form, act, options);
        } catch (failure) {
          // What fails otherwise than by a refusal may have kept them: a stray file is told by a command, a lost one is lost
          if (answerTo(failure).status < 500) await discard(options.storage, req.received);
          throw failure;
        }
      });
    },
  };

  function readForm(
    req: Request,
    res: Response,
    { files, limit = LIMIT }: Pick<Form<Access, unknown>, 'files' | 'limit'>,
    mayStore: (req: Request) => boolean,
  ): Promise<void> {
    if (files !== undefined && req.is('multipart/form-data'))
      return receiveFiles(req, res, { storage: options.storage, fields: files, mayStore });
    return new Promise((resolve, reject) => {
      reader(limit)(req, res, (failure?: unknown) => (failure ? reject(failure) : resolve()));
    });
  }
}

/** Where a person must go first, if anywhere; refuses whoever has no right. */
function gateOf(actor: Actor | null, access: Access, req: Request, termsVersion: string): string | null {
  if (access === 'public') return null;
  if (actor === null) return `${paths.signIn()}?retour=${encodeURIComponent(req.originalUrl)}`;
  // A3: without acceptance of the current CGU nothing else opens.
  if (access === 'beforeTerms') return null;
  if (mustAcceptCgu(actor, termsVersion)) return paths.acceptTerms();
  if (access !== 'signedIn' && !can(actor, access)) throw new Forbidden();
  return null;
}

/** Token, fields, files, then the act; a refusal shows the form again where there is one to show. */
async function submit<A extends Access, Values>(
  visit: VisitFor<A>,
  form: Form<A, Values>,
  act: (visit: VisitFor<A>, values: Values) => Promise<void> | void,
  options: RouterOptions,
): Promise<void> {
  const { _csrf: _, ...sent }: Record<string, unknown> = visit.req.body ?? {};
  try {
    if (!options.csrf.holds(visit.req)) throw new StaleForm();
    const read = form.schema.safeParse(sent);
    const errors = [...(read.success ? [] : fieldErrors(read.error)), ...fileErrors(form.files, visit.req.received)];
    if (!read.success || errors.length > 0) throw new Invalid(errors);
    await act(visit, read.data);
  } catch (failure) {
    const errors = shownInTheForm(failure);
    if (form.again === undefined || errors === null) throw failure;
    await discard(options.storage, visit.req.received);
    await form.again(visit, { status: answerTo(failure).status, typed: typed(sent), errors });
  }
}

function shownInTheForm(failure: unknown): readonly FieldError[] | null {
  if (failure instanceof Invalid) return failure.fields;
  const general =
    failure instanceof StaleForm ||
    failure instanceof RuleBroken ||
    failure instanceof Conflict ||
    failure instanceof TooMany;
  return general ? [{ field: '', message: answerTo(failure).text }] : null;
}
