import type { Addition } from '../../additions/addition.ts';
import { add, lockToAdd } from '../../additions/create.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { effectiveRights } from '../../domain/accounts/person.ts';
import { Forbidden, Invalid } from '../../domain/errors.ts';
import { say } from '../../web/flash.ts';
import { paths } from '../../web/paths.ts';
import { readIdentification, responsiblesAmong } from '../identification.ts';

/** « Valider » makes the strategy of the company, of which there is one; whoever comes second is led to it. */
export function createStrategy(deps: Deps): Addition['create'] {
  return async (visit, asked) => {
    const { subject, outcome } = await inTransaction(deps.prisma, async (transaction) => {
      const { actor, people } = await lockToAdd(transaction, visit, 'STRATEGY');
      // The right may have been taken back since the page was opened
      if (!effectiveRights(actor).accessesStrategy) throw new Forbidden();
      const { identified, errors } = readIdentification(asked.sent, responsiblesAmong(visit.actor, people));
      if (identified === null) throw new Invalid(errors);
      const { declared } = asked;
      const wanted = { ...identified, kind: 'STRATEGY', version: '', declared, product: null } as const;
      return add(deps, transaction, visit, actor, wanted, asked);
    });
    if (outcome === 'other') {
      say(
        visit.req,
        'warning',
        'La stratégie globale de votre entreprise existe déjà',
        'Quelqu’un l’a initialisée pendant que vous remplissiez ce formulaire\u00a0: ce que vous avez saisi n’est pas enregistré. Vérifiez ce qu’elle dit, et modifiez-la s’il le faut.',
      );
    } else {
      say(visit.req, 'success', 'Votre stratégie globale est initialisée');
    }
    const { demarche } = asked;
    const { reference } = subject;
    visit.res.redirect(
      303,
      demarche === null
        ? paths.strategy()
        : paths.enrolment({ parcours: demarche.parcours, demarche: demarche.id, reference }),
    );
  };
}
