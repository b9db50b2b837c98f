import type { Referential } from '../domain/referential/referential.ts';
import { citedSubject, qualificationOf, type Subject, type SubjectName } from '../domain/subjects/subject.ts';
import { itemState } from '../enrolments/item-state.ts';
import { questionsTable } from '../enrolments/results/declared.ts';
import type { freshOf } from '../enrolments/stale.ts';
import { actWords, questionnaireTitle } from '../enrolments/words.ts';
import { dayOf } from '../exports/day.ts';
import type { Row, Sheet } from '../exports/workbook.ts';
import { typeWords } from '../products/summary.ts';
import { progressStates } from '../subjects/words.ts';
import { interestsOf } from './sheet.ts';

type Kept = Awaited<ReturnType<typeof freshOf>>[number];

/** P10: what the product is, what it answered of itself, and where it is. */
export function productSheets(
  referential: Referential,
  product: Subject,
  core: SubjectName | null,
  kept: readonly Kept[],
): readonly Sheet[] {
  const { questions, forms } = referential;
  const form = forms.get(qualificationOf[product.kind]);
  return [
    identificationSheet(referential, product, core),
    ...(form === undefined ? [] : [{ name: 'Qualification', ...questionsTable(form, product.declared, questions) }]),
    demarchesSheet(referential, kept),
  ];
}

function identificationSheet(referential: Referential, subject: Subject, core: SubjectName | null): Sheet {
  const { product } = subject;
  const rows: readonly Row[] = [
    ['Référence', subject.reference],
    ['Nom du produit', subject.name],
    ['Version', subject.version],
    ['Type de produit', product && typeWords[product.type]],
    ...(product?.type === 'OPTION' ? [['Produit socle', core && citedSubject(core)]] : []),
    ['NIL', said(product?.nil)],
    ['Responsable', subject.responsibleName],
    ['Certifications', said(subject.certifications)],
    ['Intérêt déclaré', said(interestsOf(referential, subject).join('\n'))],
    ['Description', said(product?.description)],
    ['Ajouté le', dayOf(subject.createdAt)],
    ['Qualification modifiée le', dayOf(subject.qualifiedAt)],
    ['Archivé le', subject.archivedAt && dayOf(subject.archivedAt)],
    ['Publié dans l’Observatoire', product?.published === true ? 'Oui' : 'Non'],
  ];
  return {
    name: 'Identification',
    columns: [
      { header: 'Information', width: 28 },
      { header: 'Valeur', width: 80 },
    ],
    rows,
  };
}

/** A row for each questionnaire; one for a démarche that asks none yet. */
function demarchesSheet(referential: Referential, kept: readonly Kept[]): Sheet {
  return {
    name: 'Démarches',
    columns: [
      { header: 'Parcours', width: 34 },
      { header: 'Démarche', width: 38 },
      { header: 'État de la démarche', width: 16 },
      { header: 'Questionnaires terminés', width: 16 },
      { header: 'Questionnaires demandés', width: 16 },
      { header: 'Questionnaire', width: 32 },
      { header: 'Étape', width: 14 },
      { header: 'État', width: 18 },
      { header: 'Critères renseignés', width: 14 },
      { header: 'Critères demandés', width: 14 },
      { header: 'Atteint', width: 10 },
      { header: 'Validé le', width: 14, format: 'dd/mm/yyyy' },
    ],
    rows: kept.flatMap((one) => demarcheRows(referential, one)),
  };
}

function demarcheRows(referential: Referential, kept: Kept): readonly Row[] {
  const { demarche: id, state, items, validations } = kept;
  const demarche = referential.demarches.find((one) => one.id === id);
  if (demarche === undefined) return [];
  const parcours = referential.parcours.find((one) => one.id === demarche.parcours)?.title ?? null;
  const finished = items.filter((item) => item.state === 'DONE').length;
  const place = [parcours, demarche.title, progressStates[state].label, finished, items.length];
  if (items.length === 0) return [[...place, null, null, null, null, null, null, null]];
  return items.map((item) => {
    const { questionnaire, act, closed, done, total, attained } = item;
    const validated = validations.find((one) => one.questionnaire === questionnaire && one.act === act);
    return [
      ...place,
      questionnaireTitle(referential, demarche, questionnaire),
      actWords[act],
      closed ? 'Pas encore ouvert' : itemState(kept, item).state.label,
      closed ? null : done,
      closed ? null : total,
      attained === null ? null : attained ? 'Oui' : 'Non',
      validated === undefined ? null : dayOf(validated.validatedAt),
    ];
  });
}

function said(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
