import type { Addition } from '../../additions/addition.ts';
import { add, lockToAdd } from '../../additions/create.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { Invalid } from '../../domain/errors.ts';
import { subjectTitle } from '../../domain/subjects/subject.ts';
import { say } from '../../web/flash.ts';
import { paths } from '../../web/paths.ts';
import { offeredTo, readIdentification } from '../identification.ts';

/** P2: « Valider » adds the product, and joins the démarche that one came from (P4). */
export function createProduct(deps: Deps): Addition['create'] {
  return async (visit, asked) => {
    const { subject, outcome } = await inTransaction(deps.prisma, async (transaction) => {
      const { actor, people } = await lockToAdd(transaction, visit, 'PRODUCT');
      const offered = await offeredTo(transaction, visit.actor, people);
      const { identified, errors } = readIdentification(asked.sent, offered);
      if (identified === null) throw new Invalid(errors);
      const { name, version, certifications, responsible, ...product } = identified;
      const { declared } = asked;
      const wanted = { kind: 'PRODUCT', name, version, certifications, declared, responsible, product } as const;
      return add(deps, transaction, visit, actor, wanted, asked);
    });
    const { reference } = subject;
    const name = `«\u00a0${subjectTitle(subject)}\u00a0»`;
    if (outcome === 'other') {
      const text = `Il n’a pas été ajouté une seconde fois, et ce que vous venez de changer n’est pas enregistré\u00a0: modifiez-le depuis sa fiche.`;
      say(visit.req, 'warning', `Votre produit ${name} existe déjà`, text);
      visit.res.redirect(303, paths.product({ reference }));
      return;
    }
    const { demarche } = asked;
    if (demarche === null) {
      visit.res.redirect(303, paths.productAdded({ reference }));
      return;
    }
    say(
      visit.req,
      'success',
      `Votre produit ${name} a bien été ajouté`,
      `Il est inscrit à la démarche «\u00a0${demarche.title}\u00a0».`,
    );
    visit.res.redirect(303, paths.enrolment({ parcours: demarche.parcours, demarche: demarche.id, reference }));
  };
}
