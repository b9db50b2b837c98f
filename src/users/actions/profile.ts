import type { z } from 'zod';
import { subjectsOf } from '../../accounts/company.ts';
import { invite } from '../../accounts/invitations.ts';
import { emailTaken, lockIdentifiers, takenIdentifiers } from '../../accounts/people.ts';
import { record } from '../../audit/record.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { mayReadInvitation } from '../../domain/accounts/grants.ts';
import { fullName, type Person } from '../../domain/accounts/person.ts';
import { formatPhone } from '../../domain/accounts/phone.ts';
import { Invalid } from '../../domain/errors.ts';
import { notify } from '../../notifications/notify.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { inSentences, profileChanges } from '../changes.ts';
import { conflictOver } from '../conflict.ts';
import { productIds } from '../grant-fields.ts';
import { mustBeAble, reach, reachToAct } from '../reach.ts';
import type { userProfileSchema } from '../schemas.ts';
import { type Profile, saveProfile } from '../store.ts';

export function editUserProfile(deps: Deps) {
  const { prisma, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const { person, relation } = mustBeAble(await reach(prisma, visit), 'person.editProfile');
    if (relation === 'self') return visit.res.redirect(303, paths.accountProfile());
    const { login, firstName, lastName, position, phone, email } = person;
    const known = { firstName, lastName, position, phone: formatPhone(phone), email };
    render(
      visit,
      'users/profile',
      { title: `Modifier le profil de ${fullName(person)}`, breadcrumb: trailOf(person), refused },
      {
        ...formModel(refused, known),
        action: paths.userProfile({ login }),
        revision: String(person.revision),
        asksEmail: !person.hasPassword,
        backHref: paths.user({ login }),
      },
    );
  };

  const save = async (visit: SignedVisit, values: z.infer<typeof userProfileSchema>): Promise<void> => {
    const { actor, now, ip } = visit;
    const { person, invited } = await inTransaction(prisma, async (transaction) => {
      const reached = await reachToAct(transaction, visit, 'person.editProfile');
      const { person } = reached;
      const { revision, email, ...rest } = values;
      // The address of whoever has signed in is theirs: they alone change it, with their password
      const profile: Profile = { ...rest, email: person.hasPassword ? person.email : (email ?? person.email) };
      const changes = profileChanges(person, profile);
      if (Object.keys(changes).length === 0) return { person, invited: false };
      const invited = profile.email !== person.email;
      if (invited) {
        const subjects = await subjectsOf(transaction, reached.companyId);
        if (!mayReadInvitation(reached.actor, person, productIds(subjects))) throw new Invalid([notYours]);
        await refuseTaken(transaction, person, profile.email);
      }
      if (!(await saveProfile(reached, transaction, person, revision, profile)))
        throw await conflictOver(reached, transaction, now);
      await record(transaction, {
        at: now,
        actor,
        ip,
        action: 'user.profileChanged',
        target: person.login,
        details: changes,
      });
      if (invited)
        await invite(
          deps,
          transaction,
          { ...person, ...profile },
          { name: actor.name, company: actor.companyName, now },
        );
      if (person.id !== actor.id) {
        const body = `${actor.name} a modifié votre profil. ${inSentences(changes)}.`;
        await notify(transaction, [person.id], { title: 'Votre profil a été modifié', body, href: paths.account() });
      }
      return { person, invited };
    });
    deps.mail.wake();
    say(
      visit.req,
      'success',
      'Le profil est enregistré',
      invited
        ? `Une nouvelle invitation est envoyée à ${values.email ?? ''} : le lien envoyé à l’adresse précédente ne fonctionne plus.`
        : '',
    );
    visit.res.redirect(303, paths.user({ login: person.login }));
  };

  return { show, save };
}

const notYours = {
  field: 'email',
  message:
    'Cette personne a reçu des droits que vous n’avez pas : seul quelqu’un qui les a peut changer l’adresse de son invitation.',
};

async function refuseTaken(transaction: Transaction, person: Person, email: string): Promise<void> {
  await lockIdentifiers(transaction);
  const taken = await takenIdentifiers(transaction, { login: person.login, email }, { userId: person.id });
  if (taken.email) throw new Invalid([emailTaken]);
}

function trailOf(person: Person) {
  return [
    { label: 'Utilisateurs', href: paths.users() },
    { label: fullName(person), href: paths.user({ login: person.login }) },
  ];
}
