import { subjectsOf } from '../../accounts/company.ts';
import { subjectName } from '../../accounts/words.ts';
import type { Subject } from '../../database/generated/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { handOverCandidates } from '../../domain/accounts/hand-over.ts';
import { fullName, type Person } from '../../domain/accounts/person.ts';
import { Conflict, Invalid } from '../../domain/errors.ts';
import { formatList } from '../../domain/french/list.ts';
import { candidateChosen } from '../../subjects/candidates.ts';
import { handOver } from '../../subjects/hand-over.ts';
import { say } from '../../web/flash.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { fieldName, handOverForm, responsibleFor } from '../hand-over-form.ts';
import { mustBeAble, type Reached, reach, reachToAct } from '../reach.ts';
import type { HandOverAsked } from '../schemas.ts';

export function handOverSubjects({ prisma, render }: Deps) {
  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const reached = mustBeAble(await reach(prisma, visit), 'person.handOver');
    const { person, relation, companyId } = reached;
    const held = responsibleFor(reached, await subjectsOf(prisma, companyId));
    const home = paths.user({ login: person.login });
    const breadcrumb =
      relation === 'self'
        ? [{ label: 'Mon compte', href: paths.account() }]
        : [
            { label: 'Utilisateurs', href: paths.users() },
            { label: fullName(person), href: home },
          ];
    render(
      visit,
      'users/hand-over',
      { title: titleOf(reached), breadcrumb, refused },
      {
        form: handOverForm(reached, held, '', refused),
        backHref: home,
      },
    );
  };

  const save = async (visit: SignedVisit, { chosen, next }: HandOverAsked): Promise<void> => {
    const { person, done } = await inTransaction(prisma, async (transaction) => {
      const reached = await reachToAct(transaction, visit, 'person.handOver');
      const subjects = await subjectsOf(transaction, reached.companyId);
      const held = responsibleFor(reached, subjects);
      const passed = [...chosen].map(([reference, login]) => passing(reached, held, reference, login));
      if (passed.length === 0)
        throw new Invalid([
          {
            field: fieldName(held[0]?.reference ?? ''),
            message: 'Choisissez à qui confier au moins un de ces produits.',
          },
        ]);
      for (const { subject, successor } of passed) await handOver(transaction, visit, subject, successor);
      return {
        person: reached.person,
        done: passed.map(({ subject, successor }) => `${subjectName(subject)} à ${fullName(successor)}`),
      };
    });
    say(visit.req, 'success', 'La passation est faite', `Vous avez confié ${formatList(done)}.`);
    const login = person.login;
    visit.res.redirect(303, next === 'suppression' ? paths.deleteUser({ login }) : paths.user({ login }));
  };

  return { show, save };
}

interface Passing {
  readonly subject: Subject;
  readonly successor: Person;
}

/** A7: only what the person is still responsible for, and only to somebody offered. */
function passing(
  { actor, person, people }: Reached,
  held: readonly Subject[],
  reference: string,
  login: string,
): Passing {
  const subject = held.find((one) => String(one.reference) === reference);
  if (subject === undefined) {
    throw new Conflict(
      `${fullName(person)} n’est plus responsable de l’un de ces produits : quelqu’un vient de le confier à une autre personne.`,
    );
  }
  const candidates = handOverCandidates(actor, subject, person.id, people);
  return { subject, successor: candidateChosen(candidates, login, fieldName(reference)) };
}

function titleOf({ person, relation }: Reached): string {
  return relation === 'self' ? 'Confier vos produits' : `Confier les produits de ${fullName(person)}`;
}
