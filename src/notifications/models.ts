import type { Notification } from '../database/generated/client.ts';
import { formatRelative } from '../domain/french/dates.ts';
import { paths } from '../web/paths.ts';

export interface NotificationModel {
  readonly title: string;
  readonly body: string;
  readonly when: string;
  readonly unread: boolean;
  /** Opening one reads it: a form's address, not a link's. */
  readonly action: string;
}

export interface NotificationsModel {
  readonly items: readonly NotificationModel[];
  readonly unread: number;
  readonly readAllAction: string;
  readonly page: number;
  readonly pages: number;
  readonly path: string;
}

declare module '../web/views.ts' {
  interface Views {
    'notifications/list': NotificationsModel;
  }
}

export function notificationModel(row: Notification, now: Date): NotificationModel {
  return {
    title: row.title,
    body: row.body,
    when: formatRelative(row.createdAt, now),
    unread: row.readAt === null,
    action: paths.openNotification({ notification: row.id }),
  };
}
