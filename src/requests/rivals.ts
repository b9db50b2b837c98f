import { loginTaken, takenIdentifiers } from '../accounts/people.ts';
import type { Transaction } from '../database/transaction.ts';
import { type FieldError, Invalid } from '../domain/errors.ts';
import { type AccountRequest, isRepresented } from './store.ts';

/** A1: nothing is said of the person who represents it. */
export function representedWords(support: string): string {
  return `Cette entreprise est déjà représentée sur Convergence, ou une demande la concerne déjà. Demandez à vos collègues : son Responsable peut créer votre compte. En cas de doute, écrivez à ${support}.`;
}

/** A1, A4: from here on the request holds what it asks for; whoever has its link may be told what is taken. */
export async function refuseTaken(transaction: Transaction, request: AccountRequest, support: string): Promise<void> {
  const taken = await takenIdentifiers(transaction, request, { requestId: request.id });
  const errors: FieldError[] = [
    ...((await isRepresented(transaction, request.siren, request.id))
      ? [{ field: '', message: representedWords(support) }]
      : []),
    ...(taken.email
      ? [
          {
            field: '',
            message:
              'Votre adresse électronique est maintenant celle d’un compte ou d’une autre demande : faites une nouvelle demande avec une autre adresse.',
          },
        ]
      : []),
    ...(taken.login ? [loginTaken] : []),
  ];
  if (errors.length > 0) throw new Invalid(errors);
}
