import { counted } from '../../domain/french/plural.ts';
import { unsavedWords } from './failure.ts';
import { icon, make, say } from './markup.ts';

/** What the action bar says: one state, and one line under it. */
export interface BarState {
  readonly failed: number;
  readonly conflicts: number;
  /** The first of them, as the address of a page names it. */
  readonly conflictAt: string;
  /** Sent a while ago, and not answered yet. */
  readonly slow: boolean;
  /** The hour of the last save; null: none since the page was opened. */
  readonly savedAt: string | null;
  readonly retryIn: number | null;
  readonly kept: boolean;
  /** « 24/36 critères renseignés · 2 points à régler avant de valider » */
  readonly left: string;
}

/** The state is a live region: it is written only when its words change. */
export function actionBar(form: HTMLFormElement): (state: BarState) => void {
  const bar = form.querySelector<HTMLElement>('.cv-actions');
  const saved = form.querySelector<HTMLElement>('[data-saved]');
  const left = form.querySelector<HTMLElement>('[data-left]');
  const first = saved === null ? [] : [...saved.childNodes].map((node) => node.cloneNode(true));
  const firstClass = saved?.className ?? '';
  let shown = '';
  return (state) => {
    const failing = state.failed > 0;
    bar?.classList.toggle('cv-actions--fail', failing);
    say(left, failing ? whereKept(state) : state.left);
    const { words, content, kind } = stateWords(state);
    if (saved === null || words === shown) return;
    shown = words;
    // Nothing waits any more, and nothing was saved here: it is as the page was opened.
    saved.className = words === '' ? firstClass : `cv-saved cv-saved--${kind}`;
    saved.replaceChildren(...(words === '' ? first.map((node) => node.cloneNode(true)) : content));
  };
}

interface Words {
  readonly words: string;
  readonly kind: 'ok' | 'fail' | 'none';
  readonly content: readonly Node[];
}

function stateWords({ failed, conflicts, conflictAt, slow, savedAt }: BarState): Words {
  if (failed > 0) {
    const words = unsavedWords(failed);
    const link = make('a', { href: '#echec' }, words);
    return { words, kind: 'fail', content: [icon('fr-icon-cloud-off-fill'), link] };
  }
  if (conflicts > 0) {
    const words = `${counted(conflicts, 'réponse', 'réponses')} à départager`;
    const link = make('a', { href: `#${conflictAt}` }, words);
    return { words, kind: 'fail', content: [icon('fr-icon-git-merge-line'), link] };
  }
  if (slow) return { words: 'lent', kind: 'none', content: [make('span', {}, 'Enregistrement en cours…')] };
  if (savedAt === null) return { words: '', kind: 'none', content: [] };
  const words = make(
    'span',
    {},
    make('span', { class: 'cv-long' }, 'Brouillon e'),
    make('span', { class: 'cv-short' }, 'E'),
    `nregistré à ${savedAt}`,
  );
  return { words: savedAt, kind: 'ok', content: [icon('fr-icon-checkbox-circle-fill'), words] };
}

function whereKept({ failed, kept, savedAt, retryIn }: BarState): string {
  const place = kept ? 'sur cet appareil' : 'dans cette page';
  return [
    failed < 2 ? `Gardée ${place}` : `Gardées ${place}`,
    ...(savedAt === null ? [] : [`dernier enregistrement à ${savedAt}`]),
    ...(retryIn === null ? [] : [`nouvel essai dans ${retryIn}\u00a0s`]),
  ].join(' · ');
}
