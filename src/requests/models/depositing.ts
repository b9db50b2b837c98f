import { kbisIssuedAfter } from '../../domain/accounts/kbis.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { formatSiren } from '../../domain/accounts/siren.ts';
import { formatDate, isoDay } from '../../domain/french/dates.ts';
import type { FileProps, StateProps, SummaryProps } from '../../web/components.ts';
import type { FormModel } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { paperFiles } from '../schemas.ts';
import type { AccountRequest } from '../store.ts';

export interface DepositModel extends FormModel {
  readonly action: string;
  /** What a verifier asks for, when the first papers would not do. */
  readonly reason: string | null;
  readonly until: string;
  readonly recap: SummaryProps;
  readonly kbisAfter: string;
  readonly today: string;
  readonly identity: Pick<FileProps, 'name' | 'formats' | 'maxBytes'>;
  readonly kbis: Pick<FileProps, 'name' | 'formats' | 'maxBytes'>;
  /** Another login to choose, once the first was found taken. */
  readonly asksLogin: boolean;
  readonly privacyHref: string;
}

export interface ProgressModel {
  readonly state: StateProps;
  readonly paragraphs: readonly string[];
  readonly reason: string | null;
  readonly link: { readonly label: string; readonly href: string } | null;
}

declare module '../../web/views.ts' {
  interface Views {
    'requests/deposit': DepositModel;
    'requests/progress': ProgressModel;
  }
}

export function depositModel(form: FormModel, request: AccountRequest, action: string, now: Date): DepositModel {
  const fact = (label: string, ...values: readonly string[]) => ({ label, values, change: null });
  return {
    ...form,
    action,
    reason: request.reason,
    until: formatDate(request.tokenExpiresAt),
    recap: {
      items: [
        fact('Entreprise', request.legalName),
        fact('SIREN', formatSiren(request.siren)),
        fact('Demandeur', fullName(request), request.position),
        fact('Nom d’utilisateur demandé', request.login),
      ],
    },
    kbisAfter: formatDate(kbisIssuedAfter(now)),
    today: isoDay(now),
    identity: fileOf('identity'),
    kbis: fileOf('kbis'),
    asksLogin: form.typed.text('login') !== '' || form.errors.some(({ field }) => field === 'login'),
    privacyHref: paths.privacy(),
  };
}

function fileOf(name: 'identity' | 'kbis'): DepositModel['identity'] {
  const { types, maxBytes } = paperFiles[name];
  return { name, formats: types.map(({ extension }) => extension), maxBytes };
}

/** A2: once the papers are there, the link tells the state and nothing else. */
export function progressModel(request: AccountRequest): ProgressModel {
  const { status, reason } = request;
  if (status === 'APPROVED') {
    return {
      state: { kind: 'done', label: 'Acceptée' },
      paragraphs: [
        'Votre compte est ouvert. Un message vous a été envoyé avec un lien pour choisir votre mot de passe.',
        'Ce lien n’est valable que 72 heures : passé ce délai, demandez-en un nouveau.',
      ],
      reason: null,
      link: { label: 'Recevoir un nouveau lien', href: paths.forgottenPassword() },
    };
  }
  if (status === 'REFUSED') {
    return {
      state: { kind: 'closed', label: 'Refusée' },
      paragraphs: ['Votre demande a été examinée et n’a pas pu être acceptée. Le vérificateur précise :'],
      reason,
      link: { label: 'Faire une nouvelle demande', href: paths.requestAccount() },
    };
  }
  return {
    state: { kind: 'doing', label: 'En cours d’examen' },
    paragraphs: [
      'Vos pièces sont bien arrivées. Un vérificateur de l’Agence du Numérique en Santé les examine.',
      'Vous recevrez sa décision par message électronique, à l’adresse que vous avez indiquée. Vous n’avez rien d’autre à faire.',
    ],
    reason: null,
    link: null,
  };
}
