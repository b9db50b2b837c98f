import { subjectsOf } from '../../accounts/company.ts';
import { accountDeleted } from '../../accounts/mails.ts';
import { removePerson } from '../../accounts/removal.ts';
import { record } from '../../audit/record.ts';
import type { Subject } from '../../database/generated/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { type DeletionBlocker, deletionBlockers, reattach } from '../../domain/accounts/deletion.ts';
import { fullName, type Person } from '../../domain/accounts/person.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { counted } from '../../domain/french/plural.ts';
import { say } from '../../web/flash.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { roleLabels } from '../../web/render.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { handOverForm, responsibleFor } from '../hand-over-form.ts';
import { mustBeAble, type Reached, reach, reachToAct } from '../reach.ts';
import { attach } from '../store.ts';

export function deleteUser(deps: Deps) {
  const { prisma, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const reached = mustBeAble(await reach(prisma, visit), 'person.delete');
    const { person, companyId } = reached;
    const held = responsibleFor(reached, await subjectsOf(prisma, companyId));
    const login = person.login;
    const breadcrumb = [
      { label: 'Utilisateurs', href: paths.users() },
      { label: fullName(person), href: paths.user({ login }) },
    ];
    render(
      visit,
      'users/delete',
      { title: `Supprimer le compte de ${fullName(person)}`, breadcrumb, refused },
      {
        blockers: blockersOf(reached, held).map(({ message }) => message),
        form: held.length === 0 ? null : handOverForm(reached, held, 'suppression', refused),
        consequences: consequencesFor(reached),
        action: paths.deleteUser({ login }),
        backHref: paths.user({ login }),
      },
    );
  };

  const remove = async (visit: SignedVisit): Promise<void> => {
    const { actor, now, ip } = visit;
    const person = await inTransaction(prisma, async (transaction) => {
      const reached = await reachToAct(transaction, visit, 'person.delete');
      const { person, people, companyId } = reached;
      const blockers = blockersOf(reached, responsibleFor(reached, await subjectsOf(transaction, companyId)));
      if (blockers.length > 0) throw new RuleBroken('A7', blockers.map(({ message }) => message).join(' '));
      await deps.outbox.post(transaction, accountDeleted({ email: person.email, by: actor.name }));
      for (const move of reattach(people, person.id)) await attach(reached, transaction, move);
      await removePerson(transaction, person, now);
      const details = { Nom: fullName(person), Rôle: roleLabels[person.role] };
      await record(transaction, { at: now, actor, ip, action: 'user.deleted', target: person.login, details });
      return person;
    });
    deps.mail.wake();
    say(
      visit.req,
      'success',
      `Le compte de ${fullName(person)} est supprimé`,
      'Ce que cette personne a écrit reste, sous son nom.',
    );
    visit.res.redirect(303, paths.users());
  };

  return { show, remove };
}

function blockersOf({ actor, person, people }: Reached, held: readonly Subject[]): DeletionBlocker[] {
  return deletionBlockers({ actorId: actor.id, person, people, responsibleFor: held });
}

function consequencesFor({ actor, person, people }: Reached): string[] {
  const children = people.filter(({ parentId }) => parentId === person.id).length;
  return [
    `${fullName(person)} ne pourra plus se connecter, et ses sessions ouvertes se ferment aussitôt.`,
    'Ce que cette personne a écrit reste, sous son nom.',
    'Son adresse électronique, son téléphone et sa fonction sont effacés ; son nom d’utilisateur redevient disponible.',
    ...(children === 0
      ? []
      : [
          `${counted(children, 'compte qui lui est rattaché passe', 'comptes qui lui sont rattachés passent')} ${underWhom(actor, person, people)}.`,
        ]),
    'Un message l’en informe.',
  ];
}

function underWhom(actor: Person, person: Person, people: readonly Person[]): string {
  const above = people.find(({ id }) => id === person.parentId);
  return above === undefined || above.id === actor.id ? 'sous le vôtre' : `sous celui de ${fullName(above)}`;
}
