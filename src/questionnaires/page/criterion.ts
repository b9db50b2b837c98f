import { criterionAnchor } from '../../answers/anchors.ts';
import { placeOf } from '../../answers/head.ts';
import { isUntouched } from '../../domain/answers/remarks.ts';
import { formatRelative } from '../../domain/french/dates.ts';
import type { Questions } from '../../domain/profile/questions.ts';
import { missingTypes } from '../../domain/proofs/deposited.ts';
import { proofPlace } from '../../domain/proofs/places.ts';
import { expectedProofs, offeredGrades } from '../../domain/referential/criterion.ts';
import { compliant, type Grade, gradeOf } from '../../domain/referential/level.ts';
import type { Criterion } from '../../domain/referential/questionnaire.ts';
import { paragraphs } from '../../domain/referential/text.ts';
import { citedSubject } from '../../domain/subjects/subject.ts';
import type { PublicFiles } from '../../library/given.ts';
import { gradeWords, natures } from '../../library/words.ts';
import { proofPanel } from '../../proofs/panel.ts';
import { paths } from '../../web/paths.ts';
import type { CriterionModel, OptionModel, SideModel } from '../models.ts';
import { stateOf } from '../sent.ts';
import { commentHint } from './comment-hint.ts';
import { awaitingProof, consequenceWords } from './consequence.ts';
import type { Prepare, Prepared } from './prepared.ts';
import { reasonWords } from './reason.ts';
import type { Shown, ShownCriterion } from './shown.ts';

/** What pieces of the page are made with. */
export interface Kit {
  readonly prepare: Prepare;
  readonly files: PublicFiles;
  readonly questions: Questions;
}

/** `level`: of its heading. */
export function criterionModel(kit: Kit, shown: Shown, one: ShownCriterion, level: number): CriterionModel {
  const { sheet, now, reader } = shown;
  const { code, criterion, said, saved, typed, remark } = one;
  const grade = said === null || said.answer === null ? null : gradeOf(said.answer);
  const missingProofs = missingProofsOf(shown, one);
  return {
    id: criterionAnchor(code),
    code,
    kind: criterion.kind,
    edge: one.theirs !== null ? 'clash' : one.errors.length > 0 ? 'error' : '',
    revision: typed?.revision ?? saved?.revision ?? 0,
    state: stateShown(one),
    head: headOf(kit, shown, one, level),
    why: reasonWords(kit.questions, sheet, one),
    more: moreOf(kit, shown, one),
    legend: legends[criterion.kind === 'compliance' ? 'compliance' : sheet.subject.kind],
    scale: scaleOf(kit, shown, one, grade),
    consequence: consequenceShown(),
    who: saved === null || typed !== null ? '' : whoWords(saved, shown),
    remark:
      remark === null
        ? null
        : {
            text: remark.text,
            by: `${remark.writtenBy}, ${formatRelative(remark.writtenAt, now)}`,
            untouched: isUntouched(remark, saved),
          },
    comment: { value: said?.comment ?? '', hint: commentHint(criterion.kind, grade === 'na') },
    option: optionOf(shown, one),
    historyHref: sheet.validated === null ? null : paths.criterionHistory({ ...placeOf(sheet), code }),
    clash: clashOf(one, now),
    expectedProofs: criterion.kind === 'compliance' ? expectedProofs(criterion, sheet.profile).length : 0,
    missingProofs,
    awaiting: awaitingProof.line,
    proofs: criterion.kind === 'compliance' ? proofPanel(sheet, code, { actor: reader, now }) : null,
    filters: one.filters,
    errors: one.errors,
  };

  /** Q6: “satisfied” only once its proofs are there. */
  function consequenceShown(): CriterionModel['consequence'] {
    if (grade === null) return null;
    if (criterion.kind === 'compliance' && grade === compliant && missingProofs > 0) return awaitingProof;
    return consequenceWords(one, grade, sheet.entry.projection);
  }

  function whoWords(answer: NonNullable<typeof saved>, { sheet: { validated } }: Shown): string {
    const by = answer.answeredById === reader.id ? 'Vous' : answer.answeredBy;
    const when = formatRelative(answer.answeredAt, now);
    return answer.revision === 0 && validated !== null ? `${by}, ${when}, validé` : `${by}, ${when}`;
  }
}

const legends = {
  PRODUCT: 'Sélectionnez le niveau de maturité de votre produit',
  STRATEGY: 'Sélectionnez le niveau de maturité de votre stratégie globale',
  compliance: 'Votre produit est-il conforme\u00a0?',
} as const;

/** While two answers are in conflict, the form goes on from the revision that it saw: nothing is overwritten without being chosen. */
function stateShown({ saved, typed, said }: ShownCriterion): string {
  if (typed !== null) return `${typed.revision}.`;
  const nothing = { answer: null, comment: '', dependsOnOption: false, optionId: null };
  return stateOf(saved?.revision ?? 0, said ?? nothing);
}

function headOf(kit: Kit, { sheet }: Shown, { code, criterion, nature }: ShownCriterion, level: number): Prepared {
  return kit.prepare('questionnaires/criterion-head', [sheet.demarche.id, sheet.questionnaire.id, code, level], () => ({
    id: criterionAnchor(code),
    code,
    level,
    title: criterion.title,
    mandatory: nature === 'MANDATORY',
    nature: natures[nature],
    aim: paragraphs(criterion.kind === 'compliance' ? criterion.requirement : criterion.objective),
    objective: criterion.kind === 'compliance' && criterion.objective !== null ? paragraphs(criterion.objective) : [],
  }));
}

function moreOf(kit: Kit, { sheet }: Shown, { code, criterion }: ShownCriterion): Prepared {
  return kit.prepare('questionnaires/criterion-more', [sheet.questionnaire.id, code], () => ({
    code,
    target: criterion.kind === 'maturity' && criterion.target !== null ? paragraphs(criterion.target) : [],
    advice: criterion.kind === 'compliance' && criterion.advice !== null ? paragraphs(criterion.advice) : [],
    scenarios: criterion.scenarios.map(({ id, title, steps }) => ({ id, title: title ?? '', steps })),
    links: criterion.links,
    picture:
      criterion.picture === null
        ? null
        : { src: kit.files.url(criterion.picture.file), alternative: criterion.picture.alternative },
  }));
}

/** The tiles, or the three answers, with this one chosen. */
function scaleOf({ prepare }: Kit, { sheet }: Shown, one: ShownCriterion, chosen: Grade | null): Prepared {
  const { code, criterion, recommended, accepted } = one;
  const planned = sheet.entry.projection;
  const view = criterion.kind === 'maturity' ? 'questionnaires/tiles' : 'questionnaires/answers';
  const key = [sheet.demarche.id, sheet.questionnaire.id, code, recommended, accepted ?? '', chosen ?? ''];
  return prepare(view, key, () => ({
    code,
    naOffered: offeredGrades(criterion).includes('na'),
    tiles: offeredGrades(criterion).map((grade) => ({
      grade,
      ...gradeWords[grade],
      text: sayOf(criterion, grade),
      recommended: criterion.kind === 'maturity' && grade === recommended,
      accepted: accepted?.includes(grade) ?? false,
      checked: grade === chosen,
      ...consequenceWords(one, grade, planned),
    })),
  }));
}

/** The words of a level, as the questionnaire writes it. */
function sayOf(criterion: Criterion, grade: Grade): string {
  if (criterion.kind === 'maturity') return grade === 'na' ? (criterion.na ?? '') : criterion.levels[grade];
  return grade === 'na' ? 'Non applicable' : grade === 0 ? 'Non conforme' : 'Conforme';
}

/** Q2. An option that this person does not see is named all the same where the answer cites it. */
function optionOf({ sheet }: Shown, { criterion, said }: ShownCriterion): OptionModel | null {
  if (!criterion.mayDependOnOption) return null;
  return {
    checked: said?.dependsOnOption ?? false,
    value: said?.optionId ?? '',
    choices: sheet.options.map((option) => ({ value: option.id, label: citedSubject(option) })),
  };
}

function clashOf({ code, criterion, theirs, typed }: ShownCriterion, now: Date): CriterionModel['clash'] {
  if (theirs === null || typed === null) return null;
  const side = ({ answer, comment }: typeof theirs | typeof typed): Omit<SideModel, 'when'> => {
    const grade = answer === null ? null : gradeOf(answer);
    return {
      level: grade === null ? null : (`${grade}` as const),
      name: grade === null ? '' : criterion.kind === 'maturity' ? gradeWords[grade].name : '',
      say: grade === null ? 'Aucune réponse choisie' : sayOf(criterion, grade),
      comment,
    };
  };
  return {
    code,
    anchor: criterionAnchor(code),
    seen: theirs.revision,
    mine: { ...side(typed), when: 'pas encore enregistrée' },
    theirs: {
      ...side(theirs),
      by: theirs.answeredBy,
      when: theirs.answeredBy === '' ? '' : formatRelative(theirs.answeredAt, now),
    },
  };
}

function missingProofsOf({ sheet }: Shown, { code, criterion }: ShownCriterion): number {
  const place = criterion.kind === 'compliance' ? proofPlace(sheet, code) : null;
  return place === null ? 0 : missingTypes(place, sheet.proofs).length;
}
