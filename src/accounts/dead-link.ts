import type { Render } from '../web/render.ts';
import type { Visit } from '../web/visit.ts';

export interface Repair {
  /** What to do, in a sentence or two. */
  readonly repair: string;
  readonly link: { readonly label: string; readonly href: string };
}

/** One page for a link that is unknown, used or too old: the repair is the same. */
export function showDeadLink(render: Render, visit: Visit, { repair, link }: Repair): void {
  render(
    visit,
    'message',
    { title: 'Ce lien ne fonctionne plus', status: 410 },
    {
      kind: 'warning',
      paragraphs: ['Il a déjà servi, un lien plus récent l’a remplacé, ou sa durée de validité est passée.', repair],
      link,
    },
  );
}
