import { inviteAgain } from '../../accounts/invitations.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { say } from '../../web/flash.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { reachToAct } from '../reach.ts';

export function inviteUserAgain(deps: Deps) {
  const { prisma } = deps;
  return async (visit: SignedVisit): Promise<void> => {
    const { actor, now, ip } = visit;
    const person = await inTransaction(prisma, async (transaction) => {
      const { person } = await reachToAct(transaction, visit, 'person.editProfile');
      await inviteAgain(deps, transaction, person, { name: actor.name, company: actor.companyName, now });
      await record(transaction, {
        at: now,
        actor,
        ip,
        action: 'user.invited',
        target: person.login,
        details: { again: true },
      });
      return person;
    });
    deps.mail.wake();
    say(
      visit.req,
      'success',
      'Une nouvelle invitation est envoyée',
      'Le lien précédent ne fonctionne plus. Le nouveau est valable 72 heures.',
    );
    visit.res.redirect(303, paths.user({ login: person.login }));
  };
}
