import type { Deps } from '../../deps.ts';
import { overallProgress } from '../../domain/progress.ts';
import { retypingProblem } from '../../domain/subjects/identification.ts';
import { publishingProblem } from '../../domain/subjects/publication.ts';
import { canOn } from '../../domain/subjects/rights.ts';
import { citedSubject, type Subject, subjectTitle } from '../../domain/subjects/subject.ts';
import { type ReachedSubject, reachSubject } from '../../subjects/reach.ts';
import { progressStates } from '../../subjects/words.ts';
import type { ButtonProps } from '../../web/components.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { archivingOf } from '../archiving.ts';
import { demarchesOf } from '../demarches.ts';
import { headOf, toCatalogue } from '../head.ts';
import type { ProductModel, RelatedModel } from '../models.ts';
import { peopleOf } from '../people.ts';
import { identificationOf, qualificationModel } from '../sheet.ts';
import { type Around, aroundOf, type RelatedProduct } from '../store.ts';
import { eventModel, observatoryState } from '../words.ts';

/** The page of a product: what it is, where it is, and all that may be done with it. */
export function showProduct(deps: Deps) {
  const { prisma, referential, render } = deps;
  return async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const reached = await reachSubject(prisma, visit, 'PRODUCT', 'see');
    const { subject, actor } = reached;
    const { reference } = subject;
    const around = await aroundOf(prisma, visit.actor, subject);
    const demarches = await demarchesOf(deps, visit, reached);
    render(
      visit,
      'catalogue/product',
      { title: citedSubject(subject), breadcrumb: toCatalogue, refused },
      {
        ...demarches,
        head: headOf(subject, demarches.demarches.length, around.options.length),
        acts: actsOf(reached, around.optionCount),
        archiving: canOn(actor, 'archive', subject) ? archivingOf(subject) : null,
        archived: subject.archivedAt === null ? null : archivedWords,
        newDemarcheHref: demarches.joinable.length > 0 ? paths.productDemarches({ reference }) : null,
        identification: identificationOf(referential, reached, around.core),
        qualification: qualificationModel(referential, reached),
        related: relatedOf(subject, around),
        observatory: observatoryOf(reached),
        handOverHref: canOn(actor, 'handOver', subject) ? paths.handOverProduct({ reference }) : null,
        people: peopleOf(reached),
        history: around.history.map((event) => eventModel(event, 'PRODUCT', visit.actor)),
      },
    );
  };
}

const archivedWords =
  'Il n’est plus sur le tableau de bord, dans les démarches, la cartographie ni les moyennes. Ses réponses et ses inscriptions sont conservées.';

/** What one may not do is not offered. */
function actsOf({ subject, actor }: ReachedSubject, options: number): readonly ButtonProps[] {
  const { reference, product } = subject;
  const option = product?.type === 'OPTION';
  return [
    { label: 'Exporter la fiche produit', href: paths.productSheet({ reference }), icon: 'fr-icon-download-line' },
    ...(canOn(actor, 'duplicate', subject)
      ? [{ label: 'Dupliquer', href: paths.duplicateProduct({ reference }) }]
      : []),
    ...(retypingProblem(actor, subject, options) === null
      ? [{ label: option ? 'Convertir en socle' : 'Convertir en option', href: paths.convertProduct({ reference }) }]
      : []),
  ];
}

function observatoryOf({ subject, actor }: ReachedSubject): ProductModel['observatory'] {
  const { reference, product } = subject;
  const published = product?.published === true;
  const may = canOn(actor, 'publish', subject) && publishingProblem(subject, !published) === null;
  return {
    state: observatoryState(published),
    text: published
      ? 'Les moyennes de ses réponses validées comptent dans les chiffres de l’Observatoire.'
      : `Ses moyennes n’y figurent pas.${may ? ' Une confirmation sera demandée avant publication.' : ''}`,
    act: may
      ? {
          label: published ? 'Ne pas publier' : 'Publier dans l’Observatoire',
          href: paths.publishProduct({ reference }),
        }
      : null,
  };
}

/** P7: the options of a core product, or the core of an option; null where there is none to show. */
function relatedOf({ product }: Subject, { options, core }: Around): ProductModel['related'] {
  if (product?.type === 'OPTION') return core && { title: 'Produit socle', products: [relatedModel(core)] };
  return options.length === 0 ? null : { title: 'Produits option', products: options.map(relatedModel) };
}

function relatedModel(product: RelatedProduct): RelatedModel {
  const { reference, states, archived } = product;
  const state = states.length === 0 ? null : progressStates[overallProgress(states)];
  return {
    reference: String(reference),
    title: subjectTitle(product),
    href: paths.product({ reference }),
    state: archived ? { kind: 'closed', label: 'Archivé' } : state,
  };
}
