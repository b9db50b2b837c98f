import type { ApplicableCriterion } from '../applicability/applicable.ts';
import { type Answers, type Grade, gradeOf } from '../referential/level.ts';

/** How many criteria have each answer. Unanswered is apart: never N/A, never 0 (S4). */
export interface Distribution {
  readonly counts: Readonly<Record<Grade, number>>;
  readonly unanswered: number;
}

export function distribution(criteria: readonly Pick<ApplicableCriterion, 'code'>[], answers: Answers): Distribution {
  const counts = { na: 0, 0: 0, 1: 0, 2: 0, 3: 0 };
  let unanswered = 0;
  for (const { code } of criteria) {
    const answer = answers[code];
    if (answer === undefined) unanswered += 1;
    else counts[gradeOf(answer)] += 1;
  }
  return { counts, unanswered };
}

/** Q8: of a questionnaire without axes, the same for each of its first sections. */
export function sectionDistributions(
  criteria: readonly ApplicableCriterion[],
  answers: Answers,
): readonly { readonly id: string; readonly title: string; readonly distribution: Distribution }[] {
  const sections = new Map<string, { title: string; criteria: ApplicableCriterion[] }>();
  for (const criterion of criteria) {
    const [section] = criterion.sections;
    if (section === undefined) continue;
    const known = sections.get(section.id) ?? { title: `${section.code} ${section.title}`, criteria: [] };
    known.criteria.push(criterion);
    sections.set(section.id, known);
  }
  return [...sections].map(([id, one]) => ({
    id,
    title: one.title,
    distribution: distribution(one.criteria, answers),
  }));
}
