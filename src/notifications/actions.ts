import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { say } from '../web/flash.ts';
import { asked, pageState } from '../web/lists.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';
import { notificationModel } from './models.ts';
import { markAllRead, markRead, notificationsOf, PAGE_SIZE } from './store.ts';

export function notificationActions({ prisma, render }: Deps) {
  return {
    list: async (visit: SignedVisit): Promise<void> => {
      const how = asked(visit.req, ['date'], 'date');
      const { rows, total } = await notificationsOf(prisma, visit.actor.id, how);
      render(
        visit,
        'notifications/list',
        { title: 'Notifications' },
        {
          items: rows.map((row) => notificationModel(row, visit.now)),
          unread: visit.req.session.known?.unread ?? 0,
          readAllAction: paths.readNotifications(),
          ...pageState(how, total, PAGE_SIZE),
          path: paths.notifications(),
        },
      );
    },

    open: async ({ req, res, actor, now }: SignedVisit): Promise<void> => {
      const id = z.uuid().safeParse(req.params.notification);
      const notification = id.success ? await markRead(prisma, actor.id, id.data, now) : null;
      if (notification === null) throw new NotFound('Cette notification est introuvable.');
      res.redirect(303, notification.href);
    },

    readAll: async ({ req, res, actor, now }: SignedVisit): Promise<void> => {
      const count = await markAllRead(prisma, actor.id, now);
      say(
        req,
        'success',
        count === 0
          ? 'Toutes vos notifications étaient déjà lues'
          : 'Toutes vos notifications sont marquées comme lues',
      );
      res.redirect(303, paths.notifications());
    },
  };
}
