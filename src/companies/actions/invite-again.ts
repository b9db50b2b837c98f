import { inviteAgain } from '../../accounts/invitations.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { loginKey } from '../../domain/accounts/identifiers.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { atTheTop } from '../../domain/accounts/tree.ts';
import { NotFound } from '../../domain/errors.ts';
import { say } from '../../web/flash.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { reach } from '../reach.ts';
import { actingFor } from '../succession.ts';

/** A Responsable whose link is too old has nobody above them to send another. */
export function inviteResponsibleAgain(deps: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const { actor, now, ip } = visit;
    const wanted = loginKey(String(visit.req.params.login));
    const { company, person } = await inTransaction(deps.prisma, async (transaction) => {
      const { company, people } = await reach(transaction, visit);
      const person = atTheTop(people).find(({ login }) => loginKey(login) === wanted);
      if (person === undefined) throw new NotFound('Ce compte est introuvable.');
      const invited = { ...person, companyId: company.id };
      await inviteAgain(deps, transaction, invited, { name: actor.name, company: company.legalName, now });
      const who = actingFor(visit, company);
      const details = { again: true };
      await record(transaction, { at: now, actor: who, ip, action: 'user.invited', target: person.login, details });
      return { company, person };
    });
    deps.mail.wake();
    say(
      visit.req,
      'success',
      `Une nouvelle invitation est envoyée à ${fullName(person)}`,
      'Le lien précédent ne fonctionne plus. Le nouveau est valable 72 heures.',
    );
    visit.res.redirect(303, paths.company({ siren: company.siren }));
  };
}
