import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import type { OpenDraft } from '../domain/todo/tasks.ts';
import { paths } from '../web/paths.ts';
import type { Enrolled, Node } from './store/nodes.ts';

/** Where a questionnaire of a subject is answered: shared by several démarches (D2), the first of them. */
export function demarcheOf(
  { demarches }: Referential,
  { enrolments }: Pick<Node, 'enrolments'>,
  questionnaire: string,
): Demarche | null {
  return (
    demarches.find(
      ({ id, entries }) =>
        enrolments.some(({ demarche }) => demarche === id) &&
        entries.some((entry) => entry.questionnaire === questionnaire),
    ) ?? null
  );
}

/** The page of a subject in a démarche. */
export function placeHref({ parcours, id }: Demarche, { reference }: Pick<Node, 'reference'>): string {
  return paths.enrolment({ parcours, demarche: id, reference });
}

/** Where a draft is answered; a projection, from the page of its démarche for now. */
export function draftHref(
  demarche: Demarche,
  { reference }: Pick<Node, 'reference'>,
  { questionnaire: slug, act }: Pick<OpenDraft, 'questionnaire' | 'act'>,
): string {
  if (act === 'PROJECTION') return placeHref(demarche, { reference });
  return paths.answer({ parcours: demarche.parcours, demarche: demarche.id, reference, slug });
}

/** The démarches of a subject that are still published, in the order of the screens. */
export function publishedOf(
  { demarches }: Referential,
  { enrolments }: Pick<Node, 'enrolments'>,
): readonly { readonly demarche: Demarche; readonly enrolled: Enrolled }[] {
  return demarches.flatMap((demarche) =>
    enrolments.filter((enrolled) => enrolled.demarche === demarche.id).map((enrolled) => ({ demarche, enrolled })),
  );
}

/** The strategy goes by what it is: its own name is most often the company's. */
export function asRead(node: Node): Node {
  return node.kind === 'STRATEGY' ? { ...node, name: 'Stratégie globale' } : node;
}
