import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { loginKey } from '../../domain/accounts/identifiers.ts';
import { allRights, fullName } from '../../domain/accounts/person.ts';
import { seenAtTheTop, successionProblem, successors } from '../../domain/accounts/succession.ts';
import { Invalid, RuleBroken } from '../../domain/errors.ts';
import { notify } from '../../notifications/notify.ts';
import { grantChanges } from '../../users/changes.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { roleLabels } from '../../web/render.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { consequencesOf } from '../consequences.ts';
import { designated } from '../mails.ts';
import { reach, reachToAct } from '../reach.ts';
import type { designationSchema } from '../schemas.ts';
import { crown, type Member } from '../store.ts';
import { actingFor, succeed } from '../succession.ts';

export function designateResponsible(deps: Deps) {
  const { prisma, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const reached = await reach(prisma, visit);
    const { company, people } = reached;
    const { siren, legalName } = company;
    render(
      visit,
      'companies/designate',
      {
        title: 'Désigner un nouveau Responsable',
        breadcrumb: [
          { label: 'Entreprises', href: paths.companies() },
          { label: legalName, href: paths.company({ siren }) },
        ],
        refused,
      },
      {
        ...formModel(refused),
        action: paths.designateResponsible({ siren }),
        seen: seenAtTheTop(people),
        candidates: successors(people).map((one) => ({
          value: one.login,
          label: `${fullName(one)} (${roleLabels[one.role]}, ${one.email})`,
        })),
        consequences: consequencesOf(reached),
        inviteHref: paths.inviteResponsible({ siren }),
        backHref: paths.company({ siren }),
      },
    );
  };

  const save = async (visit: SignedVisit, { seen, login }: z.infer<typeof designationSchema>): Promise<void> => {
    const { heir, company } = await inTransaction(prisma, async (transaction) => {
      const { company, people } = await reachToAct(transaction, visit, seen);
      const heir = chosen(people, login);
      await crown(company.id, transaction, heir.id);
      await succeed(deps, transaction, visit, { company, heir, people, action: 'company.responsibleDesignated' });
      await record(transaction, {
        at: visit.now,
        actor: actingFor(visit, company),
        ip: visit.ip,
        action: 'user.rightsChanged',
        target: heir.login,
        details: grantChanges(
          { role: heir.role, rights: heir.rights, subjectIds: [] },
          { role: 'RESPONSIBLE', rights: allRights, subjectIds: [] },
          [],
        ),
      });
      await notify(transaction, [heir.id], {
        title: `Vous êtes le nouveau Responsable de l’entreprise ${company.legalName}`,
        body: 'L’Agence du Numérique en Santé vous a désigné. Vous avez tous les droits, et les comptes de l’entreprise sont rattachés au vôtre.',
        href: paths.users(),
      });
      const url = deps.absolute(paths.users());
      await deps.outbox.post(transaction, designated({ email: heir.email, company: company.legalName, url }));
      return { heir, company };
    });
    deps.mail.wake();
    say(
      visit.req,
      'success',
      `${fullName(heir)} est le nouveau Responsable`,
      'Les personnes concernées en sont informées par un message.',
    );
    visit.res.redirect(303, paths.company({ siren: company.siren }));
  };

  return { show, save };
}

function chosen(people: readonly Member[], login: string): Member {
  const person = people.find((one) => loginKey(one.login) === loginKey(login));
  if (person === undefined) {
    throw new Invalid([
      { field: 'login', message: 'Choisissez quelqu’un dans la liste : cette personne n’a plus de compte ici.' },
    ]);
  }
  const problem = successionProblem(person, people);
  if (problem !== null) throw new RuleBroken('A6', problem);
  return person;
}
