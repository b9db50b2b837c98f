import { formatTime } from '../../domain/french/dates.ts';
import { formatList } from '../../domain/french/list.ts';
import { counted, plural } from '../../domain/french/plural.ts';
import { icon, make } from './markup.ts';
import type { Way } from './saving.ts';
import type { Cause } from './sending.ts';

/** A criterion, or a section that was set aside. */
export interface Failed {
  readonly name: string;
  readonly anchor: string;
  /** Also kept on this device; otherwise in the page alone. */
  readonly kept: boolean;
  readonly way: Extract<Way, { kind: 'failed' | 'refused' }>;
}

interface Acts {
  readonly signIn: string;
  readonly retry: () => void;
}

/** What is not saved, loudly: the cause, what is safe, what to do. */
export function failureAlert(main: Element, acts: Acts): (failed: readonly Failed[]) => void {
  let alert: HTMLElement | null = null;
  let since = new Date();
  let shown = '';
  return (failed) => {
    const [first] = failed;
    if (first === undefined) {
      // Whoever was in it goes on from the questionnaire, not from the top of the page.
      if (alert?.contains(document.activeElement))
        main.querySelector<HTMLElement>('[data-criterion] :checked')?.focus();
      alert?.remove();
      alert = null;
      shown = '';
      return;
    }
    const way = failed.find((one) => one.way.kind === 'failed')?.way ?? first.way;
    const now = `${way.kind === 'failed' ? way.cause : way.message} ${failed.map(({ name }) => name)}`;
    if (now === shown) return;
    shown = now;
    if (alert === null) {
      since = new Date();
      alert = make('div', { class: 'cv-alert', role: 'alert', id: 'echec' });
      main.prepend(alert);
    }
    alert.replaceChildren(...contentOf(failed, way, since, acts));
  };
}

function contentOf(failed: readonly Failed[], way: Failed['way'], since: Date, acts: Acts): readonly Node[] {
  const count = failed.length;
  const title = plural(
    count,
    'Votre dernière réponse n’est pas encore enregistrée',
    `Vos ${count} dernières réponses ne sont pas encore enregistrées`,
  );
  const cause = way.kind === 'failed' ? causeWords(way.cause, formatTime(since)) : way.message;
  const safe = plural(
    count,
    `Votre réponse est gardée ${place(failed)}\u00a0: rien n’est perdu, vous pouvez continuer.`,
    `Vos réponses sont gardées ${place(failed)}\u00a0: rien n’est perdu, vous pouvez continuer.`,
  );
  const signIn = make(
    'a',
    {
      class: 'fr-btn fr-btn--sm',
      href: acts.signIn,
      target: '_blank',
      rel: 'noopener',
      title: 'Se reconnecter – nouvelle fenêtre',
    },
    'Se reconnecter',
  );
  const retry = make(
    'button',
    { class: 'fr-btn fr-btn--sm fr-btn--secondary', type: 'button' },
    'Réessayer maintenant',
  );
  retry.addEventListener('click', acts.retry);
  const asksSignIn = way.kind === 'failed' && (way.cause === 'session' || way.cause === 'account');
  return [
    make('h2', {}, icon('fr-icon-cloud-off-fill'), ` ${title}`),
    make('p', {}, `${cause} ${safe} ${way.kind === 'failed' ? actWords(way.cause) : ''}`.trim()),
    make(
      'div',
      { class: 'cv-row cv-alert__do' },
      ...(asksSignIn ? [signIn] : []),
      retry,
      make(
        'span',
        { class: 'cv-mention' },
        `${plural(count, 'Point concerné', 'Points concernés')}\u00a0: `,
        ...linked(failed),
      ),
    ),
  ];
}

function place(failed: readonly Failed[]): string {
  return failed.every(({ kept }) => kept) ? 'dans cette page et sur cet appareil' : 'dans cette page, ne la fermez pas';
}

function causeWords(cause: Cause, since: string): string {
  if (cause === 'session') return `Votre session a expiré à ${since}.`;
  if (cause === 'account') return 'Une autre personne s’est connectée depuis, dans ce navigateur.';
  if (cause === 'server') return `Le service rencontre un problème depuis ${since}.`;
  return navigator.onLine
    ? `Le service ne répond pas depuis ${since}.`
    : `Votre appareil n’a plus de connexion depuis ${since}.`;
}

function actWords(cause: Cause): string {
  if (cause === 'session') {
    return 'Reconnectez-vous dans un nouvel onglet, l’enregistrement se fera de lui-même ici.';
  }
  if (cause === 'account') {
    return 'Reconnectez-vous dans un nouvel onglet sous votre nom, l’enregistrement se fera de lui-même ici.';
  }
  return 'L’enregistrement se fera de lui-même dès que possible.';
}

/** `04.03, 04.04 et 04.05`, each a link. */
export function linked(points: readonly Pick<Failed, 'name' | 'anchor'>[]): readonly (Node | string)[] {
  const links = points.map(({ name, anchor }) => make('a', { href: `#${anchor}` }, name));
  const words = formatList(links.map((_, index) => `\0${index}\0`));
  return words.split('\0').map((part, place) => (place % 2 === 1 ? (links[Number(part)] ?? '') : part));
}

/** « 2 réponses pas encore enregistrées », for the action bar. */
export function unsavedWords(count: number): string {
  return `${counted(count, 'réponse', 'réponses')} pas encore ${plural(count, 'enregistrée', 'enregistrées')}`;
}
