import type { Item } from '../../domain/enrolment/items.ts';
import { enrolmentMeans } from '../../domain/enrolment/means.ts';
import type { Mean } from '../../domain/scoring.ts';
import { levelReached, tenths } from '../../domain/scoring.ts';
import { subjectTitle } from '../../domain/subjects/subject.ts';
import { dayOf } from '../../exports/day.ts';
import type { Row } from '../../exports/workbook.ts';
import { progressStates } from '../../subjects/words.ts';
import { actWords, questionnaireTitle } from '../words.ts';
import type { Results, Table } from './sheets.ts';

/** « Synthèse »: where each questionnaire is, then its mean on each axis. */
export function summaryTable(results: Results): Table {
  const { referential, demarche, subject, profile, work, items, now } = results;
  const kind = subject.kind === 'PRODUCT' ? 'product' : 'strategy';
  const means = enrolmentMeans(referential, { demarche, subject: kind, profile, work });
  const who = [subject.reference, subjectTitle(subject), demarche.title, dayOf(now)];
  return {
    columns: [
      { header: 'Référence', width: 12 },
      { header: subject.kind === 'PRODUCT' ? 'Produit' : 'Stratégie globale', width: 30 },
      { header: 'Démarche', width: 34 },
      { header: 'Date', width: 12, format: 'dd/mm/yyyy' },
      { header: 'Questionnaire', width: 30 },
      { header: 'Étape', width: 14 },
      { header: 'État des réponses validées', width: 16 },
      { header: 'Critères renseignés', width: 14 },
      { header: 'Critères applicables', width: 14 },
      { header: 'Atteint', width: 10 },
      { header: 'Critères à relever', width: 12 },
      { header: 'Validé le', width: 12, format: 'dd/mm/yyyy' },
      { header: 'Validé par', width: 24 },
      { header: 'Axe', width: 34 },
      { header: 'Moyenne', width: 10, format: '0.0' },
      { header: 'Niveau atteint', width: 10 },
    ],
    rows: items.flatMap((item) => [
      [...who, ...factsOf(results, item), null, null, null],
      ...means
        .filter(({ questionnaire }) => item.act === 'EVALUATION' && questionnaire === item.questionnaire)
        .map((mean) => [...who, ...placeOf(results, item), ...nothing, ...meanOf(results, item, mean)]),
    ]),
  };
}

const nothing = [null, null, null, null, null, null, null];

function placeOf({ referential, demarche }: Results, { questionnaire, act }: Item): readonly string[] {
  return [questionnaireTitle(referential, demarche, questionnaire), actWords[act]];
}

/** S4: of what was never validated, nothing is said but how much is asked. */
function factsOf(results: Results, item: Item): Row {
  const { questionnaire, act, done, total, attained, shortfalls } = item;
  const validation = results.validations.find((one) => one.questionnaire === questionnaire && one.act === act);
  return [
    ...placeOf(results, item),
    progressStates[item.state].label,
    done,
    total,
    attained === null ? null : attained ? 'Oui' : 'Non',
    attained === null ? null : shortfalls,
    validation === undefined ? null : dayOf(validation.validatedAt),
    validation?.validatedBy ?? null,
  ];
}

/** S1: one decimal, never rounded up. */
function meanOf({ referential }: Results, { questionnaire }: Item, mean: Mean & { readonly axis: string }): Row {
  const asked = referential.questionnaires.get(questionnaire);
  const axes = asked !== undefined && 'axes' in asked ? asked.axes : [];
  return [axes.find(({ id }) => id === mean.axis)?.title ?? mean.axis, tenths(mean) / 10, levelReached(mean)];
}
