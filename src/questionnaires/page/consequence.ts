import { type Consequence, consequenceOf } from '../../domain/answers/consequence.ts';
import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import { counted } from '../../domain/french/plural.ts';
import type { Grade } from '../../domain/referential/level.ts';

/** What follows from an answer, as the page says it under the choice. */
export interface ConsequenceWords {
  readonly tone: 'good' | 'low' | 'none';
  readonly line: string;
}

/** `planned`: the démarche asks for a projection, where what is not accepted is planned. */
export function consequenceWords(criterion: ApplicableCriterion, grade: Grade, planned: boolean): ConsequenceWords {
  const consequence = consequenceOf(criterion, grade);
  return criterion.criterion.kind === 'maturity' ? maturityWords(consequence, planned) : complianceWords(consequence);
}

function maturityWords(consequence: Consequence, planned: boolean): ConsequenceWords {
  const { kind, accepted } = consequence;
  const refused = accepted === false ? 'non accepté pour cette démarche' : '';
  if (kind === 'notApplicable') {
    return {
      tone: 'none',
      line: joined('Hors du calcul\u00a0: un critère non applicable n’entre dans aucune moyenne', refused),
    };
  }
  if (kind === 'reached') {
    const target = consequence.target ? '' : 'le niveau\u00a03 reste la cible';
    return { tone: accepted === false ? 'low' : 'good', line: joined('Niveau recommandé atteint', refused || target) };
  }
  const short = `${counted(consequence.levels, 'niveau', 'niveaux')} sous le recommandé`;
  if (accepted !== false) return { tone: 'low', line: joined(short, accepted ? 'accepté pour cette démarche' : '') };
  return {
    tone: 'low',
    line: joined(short, planned ? `${refused}\u00a0: à planifier dans la feuille de route` : refused),
  };
}

function complianceWords({ kind, accepted }: Consequence): ConsequenceWords {
  const refused = accepted === false ? 'non accepté pour cette démarche' : '';
  if (kind === 'notApplicable') return { tone: 'none', line: joined('Un commentaire dit pourquoi', refused) };
  if (kind === 'below') {
    return {
      tone: 'low',
      line: accepted === false ? 'Non accepté pour cette démarche' : 'Accepté pour cette démarche',
    };
  }
  return { tone: 'good', line: 'Exigence satisfaite' };
}

/** Q6: complying is not enough while a type of proof is missing. */
export const awaitingProof: ConsequenceWords = {
  tone: 'none',
  line: 'Conforme · au moins une preuve de chaque type attendu est demandée',
};

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}
