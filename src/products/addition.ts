import { peopleAround } from '../accounts/company.ts';
import type { Addition } from '../additions/addition.ts';
import { declaredIn } from '../additions/carried.ts';
import type { Deps } from '../deps.ts';
import { qualificationOf } from '../domain/subjects/subject.ts';
import { questionsModel } from '../forms/models.ts';
import { mustHaveForm } from '../forms/read.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';
import { createProduct } from './actions/create.ts';
import { productFields } from './fields.ts';
import { type Offered, offeredTo, readIdentification } from './identification.ts';
import { identificationFields } from './schemas.ts';
import { identificationSummary } from './summary.ts';

/** P1 to P4: what adding a product asks. */
export function productAddition(deps: Deps): Addition {
  const { prisma, referential, render } = deps;
  const interests = mustHaveForm(referential, 'interests');
  const offered = async ({ actor }: SignedVisit): Promise<Offered> =>
    offeredTo(prisma, actor, await peopleAround(prisma, actor));

  return {
    kind: 'PRODUCT',
    addresses: {
      identification: paths.newProduct(),
      qualification: paths.newProductQualification(),
      recap: paths.newProductRecap(),
    },
    names: ['Identification', 'Qualification', 'Récapitulatif'],
    breadcrumb: [{ label: 'Vos produits', href: paths.products() }],
    cancelHref: paths.products(),
    fields: identificationFields,
    interests: [interests],
    qualification: mustHaveForm(referential, qualificationOf.PRODUCT),
    heading: () => 'Ajouter un nouveau produit',
    known: ({ actor }) => ({ responsible: actor.login }),

    identification: async (visit, step, page, held) => {
      const answers = declaredIn(held, [interests])[interests.id] ?? {};
      render(visit, 'products/identification', page, {
        step,
        typed: held,
        errors: page.refused?.errors ?? [],
        ...productFields(await offered(visit)),
        interests: questionsModel(interests, answers, referential.questions),
      });
    },

    problems: async (visit, sent) => readIdentification(sent, await offered(visit)).errors,
    summary: async (visit, held) => identificationSummary(held, await offered(visit)),
    create: createProduct(deps),
  };
}
