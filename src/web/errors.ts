import type { ErrorRequestHandler } from 'express';
import { MulterError } from 'multer';
import { isDatabaseAway, isDiskFull } from '../database/failures.ts';
import { Conflict, Forbidden, Invalid, NotFound, RuleBroken } from '../domain/errors.ts';
import type { Logger } from './logs.ts';
import type { Render } from './render.ts';
import { type Typed, typed } from './typed.ts';
import { type Visit, wantsJson } from './visit.ts';

/** Too many attempts: the person is told when to come back. */
export class TooMany extends Error {
  readonly until: Date;

  constructor(message: string, until: Date) {
    super(message);
    this.until = until;
  }
}

/** The form's token is missing, stale or somebody else's. */
export class StaleForm extends Error {}

/** The session ended while a form was being filled in. */
export class SessionOver extends Error {}

export interface Answer {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

export interface ErrorModel extends Answer {
  readonly request: string;
  readonly support: string;
  /** What was typed, to be sent again as it was. */
  readonly typed: Typed | null;
  readonly action: string;
}

declare module './views.ts' {
  interface Views {
    'errors/show': ErrorModel;
  }
}

/** The only place that turns a failure into a status and words. */
export function answerTo(failure: unknown): Answer {
  if (failure instanceof NotFound) return { status: 404, title: 'Page introuvable', text: failure.message };
  if (failure instanceof Forbidden) return { status: 403, title: 'Accès refusé', text: failure.message };
  if (failure instanceof Conflict)
    return { status: 409, title: 'Quelqu’un a modifié ces informations', text: failure.message };
  if (failure instanceof RuleBroken) return { status: 422, title: 'Action impossible', text: failure.message };
  if (failure instanceof Invalid) {
    const lines = failure.fields.map((field) => field.message).join(' ');
    return { status: 422, title: 'Informations à corriger', text: lines || failure.message };
  }
  if (failure instanceof TooMany) return { status: 429, title: 'Trop de tentatives', text: failure.message };
  if (failure instanceof StaleForm) {
    return {
      status: 403,
      title: 'Formulaire à renvoyer',
      text: 'Cette page était ouverte depuis trop longtemps, ou votre session a changé entre-temps. Rien n’a été enregistré. Vérifiez ce que vous aviez saisi, puis envoyez de nouveau.',
    };
  }
  if (failure instanceof SessionOver) {
    return {
      status: 401,
      title: 'Votre session a expiré',
      text: 'Connectez-vous dans un autre onglet, puis revenez à cette page pour envoyer de nouveau ce que vous aviez saisi : rien n’est perdu.',
    };
  }
  if (isDatabaseAway(failure)) {
    return {
      status: 503,
      title: 'Service momentanément indisponible',
      text: 'La base de données ne répond pas. Ce que vous avez enregistré est conservé. Réessayez dans quelques instants.',
    };
  }
  if (isDiskFull(failure)) {
    return {
      status: 503,
      title: 'Enregistrement momentanément impossible',
      text: 'Le service manque d’espace de stockage : cet envoi n’a pas été enregistré. Ce qui l’était déjà est conservé et reste lisible. L’équipe en est informée, réessayez plus tard.',
    };
  }
  return answerToHttp(failure);
}

const unexpected: Answer = {
  status: 500,
  title: 'Erreur inattendue',
  text: 'Le service n’a pas pu répondre. L’équipe en est informée. Si cela se reproduit, transmettez le numéro de la demande au support.',
};

const tooLarge: Answer = {
  status: 413,
  title: 'Envoi trop volumineux',
  text: 'Ce que vous avez envoyé dépasse la taille acceptée. Revenez à la page précédente et raccourcissez votre saisie\u00a0: elle y est encore.',
};

const unreadable: Answer = {
  status: 400,
  title: 'Demande illisible',
  text: 'Le service n’a pas compris cette demande. Revenez à la page précédente et réessayez.',
};

const tooMany: Answer = {
  status: 422,
  title: 'Envoi refusé',
  text: 'Le formulaire contient trop de fichiers ou de champs. Renvoyez seulement les fichiers demandés.',
};

/** What is wrong with a form that has files; otherwise, it has what no form of ours has, as a field without a name. */
const answersToForms: ReadonlyMap<string, Answer> = new Map([
  ['LIMIT_FIELD_VALUE', tooLarge],
  ['LIMIT_FIELD_COUNT', tooMany],
  ['LIMIT_FILE_COUNT', tooMany],
  ['LIMIT_PART_COUNT', tooMany],
]);

/** Failures of Express and of its body parsers. */
function answerToHttp(failure: unknown): Answer {
  if (failure instanceof MulterError) return answersToForms.get(failure.code) ?? unreadable;
  const status = statusOf(failure);
  if (status === 413) return tooLarge;
  return status >= 400 && status < 500 ? unreadable : unexpected;
}

function statusOf(failure: unknown): number {
  const status = typeof failure === 'object' && failure !== null && 'status' in failure ? failure.status : undefined;
  return typeof status === 'number' ? status : failure instanceof URIError ? 400 : 500;
}

export function errorHandler(options: {
  log: Logger;
  render: Render;
  support: string;
  clock: () => Date;
}): ErrorRequestHandler {
  return (failure: unknown, req, res, _next) => {
    const answer = answerTo(failure);
    if (answer.status >= 500) options.log.error({ request: req.id, err: failure }, 'request failed');
    if (res.headersSent) {
      res.destroy();
      return;
    }
    if (failure instanceof TooMany) {
      res.set(
        'Retry-After',
        String(Math.max(1, Math.ceil((failure.until.getTime() - options.clock().getTime()) / 1000))),
      );
    }
    if (wantsJson(req)) {
      res.status(answer.status).json({
        error: {
          title: answer.title,
          message: answer.text,
          fields: failure instanceof Invalid ? failure.fields : [],
          request: req.id,
        },
      });
      return;
    }
    const again = failure instanceof StaleForm || failure instanceof SessionOver;
    const visit: Visit = { req, res, now: options.clock(), ip: req.ip ?? '', actor: req.session?.known?.actor ?? null };
    options.render(
      visit,
      'errors/show',
      { title: answer.title, status: answer.status },
      {
        ...answer,
        request: req.id,
        support: options.support,
        typed: again ? typed(req.body ?? {}) : null,
        action: req.originalUrl,
      },
    );
  };
}
