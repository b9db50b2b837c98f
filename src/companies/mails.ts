import type { Mail } from '../mail/mail.ts';

export function designated(to: { email: string; company: string; url: string }): Mail {
  return {
    to: to.email,
    subject: 'Vous êtes le nouveau Responsable de votre entreprise',
    paragraphs: [
      `L’Agence du Numérique en Santé vous a désigné comme Responsable de l’entreprise ${to.company} sur Convergence.`,
      'Vous avez maintenant tous les droits, et les comptes de l’entreprise sont rattachés au vôtre : vous gérez leurs droits, et vous pouvez supprimer ceux qui n’ont plus lieu d’être.',
      'Si vous ne vous y attendiez pas, prévenez aussitôt le support.',
    ],
    action: { label: 'Voir les utilisateurs', url: to.url },
  };
}

export function succeeded(to: { email: string; company: string; by: string; support: string }): Mail {
  return {
    to: to.email,
    subject: 'Votre entreprise a un nouveau Responsable',
    paragraphs: [
      `L’Agence du Numérique en Santé a désigné ${to.by} comme Responsable de l’entreprise ${to.company} sur Convergence.`,
      'Votre compte lui est maintenant rattaché. Vos droits ne changent pas, mais cette personne peut les modifier, ou supprimer votre compte.',
      `Si vous n’êtes pas d’accord avec ce changement, prévenez aussitôt le support : ${to.support}`,
    ],
  };
}
