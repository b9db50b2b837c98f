import { formatRelative } from '../domain/french/dates.ts';
import type { News, Task } from '../domain/todo/tasks.ts';
import { paths } from '../web/paths.ts';
import type { TaskModel } from './models.ts';
import { wordsOf } from './task-words.ts';
import type { Telling } from './telling.ts';

/** Null when what it is about has just gone. */
export function taskModel(telling: Telling, task: Task): TaskModel | null {
  const when = formatRelative(task.at, telling.now);
  if (task.kind === 'news')
    return { ...newsWords(task.about), when, who: '', meter: null, pressing: false, reads: true };
  const node = telling.nodes.get(task.about.subjectId);
  const words = node && wordsOf(telling, task, node);
  return words
    ? {
        meter: null,
        pressing: pressing.includes(task.kind),
        reads: false,
        ...words,
        who: reader(telling, words.who),
        when,
      }
    : null;
}

const pressing: readonly Task['kind'][] = ['validate', 'reread', 'correct'];

/** « Vous » for oneself, the name for others. */
function reader({ me }: Telling, name: string): string {
  return name === me.name ? 'Vous' : name;
}

function newsWords({ id, title, body }: News) {
  return {
    state: { kind: 'wait', label: 'À lire' },
    what: title,
    where: body,
    act: { label: 'Ouvrir', href: paths.openNotification({ notification: id }) },
  } as const;
}
