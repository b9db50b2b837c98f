import { record } from '../audit/record.ts';
import type { Company } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { fullName, type Person } from '../domain/accounts/person.ts';
import { atTheTop, underOne } from '../domain/accounts/tree.ts';
import { formatList } from '../domain/french/list.ts';
import { notify } from '../notifications/notify.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';
import { succeeded } from './mails.ts';
import { attach, type Member } from './store.ts';

type Heir = Pick<Person, 'id' | 'parentId' | 'firstName' | 'lastName'>;

/** The administrator, for an event of the company's own trail. */
export function actingFor({ actor }: SignedVisit, company: Company) {
  return { id: actor.id, name: actor.name, companyId: company.id };
}

/** A6: the heir goes above everybody; those who were at the top go under them, and are told. */
export async function succeed(
  deps: Deps,
  transaction: Transaction,
  visit: SignedVisit,
  asked: {
    readonly company: Company;
    readonly heir: Heir;
    /** The heir left out or in, as they were. */
    readonly people: readonly Member[];
    readonly action: 'company.responsibleDesignated' | 'company.responsibleInvited';
  },
): Promise<void> {
  const { company, heir, people, action } = asked;
  const others = people.filter(({ id }) => id !== heir.id);
  const former = atTheTop(people).filter(({ id }) => id !== heir.id);
  for (const move of underOne([heir, ...others], heir.id)) await attach(company.id, transaction, move);
  await record(transaction, {
    at: visit.now,
    actor: actingFor(visit, company),
    ip: visit.ip,
    action,
    target: company.legalName,
    details: { to: fullName(heir), from: formatList(former.map(fullName)) || 'personne' },
  });
  const news = {
    title: 'Votre entreprise a un nouveau Responsable',
    body: `L’Agence du Numérique en Santé a désigné ${fullName(heir)}. Votre compte lui est maintenant rattaché\u00a0; vos droits ne changent pas.`,
    href: paths.account(),
  };
  await notify(
    transaction,
    former.map(({ id }) => id),
    news,
  );
  for (const { email } of former) {
    const about = { company: company.legalName, by: fullName(heir), support: deps.config.supportEmail };
    await deps.outbox.post(transaction, succeeded({ email, ...about }));
  }
}
