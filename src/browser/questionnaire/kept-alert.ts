import { plural } from '../../domain/french/plural.ts';
import { linked } from './failure.ts';
import { icon, make } from './markup.ts';

interface Kept {
  readonly name: string;
  readonly anchor: string;
}

/** What an earlier page kept on this device without saving it, until one has chosen: said over the questionnaire, with links. */
export function keptAlert(main: Element): (kept: readonly Kept[]) => void {
  let alert: HTMLElement | null = null;
  let shown = '';
  return (kept) => {
    const names = kept.map(({ name }) => name).join(' ');
    if (names === shown) return;
    shown = names;
    if (kept.length === 0) {
      alert?.remove();
      alert = null;
      return;
    }
    if (alert === null) {
      alert = make('div', { class: 'cv-alert', role: 'alert', id: 'gardees' });
      main.prepend(alert);
    }
    const title = plural(
      kept.length,
      'Une réponse n’avait pas pu être enregistrée',
      `${kept.length} réponses n’avaient pas pu être enregistrées`,
    );
    const safe = plural(
      kept.length,
      'Elle est gardée sur cet appareil\u00a0: choisissez celle à garder.',
      'Elles sont gardées sur cet appareil\u00a0: choisissez, pour chacune, celle à garder.',
    );
    alert.replaceChildren(
      make('h2', {}, icon('fr-icon-device-line'), ` ${title}`),
      make('p', {}, safe),
      make(
        'p',
        { class: 'cv-mention' },
        `${plural(kept.length, 'Point concerné', 'Points concernés')}\u00a0: `,
        ...linked(kept),
      ),
    );
  };
}
