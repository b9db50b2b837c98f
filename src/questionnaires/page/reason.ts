import type { ReachedSheet } from '../../answers/reach.ts';
import { type ApplicableCriterion, reasonsShown } from '../../domain/applicability/applicable.ts';
import { because } from '../../domain/condition/words.ts';
import type { Questions } from '../../domain/profile/questions.ts';
import { qualificationOf } from '../../domain/subjects/subject.ts';
import { linked, type Sentence } from '../../library/sentence.ts';
import { fieldId } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';

const leads = { maturity: 'Critère affiché', compliance: 'Exigence affichée' } as const;
const everybody = { PRODUCT: 'pour tous les produits', STRATEGY: 'pour toutes les stratégies globales' } as const;

/** Q1: « Critère affiché parce que vous avez répondu « Usagers » à la question 10 de la qualification. », which leads to it. */
export function reasonWords(
  questions: Questions,
  { profile, subject }: Pick<ReachedSheet, 'profile' | 'subject'>,
  one: ApplicableCriterion,
): Sentence {
  const lead = leads[one.criterion.kind];
  const facts = reasonsShown(one, profile);
  if (facts.length === 0) return [{ text: `${lead} ${everybody[subject.kind]}.`, href: null }];
  const form =
    subject.kind === 'STRATEGY'
      ? paths.strategyQualification()
      : paths.productQualification({ reference: subject.reference });
  const links = facts.flatMap(({ question }) => {
    const indexed = questions.get(question);
    if (indexed === undefined || indexed.form.id !== qualificationOf[subject.kind]) return [];
    const place = `question\u00a0${indexed.question.number} ${indexed.form.cited}`;
    return [[place, `${form}#${fieldId(question)}`] as const];
  });
  return linked(`${lead} ${because(facts, { questions, within: null })}.`, new Map(links));
}
