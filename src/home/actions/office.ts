import type { Deps } from '../../deps.ts';
import type { Actor } from '../../domain/accounts/person.ts';
import { can } from '../../domain/accounts/rights.ts';
import { notificationModel } from '../../notifications/models.ts';
import { paths } from '../../web/paths.ts';
import { roleLabels } from '../../web/render.ts';
import type { SignedVisit } from '../../web/visit.ts';
import type { OfficeModel } from '../models.ts';
import { latestUnread } from '../store/news.ts';

/** The dashboard of the Agence's staff. */
export function showOffice({ prisma, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const { actor, now } = visit;
    const news = await latestUnread(prisma, actor.id);
    render(
      visit,
      'home/office',
      { title: 'Tableau de bord', breadcrumb: null },
      {
        where: `Agence du Numérique en Santé · ${roleLabels[actor.role]}`,
        news: news.map((row) => notificationModel(row, now)),
        notificationsHref: paths.notifications(),
        shortcuts: shortcuts(actor),
      },
    );
  };
}

/** What one may not do is not offered. */
function shortcuts(actor: Actor): OfficeModel['shortcuts'] {
  const all = [
    {
      offered: can(actor, 'requests.list'),
      title: 'Demandes de compte',
      text: 'Examinez les pièces déposées, acceptez ou refusez.',
      href: paths.requests(),
    },
    {
      offered: can(actor, 'companies.manage'),
      title: 'Entreprises',
      text: 'Retrouvez une entreprise, et désignez son nouveau Responsable.',
      href: paths.companies(),
    },
    {
      offered: can(actor, 'staff.manage'),
      title: 'Équipe de l’Agence',
      text: 'Ouvrez et fermez les comptes des vérificateurs et des administrateurs.',
      href: paths.staff(),
    },
    {
      offered: can(actor, 'audit.read'),
      title: 'Journal',
      text: 'Relisez les connexions, les droits donnés et les décisions.',
      href: paths.audit(),
    },
    {
      offered: true,
      title: 'Votre compte',
      text: 'Profil, mot de passe, adresse électronique et sessions ouvertes.',
      href: paths.account(),
    },
    {
      offered: true,
      title: 'Questions fréquentes',
      text: 'Comptes, produits, démarches, questionnaires : les réponses aux questions les plus posées.',
      href: paths.faq(),
    },
  ];
  return all.filter(({ offered }) => offered).map(({ offered: _, ...shortcut }) => shortcut);
}
