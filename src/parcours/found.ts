import { NotFound } from '../domain/errors.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Parcours } from '../domain/referential/parcours.ts';
import type { Referential } from '../domain/referential/referential.ts';
import type { Link } from '../web/frame.ts';
import { paths } from '../web/paths.ts';
import type { Visit } from '../web/visit.ts';

/** The parcours that an address names. */
export function parcoursIn({ req }: Visit, referential: Referential): Parcours {
  const parcours = referential.parcours.find(({ id }) => id === req.params.parcours);
  if (!parcours) throw new NotFound('Ce parcours est introuvable.');
  return parcours;
}

/** A démarche where the address says that it is. */
export interface FoundDemarche {
  readonly parcours: Parcours;
  readonly demarche: Demarche;
  readonly href: string;
  /** The way there, itself included. */
  readonly breadcrumb: readonly Link[];
}

export function demarcheIn(visit: Visit, referential: Referential): FoundDemarche {
  const parcours = parcoursIn(visit, referential);
  const demarche = referential.demarches.find(
    (one) => one.parcours === parcours.id && one.id === visit.req.params.demarche,
  );
  if (!demarche) throw new NotFound('Cette démarche est introuvable.');
  const href = paths.demarche({ parcours: parcours.id, demarche: demarche.id });
  const breadcrumb = [
    { label: parcours.title, href: paths.parcours({ parcours: parcours.id }) },
    { label: demarche.title, href },
  ];
  return { parcours, demarche, href, breadcrumb };
}
