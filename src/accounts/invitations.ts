import type { OneTimeToken } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { inviteAgainProblem } from '../domain/accounts/invitation.ts';
import type { Person } from '../domain/accounts/person.ts';
import { RuleBroken } from '../domain/errors.ts';
import { paths } from '../web/paths.ts';
import { invitation } from './mails.ts';
import { issueToken } from './tokens.ts';

interface By {
  readonly name: string;
  readonly company: string | null;
  readonly now: Date;
}

type Invited = Pick<Person, 'id' | 'email' | 'login'>;

/** The last one sent to somebody of this company, or of the staff. */
export function lastInvitation(
  { companyId }: Pick<Person, 'companyId'>,
  transaction: Transaction,
  userId: string,
): Promise<OneTimeToken | null> {
  return transaction.oneTimeToken.findFirst({
    where: { userId, user: { companyId }, kind: 'SET_PASSWORD' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

/** A3: to whoever has not chosen a password yet, unless one was sent just before. */
export async function inviteAgain(
  deps: Deps,
  transaction: Transaction,
  person: Invited & Pick<Person, 'companyId' | 'hasPassword'>,
  by: By,
): Promise<void> {
  const problem = inviteAgainProblem(person, await lastInvitation(person, transaction, person.id), by.now);
  if (problem !== null) throw new RuleBroken('A3', problem);
  await invite(deps, transaction, person, by);
}

/** Sends the link to choose a first password; an earlier link stops working. */
export async function invite(deps: Deps, transaction: Transaction, person: Invited, by: By): Promise<void> {
  const token = await issueToken(transaction, person.id, 'SET_PASSWORD', by.now);
  const url = deps.absolute(paths.choosePassword({ token }));
  await deps.outbox.post(
    transaction,
    invitation({ email: person.email, by: by.name, company: by.company, login: person.login, url }),
  );
}
