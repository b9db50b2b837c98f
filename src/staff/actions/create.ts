import type { z } from 'zod';
import { invite } from '../../accounts/invitations.ts';
import { createPerson, emailTaken, lockIdentifiers, loginTaken, takenIdentifiers } from '../../accounts/people.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { fullName, noRights } from '../../domain/accounts/person.ts';
import { Invalid } from '../../domain/errors.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import type { newStaffSchema } from '../schemas.ts';

export function createStaff(deps: Deps) {
  const { prisma, render } = deps;

  const show = (visit: SignedVisit, refused?: Refused): void =>
    render(
      visit,
      'staff/new',
      { title: 'Ajouter un compte', breadcrumb: [{ label: 'Équipe', href: paths.staff() }], refused },
      { ...formModel(refused), action: paths.newStaff(), backHref: paths.staff() },
    );

  const create = async (visit: SignedVisit, values: z.infer<typeof newStaffSchema>): Promise<void> => {
    const { actor, now, ip } = visit;
    const person = await inTransaction(prisma, async (transaction) => {
      await lockIdentifiers(transaction);
      const taken = await takenIdentifiers(transaction, values);
      const errors = [...(taken.login ? [loginTaken] : []), ...(taken.email ? [emailTaken] : [])];
      if (errors.length > 0) throw new Invalid(errors);
      const created = await createPerson(transaction, {
        ...values,
        companyId: null,
        parentId: actor.id,
        phone: '',
        rights: noRights,
        subjectIds: [],
      });
      await invite(deps, transaction, created, { name: actor.name, company: null, now });
      await record(transaction, {
        at: now,
        actor,
        ip,
        action: 'staff.invited',
        target: created.login,
        details: { role: created.role },
      });
      return created;
    });
    deps.mail.wake();
    say(
      visit.req,
      'success',
      `Le compte de ${fullName(person)} est créé`,
      'Une invitation à choisir un mot de passe vient de lui être envoyée.',
    );
    visit.res.redirect(303, paths.staff());
  };

  return { show, create };
}
