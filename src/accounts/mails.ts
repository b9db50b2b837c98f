import type { Mail } from '../mail/mail.ts';

/** Every mail about an account, in one place so that they speak with one voice. Addresses are complete: they are read elsewhere. */

const ONCE = 'Ce lien ne fonctionne qu’une fois.';
const IGNORE = 'Si vous n’êtes pas à l’origine de cette demande, ignorez ce message : rien ne change.';

export function papersWanted(to: { email: string; company: string; url: string; reason: string | null }): Mail {
  return {
    to: to.email,
    subject:
      to.reason === null
        ? 'Votre demande de compte : déposez vos pièces'
        : 'Votre demande de compte : d’autres pièces sont nécessaires',
    paragraphs: [
      ...(to.reason === null
        ? [`Nous avons bien reçu votre demande d’ouverture de compte pour l’entreprise ${to.company}.`]
        : [
            `Vos pièces pour l’entreprise ${to.company} ont été examinées et ne suffisent pas encore. Le vérificateur précise :`,
            to.reason,
          ]),
      'Pour que nous puissions l’examiner, déposez une copie de votre pièce d’identité et un extrait Kbis de moins de trois mois.',
    ],
    action: { label: 'Déposer les pièces', url: to.url },
    notes: ['Ce lien est personnel et valable 30 jours. Ne le transmettez pas.', IGNORE],
  };
}

export function papersReceived(to: { email: string; company: string }): Mail {
  return {
    to: to.email,
    subject: 'Votre demande de compte est en cours d’examen',
    paragraphs: [
      `Vos pièces pour l’entreprise ${to.company} sont bien arrivées. Un vérificateur de l’Agence du Numérique en Santé les examine.`,
      'Vous recevrez sa décision à cette adresse.',
    ],
  };
}

/** The same page is shown to whoever asks: only the owner of the address learns that it already has an account. */
export function alreadyKnown(to: { email: string; url: string }): Mail {
  return {
    to: to.email,
    subject: 'Vous avez déjà un compte ou une demande en cours',
    paragraphs: [
      'Une demande d’ouverture de compte vient d’être faite avec votre adresse électronique. Un compte ou une demande en cours d’examen y est déjà associé : cette nouvelle demande reste sans suite.',
      'Si vous avez oublié votre mot de passe, vous pouvez en choisir un nouveau. Pour représenter une autre entreprise, faites une demande avec une autre adresse.',
    ],
    action: { label: 'Choisir un nouveau mot de passe', url: to.url },
    notes: [IGNORE],
  };
}

export function requestRefused(to: { email: string; company: string; reason: string }): Mail {
  return {
    to: to.email,
    subject: 'Votre demande de compte est refusée',
    paragraphs: [
      `Votre demande d’ouverture de compte pour l’entreprise ${to.company} a été examinée et n’a pas pu être acceptée. Le vérificateur précise :`,
      to.reason,
      'Vous pouvez déposer une nouvelle demande une fois ce point réglé.',
    ],
  };
}

export function requestApproved(to: { email: string; company: string; login: string; url: string }): Mail {
  return {
    to: to.email,
    subject: 'Votre compte Convergence est ouvert',
    paragraphs: [
      `Votre demande pour l’entreprise ${to.company} est acceptée : vous en êtes le Responsable sur Convergence.`,
      `Votre nom d’utilisateur est : ${to.login}`,
      'Il vous reste à choisir votre mot de passe.',
    ],
    action: { label: 'Choisir mon mot de passe', url: to.url },
    notes: [`Ce lien est valable 72 heures. ${ONCE}`],
  };
}

export function invitation(to: {
  email: string;
  by: string;
  company: string | null;
  login: string;
  url: string;
}): Mail {
  const where =
    to.company === null ? 'dans l’équipe de l’Agence du Numérique en Santé' : `pour l’entreprise ${to.company}`;
  return {
    to: to.email,
    subject: `${to.by} vous invite sur Convergence`,
    paragraphs: [
      `${to.by} a créé votre compte sur la plateforme Convergence, ${where}.`,
      `Votre nom d’utilisateur est : ${to.login}`,
      'Il vous reste à choisir votre mot de passe.',
    ],
    action: { label: 'Choisir mon mot de passe', url: to.url },
    notes: [`Ce lien est valable 72 heures. ${ONCE}`],
  };
}

export function passwordForgotten(to: { email: string; login: string; url: string; first: boolean }): Mail {
  return {
    to: to.email,
    subject: 'Choisissez un nouveau mot de passe',
    paragraphs: [
      'Un nouveau mot de passe a été demandé pour votre compte Convergence.',
      `Votre nom d’utilisateur est : ${to.login}`,
    ],
    action: { label: 'Choisir un nouveau mot de passe', url: to.url },
    notes: [`Ce lien est valable ${to.first ? '72 heures' : 'une heure'}. ${ONCE}`, IGNORE],
  };
}

export function passwordChanged(to: { email: string; url: string }): Mail {
  return {
    to: to.email,
    subject: 'Votre mot de passe a été changé',
    paragraphs: [
      'Le mot de passe de votre compte Convergence vient d’être changé. Vos autres sessions ont été fermées.',
      'Si ce n’est pas vous, choisissez aussitôt un nouveau mot de passe et prévenez le support.',
    ],
    action: { label: 'Choisir un nouveau mot de passe', url: to.url },
  };
}

export function accountLocked(to: { email: string; until: string; url: string }): Mail {
  return {
    to: to.email,
    subject: 'Votre compte est bloqué momentanément',
    paragraphs: [
      `Plusieurs tentatives de connexion à votre compte Convergence ont échoué. Par précaution, il est bloqué jusqu’à ${to.until}.`,
      'Si vous avez oublié votre mot de passe, choisissez-en un nouveau : le blocage est alors levé.',
      'Si ces tentatives ne viennent pas de vous, vous n’avez rien à faire : personne n’est entré.',
    ],
    action: { label: 'Choisir un nouveau mot de passe', url: to.url },
  };
}

export function confirmEmail(to: { email: string; url: string }): Mail {
  return {
    to: to.email,
    subject: 'Confirmez votre nouvelle adresse électronique',
    paragraphs: ['Vous avez demandé que cette adresse devienne celle de votre compte Convergence.'],
    action: { label: 'Confirmer cette adresse', url: to.url },
    notes: [`Ce lien est valable 24 heures. ${ONCE}`, IGNORE],
  };
}

export function emailChanged(to: { email: string; newEmail: string; support: string }): Mail {
  return {
    to: to.email,
    subject: 'L’adresse électronique de votre compte a changé',
    paragraphs: [
      `L’adresse de votre compte Convergence est maintenant ${to.newEmail}. Cette adresse-ci ne recevra plus nos messages.`,
      `Si vous n’êtes pas à l’origine de ce changement, prévenez aussitôt le support : ${to.support}`,
    ],
  };
}

export function accountDeleted(to: { email: string; by: string }): Mail {
  return {
    to: to.email,
    subject: 'Votre compte Convergence est supprimé',
    paragraphs: [
      `${to.by} a supprimé votre compte sur la plateforme Convergence. Vous ne pouvez plus vous y connecter.`,
      'Ce que vous avez écrit y reste, sous votre nom. Votre adresse et votre téléphone en sont effacés.',
    ],
  };
}
