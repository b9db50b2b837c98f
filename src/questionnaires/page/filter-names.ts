import type { AnswerFilter } from '../../domain/answers/filters.ts';

/** Filters as the address, and the page’s script, say them. */
export const filterNames: Readonly<Record<AnswerFilter, string>> = {
  left: 'restants',
  toCorrect: 'a-corriger',
  below: 'sous-recommande',
  mandatory: 'obligations',
  proofs: 'preuves',
  nonCompliant: 'non-conformes',
  changed: 'modifies',
};

/** All, which is no filter. */
export const ALL = 'tous';
