import type { z } from 'zod';
import { invite } from '../accounts/invitations.ts';
import { accountDeleted } from '../accounts/mails.ts';
import { createPerson, emailTaken, lockIdentifiers, loginTaken, takenIdentifiers } from '../accounts/people.ts';
import { removePerson } from '../accounts/removal.ts';
import { record } from '../audit/record.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { deletionBlockers } from '../domain/accounts/deletion.ts';
import { fullName, noRights, type Person } from '../domain/accounts/person.ts';
import { Invalid, NotFound, RuleBroken } from '../domain/errors.ts';
import { matches } from '../domain/search.ts';
import { say } from '../web/flash.ts';
import { formModel, type Refused } from '../web/forms.ts';
import { asked, listState } from '../web/lists.ts';
import { paths } from '../web/paths.ts';
import { roleLabels } from '../web/render.ts';
import type { SignedVisit } from '../web/visit.ts';
import type { newStaffSchema } from './schemas.ts';
import { allStaff, findStaff } from './store.ts';

const PAGE_SIZE = 20;
const trail = [{ label: 'Équipe', href: paths.staff() }];

export function staffActions(deps: Deps) {
  const { prisma, render } = deps;

  const required = (person: Person | null): Person => {
    if (person === null) throw new NotFound('Ce compte est introuvable.');
    return person;
  };

  const list = async (visit: SignedVisit): Promise<void> => {
    const how = asked(visit.req, ['nom', 'role'], 'nom');
    const found = (await allStaff(prisma))
      .filter((person) => matches(how.search, fullName(person), person.login, person.email))
      .sort((a, b) => order(how.sort, a, b) * (how.descending ? -1 : 1));
    const shown = found.slice((how.page - 1) * PAGE_SIZE, how.page * PAGE_SIZE);
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
            person.hasPassword ? 'Actif' : 'Invitation envoyée',
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

  const showNew = (visit: SignedVisit, refused?: Refused): void =>
    render(
      visit,
      'staff/new',
      { title: 'Ajouter un compte', breadcrumb: trail, refused },
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

  const show = async (visit: SignedVisit): Promise<void> => {
    const people = await allStaff(prisma);
    const person = required(people.find((one) => one.login === visit.req.params.login) ?? null);
    const login = person.login;
    render(
      visit,
      'staff/show',
      { title: fullName(person), breadcrumb: trail },
      {
        facts: [
          { label: 'Rôle', values: [roleLabels[person.role]], change: null },
          { label: 'Fonction', values: [person.position], change: null },
          { label: 'Nom d’utilisateur', values: [login], change: null },
          { label: 'Adresse électronique', values: [person.email], change: null },
        ],
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

  const inviteAgain = async (visit: SignedVisit): Promise<void> => {
    const { actor, now, ip } = visit;
    const person = await inTransaction(prisma, async (transaction) => {
      const found = required(await findStaff(transaction, String(visit.req.params.login)));
      if (found.hasPassword)
        throw new RuleBroken(
          'A3',
          'Cette personne a déjà choisi son mot de passe : elle peut en demander un nouveau depuis la page de connexion.',
        );
      await invite(deps, transaction, found, { name: actor.name, company: null, now });
      await record(transaction, {
        at: now,
        actor,
        ip,
        action: 'staff.invited',
        target: found.login,
        details: { role: found.role, again: true },
      });
      return found;
    });
    deps.mail.wake();
    say(visit.req, 'success', 'Une nouvelle invitation est envoyée', 'Le lien précédent ne fonctionne plus.');
    visit.res.redirect(303, paths.staffMember({ login: person.login }));
  };

  const remove = async (visit: SignedVisit): Promise<void> => {
    const { actor, now, ip } = visit;
    const person = await inTransaction(prisma, async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('convergence.staff'))`;
      const people = await allStaff(transaction);
      const found = required(people.find((one) => one.login === visit.req.params.login) ?? null);
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

  return { list, showNew, create, show, inviteAgain, remove };
}

function blockersOf({ actor }: SignedVisit, person: Person, people: readonly Person[]): string[] {
  return deletionBlockers({ actorId: actor.id, person, people, responsibleFor: [] }).map(({ message }) => message);
}

function order(sort: string, a: Person, b: Person): number {
  const byName = `${a.lastName} ${a.firstName}`.localeCompare(`${b.lastName} ${b.firstName}`, 'fr');
  return sort === 'role' ? roleLabels[a.role].localeCompare(roleLabels[b.role], 'fr') || byName : byName;
}
