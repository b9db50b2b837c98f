import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { mustAcceptCgu } from '../../domain/accounts/person.ts';
import { Invalid } from '../../domain/errors.ts';
import { formatDate } from '../../domain/french/dates.ts';
import { articleModel } from '../../pages/models.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import type { acceptTermsSchema } from '../schemas.ts';
import { keepAcceptance } from '../store.ts';

/** A3: before anything else. */
export function acceptingTerms(deps: Deps) {
  const { prisma, render } = deps;

  const show = (visit: SignedVisit, refused?: Refused): void => {
    if (!mustAcceptCgu(visit.actor, deps.termsVersion)) {
      visit.res.redirect(303, paths.dashboard());
      return;
    }
    const { terms } = deps.pages;
    render(
      visit,
      'signin/terms',
      { title: terms.title, refused },
      {
        ...formModel(refused),
        action: paths.acceptTerms(),
        signOutHref: paths.signOut(),
        version: terms.version,
        since: formatDate(new Date(terms.version)),
        sections: articleModel(terms, deps.config).sections,
      },
    );
  };

  const accept = async (visit: SignedVisit, values: z.infer<typeof acceptTermsSchema>): Promise<void> => {
    const { actor, now, ip } = visit;
    // A3: what was read is what is accepted, not a version published meanwhile.
    if (values.version !== deps.termsVersion) {
      throw new Invalid([
        {
          field: '',
          message: 'Une nouvelle version des conditions vient d’être publiée : relisez-la avant de l’accepter.',
        },
      ]);
    }
    await inTransaction(prisma, async (transaction) => {
      await keepAcceptance(transaction, actor.id, values.version, now);
      await record(transaction, { at: now, actor, ip, action: 'terms.accepted', target: values.version });
    });
    visit.res.redirect(303, paths.dashboard());
  };

  return { show, accept };
}
