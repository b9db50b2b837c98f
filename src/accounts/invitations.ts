import type { Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../domain/accounts/person.ts';
import { paths } from '../web/paths.ts';
import { invitation } from './mails.ts';
import { issueToken } from './tokens.ts';

/** Sends the link to choose a first password; an earlier link stops working. */
export async function invite(
  deps: Deps,
  transaction: Transaction,
  person: Pick<Person, 'id' | 'email' | 'login'>,
  by: { readonly name: string; readonly company: string | null; readonly now: Date },
): Promise<void> {
  const token = await issueToken(transaction, person.id, 'SET_PASSWORD', by.now);
  const url = deps.absolute(paths.choosePassword({ token }));
  await deps.outbox.post(
    transaction,
    invitation({ email: person.email, by: by.name, company: by.company, login: person.login, url }),
  );
}
