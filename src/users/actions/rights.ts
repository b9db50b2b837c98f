import type { z } from 'zod';
import { subjectsOf } from '../../accounts/company.ts';
import { record } from '../../audit/record.ts';
import type { Subject } from '../../database/generated/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { type Grant, grantProblems } from '../../domain/accounts/grants.ts';
import { keptByResponsible } from '../../domain/accounts/hand-over.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { type FieldError, Invalid } from '../../domain/errors.ts';
import { notify } from '../../notifications/notify.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { grantChanges, inSentences } from '../changes.ts';
import { conflictOver } from '../conflict.ts';
import { grantFields, productIds, wantedGrant } from '../grant-fields.ts';
import { mustBeAble, type Reached, reach, reachToAct } from '../reach.ts';
import type { userRightsSchema } from '../schemas.ts';
import { saveGrant } from '../store.ts';

export function editUserRights({ prisma, render }: Deps) {
  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const { actor, person, companyId } = mustBeAble(await reach(prisma, visit), 'person.editRights');
    const subjects = await subjectsOf(prisma, companyId);
    const login = person.login;
    const breadcrumb = [
      { label: 'Utilisateurs', href: paths.users() },
      { label: fullName(person), href: paths.user({ login }) },
    ];
    render(
      visit,
      'users/rights',
      { title: `Modifier les droits de ${fullName(person)}`, breadcrumb, refused },
      {
        ...formModel(refused),
        action: paths.userRights({ login }),
        revision: String(person.revision),
        grant: grantFields(actor, person, subjects, refused),
        backHref: paths.user({ login }),
      },
    );
  };

  const save = async (visit: SignedVisit, values: z.infer<typeof userRightsSchema>): Promise<void> => {
    const { now, ip } = visit;
    const { person, changed } = await inTransaction(prisma, async (transaction) => {
      const reached = await reachToAct(transaction, visit, 'person.editRights');
      const { actor, person, companyId } = reached;
      const subjects = await subjectsOf(transaction, companyId);
      const wanted = wantedGrant(actor, person, values, subjects);
      const errors = problemsOf(reached, wanted, subjects);
      if (errors.length > 0) throw new Invalid(errors);
      const changes = grantChanges(person, wanted, subjects);
      if (Object.keys(changes).length === 0) return { person, changed: false };
      if (!(await saveGrant(reached, transaction, person.id, values.revision, wanted)))
        throw await conflictOver(reached, transaction, now);
      await record(transaction, {
        at: now,
        actor: visit.actor,
        ip,
        action: 'user.rightsChanged',
        target: person.login,
        details: changes,
      });
      const body = `${visit.actor.name} a modifié vos droits. ${inSentences(changes)}.`;
      await notify(transaction, [person.id], { title: 'Vos droits ont changé', body, href: paths.account() });
      return { person, changed: true };
    });
    if (changed)
      say(visit.req, 'success', 'Les droits sont enregistrés', `Une notification en informe ${fullName(person)}.`);
    else say(visit.req, 'info', 'Les droits n’ont pas changé');
    visit.res.redirect(303, paths.user({ login: person.login }));
  };

  return { show, save };
}

function problemsOf({ actor, person, relation }: Reached, wanted: Grant, subjects: readonly Subject[]): FieldError[] {
  const responsibleFor = subjects.filter(({ responsibleId }) => responsibleId === person.id);
  return [
    ...grantProblems({ actor, relation, held: person, wanted, productIds: productIds(subjects) }).map((message) => ({
      field: 'rights',
      message,
    })),
    ...keptByResponsible(person, wanted, responsibleFor).map(({ subject, message }) => ({
      field: subject.kind === 'STRATEGY' ? 'rights' : 'products',
      message,
    })),
  ];
}
