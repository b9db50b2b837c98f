import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { isStaff } from '../../domain/accounts/person.ts';
import { formatPhone } from '../../domain/accounts/phone.ts';
import { Invalid } from '../../domain/errors.ts';
import { profileChanges } from '../../users/changes.ts';
import { conflictOver } from '../../users/conflict.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { myself } from '../myself.ts';
import type { ownProfileSchema } from '../schemas.ts';
import { saveOwnProfile } from '../store.ts';

export function editOwnProfile({ prisma, render }: Deps) {
  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const { person } = await myself(prisma, visit);
    const { firstName, lastName, position, phone } = person;
    render(
      visit,
      'account/profile',
      { title: 'Modifier votre profil', breadcrumb: [{ label: 'Mon compte', href: paths.account() }], refused },
      {
        ...formModel(refused, { firstName, lastName, position, phone: formatPhone(phone) }),
        action: paths.accountProfile(),
        revision: String(person.revision),
        asksPhone: !isStaff(person),
        backHref: paths.account(),
      },
    );
  };

  const save = async (
    visit: SignedVisit,
    { revision, ...profile }: z.infer<typeof ownProfileSchema>,
  ): Promise<void> => {
    const { actor, now, ip } = visit;
    if (profile.phone === '' && !isStaff(actor))
      throw new Invalid([{ field: 'phone', message: 'Indiquez votre numéro de téléphone.' }]);
    await inTransaction(prisma, async (transaction) => {
      const { person } = await myself(transaction, visit);
      const changes = profileChanges(person, { ...person, ...profile });
      if (Object.keys(changes).length === 0) return;
      if (!(await saveOwnProfile(transaction, person.id, revision, profile)))
        throw await conflictOver({ actor: person, person }, transaction, now);
      await record(transaction, {
        at: now,
        actor,
        ip,
        action: 'account.profileChanged',
        target: person.login,
        details: changes,
      });
    });
    say(visit.req, 'success', 'Votre profil est enregistré');
    visit.res.redirect(303, paths.account());
  };

  return { show, save };
}
