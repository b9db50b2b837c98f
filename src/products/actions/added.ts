import type { Deps } from '../../deps.ts';
import { subjectTitle } from '../../domain/subjects/subject.ts';
import { joinedBy } from '../../subjects/joined.ts';
import { reachSubject } from '../../subjects/reach.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { startModel } from '../start.ts';

/** « Produit ajouté »: what was added, and what one may do with it now (P4). */
export function showAdded({ prisma, referential, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const { subject } = await reachSubject(prisma, visit, 'PRODUCT', 'see');
    const breadcrumb = [{ label: 'Vos produits', href: paths.products() }];
    render(
      visit,
      'products/added',
      { title: 'Produit ajouté', breadcrumb },
      {
        text: `Votre produit «\u00a0${subjectTitle(subject)}\u00a0» a bien été ajouté.`,
        newHref: paths.newProduct(),
        productHref: paths.product({ reference: subject.reference }),
        productsHref: paths.products(),
        start: startModel(referential, subject, await joinedBy(prisma, referential, subject.id)),
      },
    );
  };
}
