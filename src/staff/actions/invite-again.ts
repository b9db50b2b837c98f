import { inviteAgain } from '../../accounts/invitations.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { say } from '../../web/flash.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { memberNamed } from '../reach.ts';
import { allStaff } from '../store.ts';

export function inviteStaffAgain(deps: Deps) {
  const { prisma } = deps;

  return async (visit: SignedVisit): Promise<void> => {
    const { actor, now, ip } = visit;
    const person = await inTransaction(prisma, async (transaction) => {
      const found = memberNamed(visit, await allStaff(transaction));
      await inviteAgain(deps, transaction, found, { name: actor.name, company: null, now });
      await record(transaction, {
        at: now,
        actor,
        ip,
        action: 'staff.invited',
        target: found.login,
        details: { role: found.role, again: true },
      });
      return found;
    });
    deps.mail.wake();
    say(visit.req, 'success', 'Une nouvelle invitation est envoyée', 'Le lien précédent ne fonctionne plus.');
    visit.res.redirect(303, paths.staffMember({ login: person.login }));
  };
}
