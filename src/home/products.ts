import { counted } from '../domain/french/plural.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { matches } from '../domain/search.ts';
import { subjectTitle } from '../domain/subjects/subject.ts';
import { questionnaireTitle } from '../enrolments/words.ts';
import { address } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { ProductCard, ProductsModel } from './models.ts';
import { publishedOf } from './places.ts';
import type { KeptItem, Node } from './store/nodes.ts';

/** Three rows of cards: the catalogue has the rest. */
const SHOWN = 9;

/** P8: by reference, name or responsible. In the order of names. */
export function foundProducts(products: readonly Node[], search: string): readonly Node[] {
  return products.filter(({ reference, name, version, responsibleName }) =>
    matches(search, String(reference), name, version, responsibleName),
  );
}

export function shownProducts(found: readonly Node[]): readonly Node[] {
  return found.slice(0, SHOWN);
}

/** « Vos produits » */
export function productsModel(
  referential: Referential,
  found: readonly Node[],
  items: readonly KeptItem[],
  about: {
    readonly search: string;
    readonly path: string;
    readonly kept: Readonly<Record<string, string>>;
    readonly me: string;
  },
): ProductsModel {
  const { search, path, kept, me } = about;
  return {
    search: {
      label: 'Rechercher un produit',
      placeholder: 'Nom, référence ou responsable',
      name: 'produit',
      value: search,
      path,
      kept,
    },
    cards: shownProducts(found).map((node) => card(referential, node, items, me)),
    empty: {
      title: `Aucun produit ne correspond à «\u00a0${search}\u00a0»`,
      text: 'Cherchez par référence, par le début d’un nom ou par responsable.',
      action: { label: 'Voir tous vos produits', href: paths.products() },
    },
    all: {
      label: found.length > SHOWN ? `Voir les ${counted(found.length, 'produit', 'produits')}` : 'Ouvrir le catalogue',
      href: address(paths.products(), { q: found.length > SHOWN ? search : '' }),
    },
  };
}

function card(referential: Referential, node: Node, items: readonly KeptItem[], me: string): ProductCard {
  const responsible = node.responsibleId === me ? 'vous' : node.responsibleName;
  return {
    title: subjectTitle(node),
    href: paths.product({ reference: node.reference }),
    type: node.type === 'CORE' ? 'Socle' : node.core === null ? 'Option' : `Option de ${node.core}`,
    detail: `Référence ${node.reference} · responsable\u00a0: ${responsible}`,
    marks: marks(referential, node, items),
  };
}

/** Each evaluation that is begun, as the first of its démarches counts it (D2). */
function marks(referential: Referential, node: Node, items: readonly KeptItem[]): ProductCard['marks'] {
  const seen = new Set<string>();
  return publishedOf(referential, node).flatMap(({ demarche, enrolled }) =>
    items
      .filter(({ enrolmentId, state }) => enrolmentId === enrolled.id && state !== 'TO_COMPLETE')
      .flatMap(({ questionnaire, state, attained, done, total }) => {
        if (seen.has(questionnaire)) return [];
        seen.add(questionnaire);
        const kind = state === 'IN_PROGRESS' ? 'draft' : attained === false ? 'no' : 'yes';
        return [{ kind, label: `${questionnaireTitle(referential, demarche, questionnaire)} ${done}/${total}` }];
      }),
  );
}
