import type { Deps } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { formatDateTime } from '../domain/french/dates.ts';
import { componentExamples } from '../web/gallery.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { findMail, latestMails } from './mails.ts';

/** Nothing of this exists in production. */
export function developmentRoutes(routes: Routes, { config, mailFolder, render }: Deps): void {
  if (config.environment === 'production') return;

  routes.get(paths.developmentComponents, 'public', (visit) => {
    // A breadcrumb is among the examples: a page has one.
    const page = { title: 'Composants', breadcrumb: null };
    render(visit, 'development/components', page, { examples: componentExamples() });
  });

  routes.get(paths.developmentMails, 'public', async (visit) => {
    const mails = await latestMails(mailFolder);
    render(
      visit,
      'development/mails',
      { title: 'Courriels envoyés' },
      {
        folder: mailFolder,
        mails: mails.map(({ name, subject, to, at }) => ({
          subject,
          to,
          when: formatDateTime(at),
          href: paths.developmentMail({ mail: name }),
        })),
      },
    );
  });

  routes.get(paths.developmentMail, 'public', async (visit) => {
    const mail = await findMail(mailFolder, String(visit.req.params.mail));
    if (mail === null) throw new NotFound('Ce courriel est introuvable.');
    const breadcrumb = [{ label: 'Courriels envoyés', href: paths.developmentMails() }];
    render(
      visit,
      'development/mail',
      { title: mail.subject, breadcrumb },
      { to: mail.to, when: formatDateTime(mail.at), paragraphs: mail.paragraphs },
    );
  });
}
