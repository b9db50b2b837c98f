import { followAnswers } from './answers.ts';
import { actionBar } from './bar.ts';
import { sayConsequence } from './consequence.ts';
import { type Failed, failureAlert } from './failure.ts';
import { keepingOf } from './kept.ts';
import { keptAlert } from './kept-alert.ts';
import { guardLeaving } from './leaving.ts';
import { openWith } from './menus.ts';
import type { Page } from './page.ts';
import { leftWords } from './progress.ts';
import { retryingOf } from './retrying.ts';
import type { Way } from './saving.ts';
import { sendingOf } from './sending.ts';
import { followSections } from './set-aside.ts';
import { submitOnceSaved } from './submitting.ts';
import type { View } from './view.ts';

/** A save that takes longer than this is said to be on its way. */
const SLOW = 2_000;

/** Answering: all that is said is saved by itself, and the page says where that is. */
export function work({ form, kind, criteria, sections, layout }: Page, view: View): void {
  const sending = sendingOf(form);
  const keeping = keepingOf(form);
  const bar = actionBar(form);
  let savedAt: string | null = null;
  let retryIn: number | null = null;
  let slow = false;
  let slowly: number | undefined;
  let planned = false;

  const told = (step: { readonly savedAt: string | null }): void => {
    savedAt = step.savedAt ?? savedAt;
    if (planned) return;
    planned = true;
    queueMicrotask(() => {
      planned = false;
      show();
    });
  };
  const answers = followAnswers(form, criteria, { sending, keeping, told });
  const switches = followSections(form, sections, layout, { post: sending.post, told });
  const { saving } = answers;

  const ways = (): readonly Way[] => [
    ...saving.unsaved().map((code) => saving.wayOf(code)),
    ...switches.unsaved().map(({ way }) => way),
  ];
  const retrying = retryingOf(
    () => {
      saving.retry();
      switches.retry();
    },
    (seconds) => {
      retryIn = seconds;
      told({ savedAt: null });
    },
  );
  const flush = async (): Promise<void> => {
    await Promise.all([saving.flush(), switches.flush()]);
  };
  const alert = failureAlert(form.querySelector('.cv-work__main') ?? form, {
    signIn: form.dataset.signIn ?? '',
    retry: () => void flush(),
  });

  const kept = keptAlert(form.querySelector('.cv-work__main') ?? form);

  const failed = (): readonly Failed[] => [
    ...saving.unsaved().flatMap((code) => {
      const way = saving.wayOf(code);
      const anchor = criteria.get(code)?.article.id ?? '';
      return isFailed(way) ? [{ name: code, anchor, way, kept: keeping.works }] : [];
    }),
    ...switches.unsaved().flatMap(({ section, way }) => {
      const name = section.element.querySelector('[data-fold]')?.textContent?.trim() ?? section.id;
      return isFailed(way) ? [{ name, anchor: section.element.id, way, kept: false }] : [];
    }),
  ];

  const show = (): void => {
    const progress = view.draw(saving.wayOf, answers.edited);
    const failing = failed();
    const now = ways();
    watchSlowness(now.some(({ kind }) => kind === 'sending'));
    if (now.some(({ kind }) => kind === 'failed')) retrying.plan();
    else if (retryIn !== null) retrying.stop();
    alert(failing);
    const disputed = [
      ...saving.unsaved().filter((code) => saving.wayOf(code).kind === 'conflict'),
      ...answers.waiting(),
    ];
    const anchors = disputed.map((code) => ({ name: code, anchor: criteria.get(code)?.article.id ?? '' }));
    kept(anchors.filter(({ name }) => answers.waiting().includes(name)));
    bar({
      savedAt,
      retryIn,
      slow,
      failed: failing.length,
      conflicts: disputed.length,
      conflictAt: anchors[0]?.anchor ?? '',
      kept: failing.every(({ kept }) => kept),
      left: leftWords(kind, progress),
    });
    form.dataset.unsaved = String(now.length);
  };

  const watchSlowness = (sent: boolean): void => {
    if (!sent) {
      window.clearTimeout(slowly);
      slowly = undefined;
      slow = false;
      return;
    }
    slowly ??= window.setTimeout(() => {
      slow = true;
      told({ savedAt: null });
    }, SLOW);
  };

  guardLeaving({
    kept: keeping.works,
    unsaved: ways,
    hurry: () => {
      saving.hurry();
      switches.hurry();
    },
  });
  submitOnceSaved(form, {
    flush,
    unsaved: () => ways().length,
    stopped: () => {
      const first = form.querySelector<HTMLElement>('#echec a, [data-clash] button');
      first?.scrollIntoView({ block: 'center' });
      first?.focus();
    },
  });
  // Q6: the panel of a criterion says how many expected types have no proof yet.
  form.addEventListener(
    'proofs:changed',
    (event) => {
      const article = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-criterion]') : null;
      if (!(event instanceof CustomEvent) || article === null) return;
      const detail: unknown = event.detail;
      if (typeof detail !== 'object' || detail === null || !('missing' in detail)) return;
      article.dataset.missingProofs = String(detail.missing);
      const criterion = criteria.get(article.dataset.criterion ?? '');
      if (criterion !== undefined) sayConsequence(criterion);
      told({ savedAt: null });
    },
    { capture: true },
  );
  const more = form.querySelector<HTMLElement>('[data-more]');
  const actions = form.querySelector<HTMLElement>('[data-actions]');
  if (more !== null && actions !== null) openWith(more, actions);
  show();
}

function isFailed(way: Way): way is Failed['way'] {
  return way.kind === 'failed' || way.kind === 'refused';
}
