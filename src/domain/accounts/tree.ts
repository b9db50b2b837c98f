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

/** Those with nobody above them: in a sound company, one person. */
export function atTheTop<Node extends TreeNode>(people: readonly Node[]): Node[] {
  const ids = new Set(people.map(({ id }) => id));
  return people.filter(({ parentId }) => parentId === null || !ids.has(parentId));
}

/** Who moves, and where to, for everybody to be attached to one person, directly or indirectly. A loop in the data is cut. */
export function underOne(people: readonly TreeNode[], topId: string): TreeNode[] {
  const nodes = people.map(({ id, parentId }) => ({ id, parentId: id === topId ? null : parentId }));
  const beside = new Set(atTheTop(nodes).map(({ id }) => id));
  const gathered = nodes.map((node) => (beside.has(node.id) && node.id !== topId ? under(node, topId) : node));
  const reached = new Set([topId, ...subtree(gathered, topId).map(({ id }) => id)]);
  const before = new Map(people.map(({ id, parentId }) => [id, parentId]));
  return gathered
    .map((node) => (reached.has(node.id) ? node : under(node, topId)))
    .filter(({ id, parentId }) => before.get(id) !== parentId);
}

function under({ id }: TreeNode, parentId: string): TreeNode {
  return { id, parentId };
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
