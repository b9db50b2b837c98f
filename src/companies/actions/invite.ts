import type { z } from 'zod';
import { invite } from '../../accounts/invitations.ts';
import { createPerson, emailTaken, lockIdentifiers, loginTaken, takenIdentifiers } from '../../accounts/people.ts';
import { record } from '../../audit/record.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { nothingYet } from '../../domain/accounts/grants.ts';
import { allRights, fullName } from '../../domain/accounts/person.ts';
import { seenAtTheTop } from '../../domain/accounts/succession.ts';
import { Invalid } from '../../domain/errors.ts';
import { grantChanges } from '../../users/changes.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { consequencesOf } from '../consequences.ts';
import { reach, reachToAct } from '../reach.ts';
import type { invitationSchema } from '../schemas.ts';
import { actingFor, succeed } from '../succession.ts';

type Asked = z.infer<typeof invitationSchema>;

/** When everybody has left, or when whoever remains cannot be reached: somebody new goes above them. */
export function inviteResponsible(deps: Deps) {
  const { prisma, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const reached = await reach(prisma, visit);
    const { siren, legalName } = reached.company;
    render(
      visit,
      'companies/invite',
      {
        title: 'Inviter un nouveau Responsable',
        breadcrumb: [
          { label: 'Entreprises', href: paths.companies() },
          { label: legalName, href: paths.company({ siren }) },
        ],
        refused,
      },
      {
        ...formModel(refused),
        action: paths.inviteResponsible({ siren }),
        seen: seenAtTheTop(reached.people),
        consequences: consequencesOf(reached),
        backHref: paths.company({ siren }),
      },
    );
  };

  const save = async (visit: SignedVisit, { seen, ...profile }: Asked): Promise<void> => {
    const { heir, company } = await inTransaction(prisma, async (transaction) => {
      const { company, people } = await reachToAct(transaction, visit, seen);
      await refuseTaken(transaction, profile);
      const given = { role: 'RESPONSIBLE', rights: allRights, subjectIds: [] } as const;
      const heir = await createPerson(transaction, { ...profile, ...given, companyId: company.id, parentId: null });
      await succeed(deps, transaction, visit, { company, heir, people, action: 'company.responsibleInvited' });
      await record(transaction, {
        at: visit.now,
        actor: actingFor(visit, company),
        ip: visit.ip,
        action: 'user.invited',
        target: heir.login,
        details: grantChanges(nothingYet, given, []),
      });
      await invite(deps, transaction, heir, { name: visit.actor.name, company: company.legalName, now: visit.now });
      return { heir, company };
    });
    deps.mail.wake();
    say(
      visit.req,
      'success',
      `${fullName(heir)} est le nouveau Responsable`,
      'Une invitation à choisir un mot de passe lui est envoyée. Elle est valable 72 heures.',
    );
    visit.res.redirect(303, paths.company({ siren: company.siren }));
  };

  return { show, save };
}

async function refuseTaken(transaction: Transaction, wanted: Pick<Asked, 'login' | 'email'>): Promise<void> {
  await lockIdentifiers(transaction);
  const taken = await takenIdentifiers(transaction, wanted);
  const errors = [...(taken.email ? [emailTaken] : []), ...(taken.login ? [loginTaken] : [])];
  if (errors.length > 0) throw new Invalid(errors);
}
