import type { z } from 'zod';
import { lockCompany, peopleAround, subjectsOf } from '../../accounts/company.ts';
import { invite, lastInvitation } from '../../accounts/invitations.ts';
import { createPerson, emailTaken, lockIdentifiers, loginTaken, takenIdentifiers } from '../../accounts/people.ts';
import { record } from '../../audit/record.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { grantProblems, nothingYet } from '../../domain/accounts/grants.ts';
import { emailKey, loginKey } from '../../domain/accounts/identifiers.ts';
import { isJustInvited } from '../../domain/accounts/invitation.ts';
import { actorOf, fullName, type Person } from '../../domain/accounts/person.ts';
import { can } from '../../domain/accounts/rights.ts';
import { Forbidden, Invalid } from '../../domain/errors.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { grantChanges } from '../changes.ts';
import { grantFields, productIds, wantedGrant } from '../grant-fields.ts';
import { companyOf } from '../reach.ts';
import type { newUserSchema } from '../schemas.ts';
import type { Scope } from '../store.ts';

type NewUser = z.infer<typeof newUserSchema>;

export function createUser(deps: Deps) {
  const { prisma, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const companyId = companyOf(visit.actor);
    const actor = whoAsks(await peopleAround(prisma, visit.actor), visit);
    const subjects = await subjectsOf(prisma, companyId);
    render(
      visit,
      'users/new',
      { title: 'Ajouter un utilisateur', breadcrumb: [{ label: 'Utilisateurs', href: paths.users() }], refused },
      {
        ...formModel(refused),
        action: paths.newUser(),
        grant: grantFields(actor, nothingYet, subjects, refused),
        backHref: paths.users(),
      },
    );
  };

  const create = async (visit: SignedVisit, values: NewUser): Promise<void> => {
    const { now, ip } = visit;
    const person = await inTransaction(prisma, async (transaction) => {
      const companyId = companyOf(visit.actor);
      await lockCompany(transaction, companyId);
      await lockIdentifiers(transaction);
      const people = await peopleAround(transaction, visit.actor);
      const actor = whoAsks(people, visit);
      const same = await createdJustBefore({ companyId }, transaction, people, actor, values, now);
      if (same !== null) return same;
      const subjects = await subjectsOf(transaction, companyId);
      const wanted = wantedGrant(actor, nothingYet, values, subjects);
      const problems = grantProblems({
        actor,
        relation: 'below',
        held: nothingYet,
        wanted,
        productIds: productIds(subjects),
      });
      const taken = await takenIdentifiers(transaction, values);
      const errors = [
        ...(taken.email ? [emailTaken] : []),
        ...(taken.login ? [loginTaken] : []),
        ...problems.map((message) => ({ field: 'rights', message })),
      ];
      if (errors.length > 0) throw new Invalid(errors);
      const { firstName, lastName, position, phone, email, login } = values;
      const created = await createPerson(transaction, {
        firstName,
        lastName,
        position,
        phone,
        email,
        login,
        ...wanted,
        companyId,
        parentId: actor.id,
      });
      await invite(deps, transaction, created, { name: visit.actor.name, company: visit.actor.companyName, now });
      await record(transaction, {
        at: now,
        actor: visit.actor,
        ip,
        action: 'user.invited',
        target: created.login,
        details: grantChanges(nothingYet, wanted, subjects),
      });
      return created;
    });
    deps.mail.wake();
    say(
      visit.req,
      'success',
      `Le compte de ${fullName(person)} est créé`,
      'Une invitation à choisir un mot de passe lui est envoyée par courrier électronique. Elle est valable 72 heures.',
    );
    visit.res.redirect(303, paths.user({ login: person.login }));
  };

  return { show, create };
}

/** The actor as they are now: the right may have been taken back since the page was opened. */
function whoAsks(people: readonly Person[], { actor }: SignedVisit): Person {
  const found = people.find(({ id }) => id === actor.id);
  if (found === undefined || !can(actorOf(found, null), 'people.create')) throw new Forbidden();
  return found;
}

/** The same form sent twice makes one account, and the second answer says the same. */
async function createdJustBefore(
  scope: Scope,
  transaction: Transaction,
  people: readonly Person[],
  actor: Person,
  values: NewUser,
  now: Date,
): Promise<Person | null> {
  const same = people.find(
    (person) =>
      person.parentId === actor.id &&
      loginKey(person.login) === loginKey(values.login) &&
      emailKey(person.email) === emailKey(values.email),
  );
  if (same === undefined) return null;
  return isJustInvited(same, await lastInvitation(scope, transaction, same.id), now) ? same : null;
}
