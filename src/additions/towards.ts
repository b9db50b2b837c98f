import { joiningProblem } from '../domain/enrolment/joining.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import type { SubjectKind } from '../domain/subjects/subject.ts';
import { paths } from '../web/paths.ts';

/** P4: the démarche that one came from, joined at « Valider »: `?demarche=<parcours>/<demarche>`. */
export interface Towards {
  readonly demarche: Demarche;
  /** Why what is added will not join it; null when it will. */
  readonly problem: string | null;
}

/** How an address names a démarche to join. */
export function towardsText({ parcours, id }: Demarche): string {
  return `${parcours}/${id}`;
}

/** Null where nothing was asked, or nothing that there is. */
export function towards({ demarches }: Referential, asked: string, kind: SubjectKind): Towards | null {
  const demarche = demarches.find((one) => towardsText(one) === asked);
  return demarche === undefined ? null : { demarche, problem: joiningProblem(demarche, { kind, archivedAt: null }) };
}

/** The démarche to join, if it still takes it in. */
export function toJoin(asked: Towards | null): Demarche | null {
  return asked === null || asked.problem !== null ? null : asked.demarche;
}

export function demarcheHref({ parcours, id }: Demarche): string {
  return paths.demarche({ parcours, demarche: id });
}

export function towardsInWords({ demarche: { title }, problem }: Towards): string {
  return problem === null
    ? `À la validation, l’inscription à la démarche «\u00a0${title}\u00a0» se fait aussi.`
    : `L’inscription à la démarche «\u00a0${title}\u00a0» ne se fera pas. ${problem}`;
}
