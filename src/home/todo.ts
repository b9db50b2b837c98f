import type { Deps } from '../deps.ts';
import type { Actor } from '../domain/accounts/person.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { subjectRelation } from '../domain/subjects/rights.ts';
import { type Joined, type Task, tasks } from '../domain/todo/tasks.ts';
import { demarcheOf, publishedOf } from './places.ts';
import type { Node } from './store/nodes.ts';
import { type Found, type PlacedDraft, whatWaits } from './store/waiting.ts';

/** What waits for somebody, and the subjects that it is about. */
export interface Todo {
  readonly tasks: readonly Task[];
  /** Every draft that is open, with the published démarches where it is answered. */
  readonly drafts: readonly PlacedDraft[];
}

export async function todoOf(
  { prisma, referential }: Pick<Deps, 'prisma' | 'referential'>,
  actor: Actor,
  nodes: readonly Node[],
): Promise<Todo> {
  return sortedOut(referential, actor, nodes, await whatWaits(prisma, actor));
}

function sortedOut(referential: Referential, actor: Actor, nodes: readonly Node[], found: Found): Todo {
  const active = new Map(nodes.filter(({ archived }) => !archived).map((node) => [node.id, node]));
  const published = new Set(referential.demarches.map(({ id }) => id));
  const drafts = found.drafts.map((draft) => ({
    ...draft,
    places: draft.places.filter(({ demarche }) => published.has(demarche)),
  }));
  const led = new Set([...active.values()].filter((node) => leads(actor, node)).map(({ id }) => id));
  return {
    drafts,
    tasks: tasks({
      validates: actor.rights.validates,
      leads: (subjectId) => led.has(subjectId),
      asked: ({ subjectId, questionnaire }) => {
        const node = active.get(subjectId);
        return node !== undefined && demarcheOf(referential, node, questionnaire) !== null;
      },
      drafts,
      marked: found.marked,
      projected: found.projected,
      joined: [...active.values()].flatMap((node) => joinedOf(referential, node)),
      news: found.news,
    }),
  };
}

/** They see it already: what the query gave. */
function leads(actor: Actor, { id, kind, responsibleId }: Node): boolean {
  const person = { ...actor, subjectIds: [id] };
  return subjectRelation(person, { id, kind, responsibleId, companyId: actor.companyId ?? '' }) === 'leads';
}

function joinedOf(referential: Referential, node: Node): readonly Joined[] {
  return publishedOf(referential, node).map(({ demarche, enrolled: { at, by, state, total } }) => ({
    subjectId: node.id,
    demarche: demarche.id,
    joinedAt: at,
    joinedBy: by,
    state,
    total,
  }));
}
