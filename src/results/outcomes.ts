import { attainment, requiresLevels } from '../domain/attainment.ts';
import type { Answered } from '../domain/enrolment/work.ts';
import { counted } from '../domain/french/plural.ts';
import type { OutcomeModel } from './models.ts';
import type { Asking, Scored } from './scored.ts';

/** S2, S3: attained or not for each démarche of the subject that asks the questionnaire, and what the draft would change. */
export function outcomes({ askings, validated, draft, questionnaire }: Scored): readonly OutcomeModel[] {
  return askings.map((asking) => {
    const about = { parcours: asking.parcours.title, demarche: asking.title };
    if (asking.closed !== null) {
      return { ...about, kind: 'shut', title: 'Pas encore évalué', text: asking.closed, draft: '' };
    }
    return { ...about, ...outcomeOf(asking, validated, draft, questionnaire.kind) };
  });
}

type Kind = Scored['questionnaire']['kind'];
type Outcome = Pick<OutcomeModel, 'kind' | 'title' | 'text' | 'draft'>;

function outcomeOf(asking: Asking, validated: Answered | null, draft: Answered | null, kind: Kind): Outcome {
  const { criteria } = asking;
  if (!requiresLevels(criteria)) {
    const text = criteria.length === 0 ? 'Aucun critère ne s’applique' : 'Elle n’exige de niveau pour aucun critère';
    return { kind: 'shut', title: 'Sans niveau exigé', text, draft: '' };
  }
  const drafted = draft === null ? '' : draftedWords(attainment(criteria, draft.answers).shortfalls.length);
  if (validated === null) {
    return { kind: 'shut', title: 'Pas encore évalué', text: 'Rien n’est encore validé', draft: drafted };
  }
  const { attained, shortfalls } = attainment(criteria, validated.answers);
  return {
    kind: attained ? 'yes' : 'no',
    title: attained ? 'Atteint' : 'Non atteint',
    text: attained ? attainedWords(asking, kind) : shortWords(asking, kind, shortfalls.length),
    draft: drafted,
  };
}

export function attainedWords({ byRecommended }: Pick<Asking, 'byRecommended'>, kind: Kind): string {
  if (kind === 'compliance') return 'Chaque exigence est conforme ou non applicable';
  return byRecommended
    ? 'Chaque critère est au niveau recommandé ou au-dessus'
    : 'Chaque critère est à un niveau accepté';
}

/** “10 critères sous le niveau recommandé” */
export function shortWords({ byRecommended }: Pick<Asking, 'byRecommended'>, kind: Kind, count: number): string {
  if (kind === 'compliance') return `${counted(count, 'exigence', 'exigences')} à mettre en conformité`;
  const criteria = counted(count, 'critère', 'critères');
  return byRecommended ? `${criteria} sous le niveau recommandé` : `${criteria} hors des niveaux acceptés`;
}

function draftedWords(count: number): string {
  return count === 0 ? 'atteint avec votre brouillon' : `${count} avec votre brouillon`;
}
