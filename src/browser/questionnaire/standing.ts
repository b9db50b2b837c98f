import { lackOf } from '../../domain/answers/lack.ts';
import type { Shown } from './cells.ts';
import type { Criterion } from './fields.ts';
import type { Way } from './saving.ts';
import { reasonOf, type Section, sectionOver } from './sections.ts';

/** Where a criterion stands as the page shows it, saved or not. */
export interface Standing extends Shown {
  readonly code: string;
  /** Q5: the section set aside that answers for it; null: it answers for itself. */
  readonly section: string | null;
  /** Q3: what it lacks, counted as the server counts it: each proof is one. */
  readonly points: number;
}

export function standingOf(criterion: Criterion, sections: readonly Section[], way: Way): Standing {
  const { article, code, kind } = criterion;
  const said = criterion.said();
  const over = sectionOver(sections, code);
  const reason = over === null ? null : reasonOf(over);
  const missingProofs = Number(article.dataset.missingProofs ?? 0);
  const lack = lackOf({
    kind,
    missingProofs,
    answer: reason === null ? said.answer : { kind: 'na' },
    comment: reason ?? said.comment,
    undecided: reason === null && said.dependsOnOption && said.optionId === null,
  });
  return {
    code,
    section: over?.id ?? null,
    kind,
    answer: said.answer,
    lack,
    points: lack === null ? 0 : lack === 'proof' ? missingProofs : 1,
    mark: markOf(way, article),
  };
}

function markOf(way: Way, article: HTMLElement): Shown['mark'] {
  if (way.kind === 'conflict') return 'conflict';
  if (way.kind === 'failed' || way.kind === 'refused') return 'unsaved';
  if (article.classList.contains('cv-crit--error')) return 'error';
  // Q3: until it is answered again.
  return article.dataset.remark === undefined ? null : 'remark';
}
