import { type Said, saysTheSame } from '../../domain/answers/draft.ts';
import { hideClash, showClash, whenWords } from './clash.ts';
import { sayCommentHint } from './comment-hint.ts';
import { sayConsequence } from './consequence.ts';
import { sayTheirs, sayWay, sayWho } from './criterion-state.ts';
import { clearErrors } from './errors.ts';
import type { Criterion } from './fields.ts';
import type { Keeping, Kept } from './kept.ts';
import { askOptionProduct } from './option-product.ts';
import { type Saving, type Step, savingOf } from './saving.ts';
import type { Sending, Theirs } from './sending.ts';
import { tabsOf } from './tabs.ts';

/** The fields that say what is answered to a criterion. */
const SAID = /^(niveau|commentaire|depend|option)\./;

export interface Answers {
  readonly saving: Saving;
  /** The codes of what was said otherwise since the page was opened. */
  readonly edited: ReadonlySet<string>;
  /** The codes of what an earlier page kept on this device, and of which one has to choose. */
  readonly waiting: () => readonly string[];
}

/** What is said of each criterion: kept on this device at once, saved a second later, and what became of it shown in the criterion. */
export function followAnswers(
  form: HTMLFormElement,
  criteria: ReadonlyMap<string, Criterion>,
  {
    sending,
    keeping,
    told,
  }: { readonly sending: Sending; keeping: Keeping; told: (step: Pick<Step, 'savedAt'>) => void },
): Answers {
  const edited = new Set<string>();
  const proposed = new Map<string, Kept>();
  const followed = new Map([...criteria].map(([code, criterion]) => [code, askOptionProduct(criterion)]));

  const start = [...criteria.values()].map(({ code, article, said }) => ({
    code,
    revision: Number(article.dataset.revision ?? 0),
    said: said(),
  }));
  const saving = savingOf(start, sending.save, (step) => {
    const criterion = criteria.get(step.code);
    if (criterion === undefined) return;
    const { way, code, said, revision } = step;
    if (way.kind === 'saved') keeping.forget(code);
    else keeping.keep(code, said);
    sayWay(criterion, way, keeping.works);
    if (way.kind === 'conflict') settle(criterion, way.theirs);
    else if (way.kind === 'saved' && !proposed.has(code)) hideClash(criterion);
    if (step.savedAt !== null) {
      sayWho(criterion, step.savedAt);
      delete criterion.article.dataset.remark;
      tabs.tellSaved(code, said, revision);
    }
    told(step);
  });
  const tabs = tabsOf(form, {
    opened: () => saving.retry(),
    saved: (code, said, revision) => {
      const criterion = criteria.get(code);
      if (criterion === undefined || !saving.learn(code, said, revision)) return;
      const kept = proposed.get(code);
      if (kept !== undefined && saysTheSame(kept.said, said)) leave(criterion);
      show(criterion, said);
    },
  });

  const show = (criterion: Criterion, said: Said): void => {
    criterion.show(said);
    followed.get(criterion.code)?.();
    sayConsequence(criterion);
    sayCommentHint(criterion);
  };

  /** Somebody answered otherwise meanwhile: both answers, and two equal choices. */
  const settle = (criterion: Criterion, theirs: Theirs): void => {
    const { code } = criterion;
    const mine = {
      said: criterion.said(),
      by: 'Votre réponse',
      when: 'pas encore enregistrée',
      choose: 'Garder ma réponse',
      chosen: () => saving.choose(code, criterion.said(), theirs),
    };
    showClash(criterion, 'Deux réponses différentes à ce critère. Laquelle garder\u00a0?', mine, {
      said: theirs.said,
      by: theirs.answeredBy === '' ? 'Réponse retirée' : `Réponse de ${theirs.answeredBy}`,
      when: whenWords(theirs.at),
      choose: 'Prendre cette réponse',
      chosen: () => {
        show(criterion, theirs.said);
        saving.choose(code, theirs.said, theirs);
        if (theirs.answeredBy !== '') sayTheirs(criterion, theirs.answeredBy, whenWords(theirs.at));
      },
    });
  };

  const leave = (criterion: Criterion): void => {
    proposed.delete(criterion.code);
    hideClash(criterion);
    told({ savedAt: null });
  };

  /** Kept on this device by a page that was closed, or lost, before it could save it. */
  const propose = (criterion: Criterion, kept: Kept): void => {
    const { code, article } = criterion;
    const saved = criterion.said();
    proposed.set(code, kept);
    const mine = {
      said: kept.said,
      by: 'Votre réponse',
      when: ['gardée sur cet appareil', whenWords(kept.at)].filter(Boolean).join(' '),
      choose: 'Garder ma réponse',
      chosen: () => {
        leave(criterion);
        show(criterion, kept.said);
        edited.add(code);
        saving.change(code, kept.said);
        saving.hurry(code);
      },
    };
    const title = 'Votre dernière réponse à ce critère n’avait pas pu être enregistrée. Laquelle garder\u00a0?';
    showClash(criterion, title, mine, {
      said: saved,
      by: 'Réponse enregistrée',
      when: article.querySelector('[data-who]')?.textContent ?? '',
      choose: 'Prendre cette réponse',
      chosen: () => {
        leave(criterion);
        keeping.forget(code);
      },
    });
  };

  for (const [code, kept] of keeping.all()) {
    const criterion = criteria.get(code);
    if (criterion === undefined || saysTheSame(kept.said, criterion.said())) keeping.forget(code);
    else propose(criterion, kept);
  }

  const criterionOf = ({ target }: Event): Criterion | undefined => {
    const article = target instanceof Element ? target.closest<HTMLElement>('[data-criterion]') : null;
    const code = article?.dataset.criterion ?? '';
    // What a criterion holds besides what is said of it (its proofs) is saved by itself.
    const own = target instanceof HTMLElement && 'name' in target && SAID.test(String(target.name));
    return own ? criteria.get(code) : undefined;
  };
  form.addEventListener('input', (event) => {
    const criterion = criterionOf(event);
    if (criterion === undefined) return;
    edited.add(criterion.code);
    clearErrors(criterion.article);
    sayConsequence(criterion);
    sayCommentHint(criterion);
    // After the fields that follow from this one
    queueMicrotask(() => saving.change(criterion.code, criterion.said()));
  });
  form.addEventListener('focusout', (event) => {
    const criterion = criterionOf(event);
    const next = event.relatedTarget;
    if (criterion !== undefined && !(next instanceof Node && criterion.article.contains(next))) {
      saving.hurry(criterion.code);
    }
  });
  return { saving, edited, waiting: () => [...proposed.keys()] };
}
