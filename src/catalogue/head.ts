import { counted } from '../domain/french/plural.ts';
import { citedSubject, type Subject, subjectTitle } from '../domain/subjects/subject.ts';
import { typeWords } from '../products/summary.ts';
import type { Link } from '../web/frame.ts';
import { paths } from '../web/paths.ts';
import type { ProductModel } from './models.ts';

const catalogue: Link = { label: 'Votre catalogue produits', href: paths.products() };

/** The way to the page of an act on a product. */
export function trailOf(product: Subject): readonly Link[] {
  return [catalogue, { label: citedSubject(product), href: paths.product({ reference: product.reference }) }];
}

export const toCatalogue: readonly Link[] = [catalogue];

export function headOf(product: Subject, demarches: number, options: number): ProductModel['head'] {
  const { responsibleName } = product;
  const facts = [
    responsibleName,
    counted(demarches, 'démarche', 'démarches'),
    ...(options === 0 ? [] : [counted(options, 'produit option', 'produits option')]),
  ];
  return {
    identity: `Produit n°\u00a0${product.reference}`,
    type: product.product === null ? '' : typeWords[product.product.type],
    where: facts.join(' · '),
    title: subjectTitle(product),
  };
}
