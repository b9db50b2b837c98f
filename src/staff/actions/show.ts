import type { Deps } from '../../deps.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { stateOf } from '../../users/state.ts';
import { paths } from '../../web/paths.ts';
import { roleLabels } from '../../web/render.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { blockersOf, memberNamed } from '../reach.ts';
import { allStaff, staffInvitations } from '../store.ts';

export function showStaffMember({ prisma, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const people = await allStaff(prisma);
    const links = await staffInvitations(prisma);
    const person = memberNamed(visit, people);
    const login = person.login;
    render(
      visit,
      'staff/show',
      { title: fullName(person), breadcrumb: [{ label: 'Équipe', href: paths.staff() }] },
      {
        facts: [
          { label: 'Rôle', values: [roleLabels[person.role]], change: null },
          { label: 'Fonction', values: [person.position], change: null },
          { label: 'Nom d’utilisateur', values: [login], change: null },
          { label: 'Adresse électronique', values: [person.email], change: null },
        ],
        state: stateOf(person, links.get(person.id) ?? null, visit.now),
        invitation: person.hasPassword
          ? null
          : {
              text: 'Cette personne n’a pas encore choisi son mot de passe. Le lien envoyé est valable 72 heures.',
              action: paths.inviteStaffAgain({ login }),
            },
        blockers: blockersOf(visit, person, people),
        removeAction: paths.removeStaff({ login }),
        backHref: paths.staff(),
      },
    );
  };
}
