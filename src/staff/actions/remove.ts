import { accountDeleted } from '../../accounts/mails.ts';
import { removePerson } from '../../accounts/removal.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { say } from '../../web/flash.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { blockersOf, memberNamed } from '../reach.ts';
import { allStaff, lockStaff } from '../store.ts';

export function removeStaffMember(deps: Deps) {
  const { prisma } = deps;

  return async (visit: SignedVisit): Promise<void> => {
    const { actor, now, ip } = visit;
    const person = await inTransaction(prisma, async (transaction) => {
      await lockStaff(transaction);
      const people = await allStaff(transaction);
      const found = memberNamed(visit, people);
      const blockers = blockersOf(visit, found, people);
      if (blockers.length > 0) throw new RuleBroken('A7', blockers.join(' '));
      await deps.outbox.post(transaction, accountDeleted({ email: found.email, by: actor.name }));
      await removePerson(transaction, found, now);
      await record(transaction, {
        at: now,
        actor,
        ip,
        action: 'staff.removed',
        target: found.login,
        details: { role: found.role },
      });
      return found;
    });
    deps.mail.wake();
    say(visit.req, 'success', `Le compte de ${fullName(person)} est supprimé`, 'Ses décisions restent, sous son nom.');
    visit.res.redirect(303, paths.staff());
  };
}
