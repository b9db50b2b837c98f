import type { ApplicableCriterion } from '../applicability/applicable.ts';
import { coveredCriteria } from '../sections.ts';
import { type DraftAnswers, nothingSaid, type Said, saysTheSame } from './draft.ts';

/** What was said, with the live proofs. */
export interface SaidWithProofs extends DraftAnswers {
  readonly proofs: readonly { readonly id: string; readonly criterion: string }[];
}

/**
 * Q3: what whoever validates reads again: the criteria of which something else is said, or proved, than before. Before the first
 * validation, all of which something is said.
 */
export function changedCriteria(
  criteria: readonly ApplicableCriterion[],
  before: SaidWithProofs,
  after: SaidWithProofs,
): readonly string[] {
  const was = { said: said(before), around: around(criteria, before) };
  const now = { said: said(after), around: around(criteria, after) };
  return criteria
    .map(({ code }) => code)
    .filter((code) => !saysTheSame(was.said(code), now.said(code)) || was.around(code) !== now.around(code));
}

function said({ answers }: SaidWithProofs): (code: string) => Said {
  const byCode = new Map(answers.map((answer) => [answer.criterion, answer]));
  return (code) => byCode.get(code) ?? nothingSaid;
}

/** Its section switched to N/A, and why (Q5); its proofs (Q6). */
function around(
  criteria: readonly ApplicableCriterion[],
  { switches, proofs }: SaidWithProofs,
): (code: string) => string {
  const reasons = Object.fromEntries(switches.map(({ section, reason }) => [section, reason]));
  const covered = coveredCriteria(criteria, reasons);
  return (code) => {
    const section = covered.get(code);
    const files = proofs.filter(({ criterion }) => criterion === code).map(({ id }) => id);
    return JSON.stringify([section, section && reasons[section], files.toSorted()]);
  };
}
