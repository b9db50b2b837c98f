import { criterionAnchor } from '../answers/anchors.ts';
import { formatList } from '../domain/french/list.ts';
import type { Grade } from '../domain/referential/level.ts';
import { adviceFor, type Recommendation, recommendations } from '../domain/results/recommendations.ts';
import { paths } from '../web/paths.ts';
import type { ResultsModel } from './models.ts';
import type { Asking, Scored } from './scored.ts';
import { gradeModel, shortGrade } from './words.ts';

/** How many are shown before one asks for the others. */
const FIRST = 6;

/** Q8: what to raise, in order of effect. */
export function adviceModel(scored: Scored): ResultsModel['recommendations'] {
  const { askings, validated, draft, shown } = scored;
  const open = askings.filter(({ closed }) => closed === null);
  const found = recommendations(open, shown.answers, validated === null ? null : (draft?.answers ?? null));
  const models = found.map((one) => recommendationModel(scored, one));
  return {
    words:
      found.length === 0
        ? nothingWords(scored)
        : 'D’abord ce qui manque au plus de démarches, puis le plus grand écart',
    first: models.slice(0, FIRST),
    others: models.slice(FIRST),
  };
}

function nothingWords({ validated, draft }: Scored): string {
  return validated === null && draft === null
    ? 'Elles viennent avec les premières réponses.'
    : 'Rien à relever\u00a0: chaque réponse est au niveau recommandé ou au-dessus. Le plus haut niveau reste la cible.';
}

function recommendationModel(
  { askings, questionnaire, sheet }: Scored,
  one: Recommendation,
): ResultsModel['recommendations']['first'][number] {
  const { code, criterion, from, to, unblocks, drafted } = one;
  const asking = askings.find(({ criteria }) => criteria.some((asked) => asked.code === code));
  const names = unblocks.map((id) => askings.find(({ demarche }) => demarche === id)?.shortTitle ?? id);
  return {
    code,
    title: criterion.title,
    href: asking === undefined ? '' : criterionHref(sheet.subject.reference, questionnaire.id, asking, code),
    from: gradeModel(questionnaire.kind, from),
    to: gradeModel(questionnaire.kind, to),
    advice: adviceFor(one),
    why:
      names.length === 0
        ? 'Recommandé par la Doctrine, sans être exigé par vos démarches'
        : `Débloque\u00a0: ${formatList(names)}`,
    drafted: drafted === null ? '' : draftedWords(questionnaire.kind, drafted),
  };
}

function draftedWords(kind: 'maturity' | 'compliance', grade: Grade): string {
  if (kind === 'maturity' && grade !== 'na') return `déjà relevé à ${grade} dans votre brouillon`;
  return `déjà répondu «\u00a0${shortGrade(kind, grade)}\u00a0» dans votre brouillon`;
}

/** Where a criterion is answered, as one démarche asks it. */
export function criterionHref(reference: number, slug: string, { demarche, parcours }: Asking, code: string): string {
  return `${paths.answer({ parcours: parcours.id, demarche, reference, slug })}#${criterionAnchor(code)}`;
}
