import type { Deps } from '../deps.ts';
import type { Actor } from '../domain/accounts/person.ts';
import { can } from '../domain/accounts/rights.ts';
import { notificationModel } from '../notifications/models.ts';
import { paths } from '../web/paths.ts';
import { roleLabels } from '../web/render.ts';
import type { Routes } from '../web/router.ts';
import type { DashboardModel } from './models.ts';
import { latestUnread } from './store.ts';

export function homeRoutes(routes: Routes, { prisma, render, parcours }: Deps): void {
  routes.get(paths.home, 'public', (visit) => {
    render(
      visit,
      'home/home',
      { title: 'Accueil', breadcrumb: null },
      {
        signInHref: paths.signIn(),
        requestHref: paths.requestAccount(),
        faqHref: paths.faq(),
        parcours,
      },
    );
  });

  routes.get(paths.dashboard, 'signedIn', async (visit) => {
    const { actor, now } = visit;
    const news = await latestUnread(prisma, actor.id);
    render(
      visit,
      'home/dashboard',
      { title: 'Tableau de bord', breadcrumb: null },
      {
        where: [actor.companyName ?? 'Agence du Numérique en Santé', roleLabels[actor.role]].join(' · '),
        news: news.map((row) => notificationModel(row, now)),
        notificationsHref: paths.notifications(),
        shortcuts: shortcuts(actor),
      },
    );
  });
}

/** What one may not do is not offered. */
function shortcuts(actor: Actor): DashboardModel['shortcuts'] {
  const all = [
    {
      offered: can(actor, 'requests.list'),
      title: 'Demandes de compte',
      text: 'Examinez les pièces déposées, acceptez ou refusez.',
      href: paths.requests(),
    },
    {
      offered: can(actor, 'people.create'),
      title: 'Ajouter un utilisateur',
      text: 'Invitez un collègue et choisissez ses droits.',
      href: paths.newUser(),
    },
    {
      offered: can(actor, 'people.list'),
      title: 'Utilisateurs',
      text: 'Droits, produits et passations des comptes rattachés au vôtre.',
      href: paths.users(),
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
