import type { Actor } from '../domain/accounts/person.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import type { OpenDraft } from '../domain/todo/tasks.ts';
import type { SignedVisit } from '../web/visit.ts';
import type { Node } from './store/nodes.ts';
import type { Place, PlacedDraft } from './store/waiting.ts';

/** What the words of a task are made from. */
export interface Telling {
  readonly referential: Referential;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly drafts: readonly PlacedDraft[];
  /** Whoever reads. */
  readonly me: Actor;
  readonly now: Date;
}

export function telling(
  referential: Referential,
  { actor, now }: SignedVisit,
  nodes: readonly Node[],
  drafts: readonly PlacedDraft[],
): Telling {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return { referential, nodes: byId, drafts, me: actor, now };
}

/** Where a draft is answered, and how far it is there. */
export function draftPlace(
  { referential, drafts }: Pick<Telling, 'referential' | 'drafts'>,
  about: OpenDraft,
): { readonly demarche: Demarche; readonly place: Place; readonly draft: PlacedDraft } | null {
  const draft = drafts.find(
    (one) => one.subjectId === about.subjectId && one.questionnaire === about.questionnaire && one.act === about.act,
  );
  if (draft === undefined) return null;
  for (const demarche of referential.demarches) {
    const place = draft.places.find((one) => one.demarche === demarche.id && !one.closed);
    if (place !== undefined) return { demarche, place, draft };
  }
  return null;
}
