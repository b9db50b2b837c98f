import { counted } from '../domain/french/plural.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { paths } from '../web/paths.ts';
import type { ParcoursCard } from './models.ts';
import type { Node } from './store/nodes.ts';

/** Les parcours: each démarche, with how many of one's products are in it. */
export function parcoursCards({ parcours, demarches }: Referential, nodes: readonly Node[]): readonly ParcoursCard[] {
  const enrolled = new Map<string, number>();
  for (const { demarche } of nodes.flatMap(({ enrolments }) => enrolments)) {
    enrolled.set(demarche, (enrolled.get(demarche) ?? 0) + 1);
  }
  return parcours.map(({ id, title, tagline }) => ({
    title,
    tagline,
    href: paths.parcours({ parcours: id }),
    demarches: demarches
      .filter((demarche) => demarche.parcours === id)
      .map((demarche) => {
        const count = enrolled.get(demarche.id) ?? 0;
        return { title: demarche.title, count: count === 0 ? '' : counted(count, 'produit', 'produits') };
      }),
  }));
}
