import { joiningProblem } from '../domain/enrolment/joining.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { paths } from '../web/paths.ts';

/** P4: the démarches that a product may start, by parcours; those that it can't say why. `views/products/start.ejs` shows it. */
export interface StartModel {
  readonly reference: string;
  readonly parcours: readonly {
    readonly title: string;
    readonly tagline: string;
    readonly demarches: readonly StartableDemarche[];
  }[];
}

export interface StartableDemarche {
  readonly title: string;
  readonly text: string;
  /** Where the form that joins is sent; null where it is open already, or can't be joined. */
  readonly joinAction: string | null;
  /** The product's page in it, once it has joined. */
  readonly href: string | null;
  /** Why it can't be joined. */
  readonly problem: string | null;
}

export function startModel(
  { parcours, demarches }: Referential,
  subject: Pick<Subject, 'reference' | 'kind' | 'archivedAt'>,
  joined: readonly Demarche[],
): StartModel {
  const startable = demarches.filter(({ subjects }) => subjects.includes('product'));
  return {
    reference: String(subject.reference),
    parcours: parcours
      .map(({ id, title, tagline }) => ({
        title,
        tagline,
        demarches: startable.filter((one) => one.parcours === id).map((one) => demarcheModel(one, subject, joined)),
      }))
      .filter((one) => one.demarches.length > 0),
  };
}

function demarcheModel(
  demarche: Demarche,
  subject: Pick<Subject, 'reference' | 'kind' | 'archivedAt'>,
  joined: readonly Demarche[],
): StartableDemarche {
  const address = { parcours: demarche.parcours, demarche: demarche.id };
  const about = { title: demarche.title, text: demarche.summary };
  if (joined.includes(demarche)) {
    const href = paths.enrolment({ ...address, reference: subject.reference });
    return { ...about, joinAction: null, href, problem: null };
  }
  const problem = joiningProblem(demarche, subject);
  return { ...about, joinAction: problem === null ? paths.joinDemarche(address) : null, href: null, problem };
}
