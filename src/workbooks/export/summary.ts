import { attainment, requiresLevels } from '../../domain/attainment.ts';
import { grades } from '../../domain/referential/level.ts';
import { type AxisResult, isDrawn } from '../../domain/results/axes.ts';
import { distribution } from '../../domain/results/distribution.ts';
import { levelReached, type Mean, tenths } from '../../domain/scoring.ts';
import { subjectTitle } from '../../domain/subjects/subject.ts';
import { shortWords } from '../../enrolments/results/criteria.ts';
import { dayOf } from '../../exports/day.ts';
import type { Row, Sheet } from '../../exports/workbook.ts';
import type { Asking, Scored } from '../../results/scored.ts';

const columns: Sheet['columns'] = [
  { header: 'Rubrique', width: 24 },
  { header: 'Information', width: 46 },
  { header: 'Valeur', width: 30 },
  { header: 'Brouillon', width: 14 },
  { header: 'Recommandé', width: 14 },
  { header: 'Requis', width: 14 },
];

/** What is right of the table: where the picture of the radar goes. */
const ASIDE = columns.length + 1;

/** « Synthèse »: of what, attained or not, means by axis. A value is that of the last validated answers; the draft is apart (Q4). */
export function summarySheet(scored: Scored, axes: readonly AxisResult[], picture: Picture | null, now: Date): Sheet {
  const rows = [...identity(scored, now), ...scored.askings.flatMap((asking) => verdicts(scored, asking))];
  return {
    name: 'Synthèse',
    columns,
    rows: [...rows, ...meansOf(scored, axes), ...answersOf(scored)].map(padded),
    pictures: picture === null ? [] : [{ picture, row: 1, column: ASIDE }],
  };
}

type Picture = NonNullable<Sheet['pictures']>[number]['picture'];

function identity({ sheet }: Scored, now: Date): readonly Row[] {
  const { subject, parcours, demarche, title, validated } = sheet;
  const about: readonly Row[] = [
    ['Objet', 'Référence', subject.reference],
    ['Objet', subject.kind === 'PRODUCT' ? 'Produit' : 'Stratégie globale', subjectTitle(subject)],
    ['Objet', 'Parcours', parcours.title],
    ['Objet', 'Démarche', demarche.title],
    ['Objet', 'Questionnaire', title],
    ['Objet', 'Exporté le', dayOf(now)],
  ];
  if (validated === null) return about;
  return [
    ...about,
    ['Dernière réponse validée', 'Numéro', validated.number],
    ['Dernière réponse validée', 'Validée le', dayOf(validated.validatedAt)],
    ['Dernière réponse validée', 'Validée par', validated.validatedBy],
  ];
}

/** S2, S3: nothing is said where no level is required. */
function verdicts({ validated, draft }: Scored, { parcours, title, criteria, closed }: Asking): readonly Row[] {
  if (closed !== null || !requiresLevels(criteria)) return [];
  const place = `${parcours.title} · ${title}`;
  const said = known([validated, draft], ({ answers }) => attainment(criteria, answers));
  return [
    ['Atteint', place, ...known(said, ({ attained }) => (attained ? 'Oui' : 'Non'))],
    ['Critères à relever', place, ...known(said, ({ shortfalls }) => shortfalls.length)],
  ];
}

/** S1: one decimal, never rounded up; an axis with nothing to average is not there. */
function meansOf({ questionnaire }: Scored, axes: readonly AxisResult[]): readonly Row[] {
  const titles = new Map(questionnaire.axes.map(({ id, title }) => [id, title]));
  return axes.filter(isDrawn).flatMap(({ axis, validated, draft, recommended, required }): Row[] => {
    const means = [validated, draft, recommended, required];
    const title = titles.get(axis) ?? axis;
    return [
      ['Moyenne', title, ...means.map(meanCell)],
      ['Niveau atteint', title, ...known([validated, draft], levelReached)],
    ];
  });
}

export function meanCell(mean: Mean | null): Row[number] {
  return mean && { value: tenths(mean) / 10, format: '0.0' };
}

/** How many criteria have each answer; S4: the unanswered apart. */
function answersOf({ sheet, questionnaire, validated, draft }: Scored): readonly Row[] {
  const counts = known([validated, draft], ({ answers }) => distribution(sheet.criteria, answers));
  const offered = grades.filter((grade) => questionnaire.kind === 'maturity' || (grade !== 1 && grade !== 2));
  return [
    ['Critères', 'Applicables', sheet.criteria.length],
    ...offered.map((grade): Row => {
      const title = shortWords(questionnaire.kind, grade);
      return ['Critères', title, ...known(counts, (one) => one.counts[grade])];
    }),
    ['Critères', 'Sans réponse', ...known(counts, ({ unanswered }) => unanswered)],
  ];
}

/** Of what was validated and of the draft, where there is one. */
function known<T, Value>(each: readonly (T | null)[], value: (one: T) => Value): readonly (Value | null)[] {
  return each.map((one) => (one === null ? null : value(one)));
}

function padded(row: Row): Row {
  return columns.map((_, index) => row[index] ?? null);
}
