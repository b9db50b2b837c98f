import { placeOf } from '../answers/head.ts';
import { formatDateTime } from '../domain/french/dates.ts';
import { formatList } from '../domain/french/list.ts';
import { counted as inWords } from '../domain/french/plural.ts';
import { gradeOf } from '../domain/referential/level.ts';
import type { Criterion } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { placedCriteria } from '../domain/referential/walk.ts';
import { citedSubject } from '../domain/subjects/subject.ts';
import { natures } from '../library/words.ts';
import { paths } from '../web/paths.ts';
import { chartModel, seriesNames } from './chart.ts';
import type { ChartModel, OutcomeModel, PastCriterionModel, PastModel } from './models.ts';
import { type Past, pastAxes } from './past.ts';
import { gradeModel, withinGrade, wordingOf } from './words.ts';

/** S2, S3: as it was found on the day of the validation. */
export function pastOutcomes(
  { results, counted: { kept }, sheet }: Past,
  referential: Referential,
): readonly OutcomeModel[] {
  return results.map(({ demarche: id, attained, shortfalls }): OutcomeModel => {
    const demarche = referential.demarches.find((one) => one.id === id);
    const parcours = referential.parcours.find((one) => one.id === demarche?.parcours);
    const about = { parcours: parcours?.title ?? '', demarche: demarche?.title ?? id, draft: '' };
    const when = !kept && id === sheet.demarche.id ? 'calculé aujourd’hui' : '';
    if (attained === null) return { ...about, kind: 'shut', title: 'Sans niveau exigé', text: when };
    const short = inWords(shortfalls.length, 'critère en dessous', 'critères en dessous');
    const text = attained ? 'Chaque critère était à un niveau accepté' : `${short} de ce qui était exigé`;
    return {
      ...about,
      kind: attained ? 'yes' : 'no',
      title: attained ? 'Atteint' : 'Non atteint',
      text: [text, when].filter(Boolean).join(' · '),
    };
  });
}

/** S1: the means of that day. */
export function pastChart(past: Past, title: string): ChartModel | null {
  const { questionnaire, counted, answered, sheet } = past;
  if (questionnaire.axes.length === 0) return null;
  return chartModel({
    title: `${title} – ${citedSubject(sheet.subject)}`,
    axes: questionnaire.axes,
    rows: pastAxes(past, []),
    series: [
      { kind: 'validated', name: seriesNames.validated, label: 'Réponse validée', note: '' },
      { kind: 'recommended', name: seriesNames.recommended, label: 'Niveau recommandé', note: 'par la Doctrine' },
    ],
    criteria: counted.criteria,
    answers: answered.answers,
  });
}

/** Every criterion that was answered: those of this démarche under their sections, then those that others asked. */
export function pastSections(past: Past): PastModel['sections'] {
  const { questionnaire, answered } = past;
  const { criteria } = past.counted;
  const sections = new Map<string, PastCriterionModel[]>();
  for (const criterion of criteria) {
    const title = criterion.sections.map((section) => `${section.code} ${section.title}`).join(' › ');
    const { nature, recommended, accepted } = criterion;
    const expected = expectedWords(past, criterion.code, recommended, accepted);
    const models = sections.get(title) ?? [];
    models.push({ ...criterionModel(past, criterion.criterion), nature: natures[nature], expected });
    sections.set(title, models);
  }
  const shown = new Set(criteria.map(({ code }) => code));
  const others = placedCriteria<Criterion>(questionnaire.sections)
    .map(({ criterion }) => criterion)
    .filter(({ code }) => !shown.has(code) && code in answered.answers)
    .map((criterion) => criterionModel(past, criterion));
  const named = [...sections].map(([title, models]) => ({ title, criteria: models }));
  return others.length === 0 ? named : [...named, { title: 'Critères d’autres démarches', criteria: others }];
}

function expectedWords(
  { questionnaire: { kind }, results, sheet }: Past,
  code: string,
  recommended: 0 | 1 | 2 | 3,
  accepted: readonly ('na' | 0 | 1 | 2 | 3)[] | null,
): string {
  const short = results.find(({ demarche }) => demarche === sheet.demarche.id)?.shortfalls.includes(code);
  const words = [
    kind === 'maturity' ? `recommandé\u00a0: ${withinGrade(kind, recommended)}` : '',
    accepted === null ? '' : `accepté\u00a0: ${formatList(accepted.map((grade) => withinGrade(kind, grade)))}`,
    short ? 'non atteint' : '',
  ];
  return words.filter(Boolean).join(' · ');
}

function criterionModel({ sheet, response, answered, questionnaire }: Past, criterion: Criterion): PastCriterionModel {
  const { code, title } = criterion;
  const { rows = [], files = [], options = {} } = response.frozen;
  const row = rows.find((one) => one.criterion === code);
  const answer = answered.answers[code];
  const grade = answer === undefined ? null : gradeOf(answer);
  const types = new Map(criterion.scenarios.flatMap(({ proofs }) => proofs).map((type) => [type.id, type.title]));
  return {
    code,
    title,
    nature: '',
    expected: '',
    grade: gradeModel(questionnaire.kind, grade),
    wording: wordingOf(criterion, grade),
    comment: answered.evidence.comments[code] ?? '',
    option: row?.optionId ? (options[row.optionId] ?? '') : '',
    proofs: files
      .filter((file) => file.criterion === code)
      .map(({ id, name, type, description }) => ({
        name,
        about: [types.get(type) ?? '', description].filter(Boolean).join(' · '),
        href: paths.proof({ ...placeOf(sheet), code, proof: id }),
      })),
    answered: row === undefined ? '' : `${row.answeredBy}, le ${formatDateTime(new Date(row.answeredAt))}`,
  };
}
