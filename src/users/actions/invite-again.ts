import { invite } from '../../accounts/invitations.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { say } from '../../web/flash.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { reachToAct } from '../reach.ts';
import { lastInvitation } from '../store.ts';

/** Each mail makes the link of the one before useless: two clicks send one. */
const AGAIN_AFTER_MS = 60_000;

export function inviteUserAgain(deps: Deps) {
  const { prisma } = deps;
  return async (visit: SignedVisit): Promise<void> => {
    const { actor, now, ip } = visit;
    const person = await inTransaction(prisma, async (transaction) => {
      const reached = await reachToAct(transaction, visit, 'person.editProfile');
      const { person } = reached;
      if (person.hasPassword)
        throw new RuleBroken(
          'A3',
          'Cette personne a déjà choisi son mot de passe : elle peut en demander un nouveau depuis la page de connexion.',
        );
      const link = await lastInvitation(reached, transaction, person.id);
      if (link !== null && now.getTime() - link.createdAt.getTime() < AGAIN_AFTER_MS) {
        throw new RuleBroken(
          'A3',
          'Une invitation vient d’être envoyée à cette personne : laissez-lui une minute pour arriver.',
        );
      }
      await invite(deps, transaction, person, { name: actor.name, company: actor.companyName, now });
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
