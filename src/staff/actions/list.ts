import type { Deps } from '../../deps.ts';
import { fullName, type Person } from '../../domain/accounts/person.ts';
import { matches } from '../../domain/search.ts';
import { stateOf } from '../../users/state.ts';
import { asked, listState, rowsBefore } from '../../web/lists.ts';
import { paths } from '../../web/paths.ts';
import { roleLabels } from '../../web/render.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { allStaff, staffInvitations } from '../store.ts';

const PAGE_SIZE = 20;

export function listStaff({ prisma, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const how = asked(visit.req, ['nom', 'role'], 'nom');
    const found = (await allStaff(prisma))
      .filter((person) => matches(how.search, fullName(person), person.login, person.email))
      .sort((a, b) => order(how.sort, a, b) * (how.descending ? -1 : 1));
    const links = await staffInvitations(prisma);
    const first = rowsBefore(how, found.length, PAGE_SIZE);
    const shown = found.slice(first, first + PAGE_SIZE);
    render(
      visit,
      'staff/list',
      { title: 'Équipe' },
      {
        newHref: paths.newStaff(),
        table: {
          caption: 'Comptes de l’Agence du Numérique en Santé',
          columns: [
            { label: 'Nom', sort: 'nom' },
            { label: 'Rôle', sort: 'role' },
            { label: 'Nom d’utilisateur' },
            { label: 'État' },
          ],
          rows: shown.map((person) => [
            { text: fullName(person), href: paths.staffMember({ login: person.login }), note: person.position },
            roleLabels[person.role],
            person.login,
            { view: 'components/state', props: stateOf(person, links.get(person.id) ?? null, visit.now) },
          ]),
          empty: {
            title: 'Aucun compte ne correspond',
            text: 'Cherchez un autre nom, ou ajoutez ce compte.',
            action: { label: 'Ajouter un compte', href: paths.newStaff() },
          },
          list: listState(how, {
            path: paths.staff(),
            searchLabel: 'Nom, nom d’utilisateur ou adresse',
            things: ['compte', 'comptes'],
            total: found.length,
            pageSize: PAGE_SIZE,
          }),
        },
      },
    );
  };
}

function order(sort: string, a: Person, b: Person): number {
  const byName = `${a.lastName} ${a.firstName}`.localeCompare(`${b.lastName} ${b.firstName}`, 'fr');
  return sort === 'role' ? roleLabels[a.role].localeCompare(roleLabels[b.role], 'fr') || byName : byName;
}
