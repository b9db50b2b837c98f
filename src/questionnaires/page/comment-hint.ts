import type { Criterion } from '../../domain/referential/questionnaire.ts';

/** Q5: beside a comment, whether it is asked for. The page’s script follows what is chosen with the same words. */
export function commentHint(kind: Criterion['kind'], notApplicable: boolean): string {
  return kind === 'compliance' && notApplicable
    ? 'obligatoire\u00a0: expliquez pourquoi cette exigence ne s’applique pas'
    : 'facultatif, lu par votre équipe et par les vérificateurs';
}
