/** A6: users form a tree, who created whom. */
export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
}

/** A6: attached directly or indirectly. Nobody is above themselves, even where wrong data made a loop. */
export function isAbove(people: readonly TreeNode[], actorId: string, personId: string): boolean {
  return actorId !== personId && ancestors(people, personId).has(actorId);
}

/** Everybody attached to this person directly or indirectly, the person left out; in the order of `people`. */
export function subtree<Node extends TreeNode>(people: readonly Node[], id: string): Node[] {
  const children = childrenOf(people);
  const below = new Set<string>();
  const next = [id];
  for (let current = next.pop(); current !== undefined; current = next.pop()) {
    for (const child of children.get(current) ?? []) {
      if (child.id === id || below.has(child.id)) continue;
      below.add(child.id);
      next.push(child.id);
    }
  }
  return people.filter((person) => below.has(person.id));
}

function childrenOf(people: readonly TreeNode[]): Map<string | null, TreeNode[]> {
  const children = new Map<string | null, TreeNode[]>();
  for (const person of people) {
    const siblings = children.get(person.parentId);
    if (siblings === undefined) children.set(person.parentId, [person]);
    else siblings.push(person);
  }
  return children;
}

function ancestors(people: readonly TreeNode[], id: string): Set<string> {
  const parents = new Map(people.map((person) => [person.id, person.parentId]));
  const above = new Set<string>();
  let current = parents.get(id) ?? null;
  while (current !== null && !above.has(current)) {
    above.add(current);
    current = parents.get(current) ?? null;
  }
  return above;
}
