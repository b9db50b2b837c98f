import type { Deps } from '../../deps.ts';
import { asked, pageState, rowsBefore } from '../../web/lists.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { asRead } from '../places.ts';
import { nodesOf } from '../store/nodes.ts';
import { taskModel } from '../tasks.ts';
import { telling } from '../telling.ts';
import { todoOf } from '../todo.ts';

const PAGE_SIZE = 20;

/** All that waits for whoever asks. */
export function showTasks(deps: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const { actor, req } = visit;
    const how = asked(req, ['urgence'], 'urgence');
    const nodes = (await nodesOf(deps.prisma, actor)).map(asRead);
    const todo = await todoOf(deps, actor, nodes);
    const tell = telling(deps.referential, visit, nodes, todo.drafts);
    const tasks = todo.tasks.flatMap((task) => taskModel(tell, task) ?? []);
    const total = tasks.length;
    const before = rowsBefore(how, total, PAGE_SIZE);
    const { page, pages } = pageState(how, total, PAGE_SIZE);
    deps.render(
      visit,
      'home/tasks',
      { title: 'À faire' },
      {
        total,
        tasks: tasks.slice(before, before + PAGE_SIZE),
        pages: pages > 1 ? { page, pages, path: paths.tasks() } : null,
        empty: {
          title: 'Rien n’attend de décision de votre part',
          action: { label: 'Revenir au tableau de bord', href: paths.dashboard() },
        },
      },
    );
  };
}
