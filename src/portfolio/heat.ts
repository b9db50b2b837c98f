import { formatTenths } from '../domain/french/numbers.ts';
import { counted } from '../domain/french/plural.ts';
import type { Progress } from '../domain/progress.ts';
import type { Level } from '../domain/referential/level.ts';
import { levelReached, type Mean, tenths } from '../domain/scoring.ts';
import { subjectTitle } from '../domain/subjects/subject.ts';
import { paths } from '../web/paths.ts';
import type { HeatAxis, HeatCell, HeatModel } from './models.ts';
import type { HeatRow } from './store.ts';
import type { Compared, Theme } from './themes.ts';

const levelWords: Readonly<Record<Level, string>> = {
  0: 'niveau 0 (rouge)',
  1: 'niveau 1 (orange)',
  2: 'niveau 2 (jaune)',
  3: 'niveau 3 (vert)',
};

/** The heat map of one theme: a product a row, an axis a column. */
export function heatModel(
  { demarche }: Compared,
  theme: Theme,
  rows: readonly HeatRow[],
  sortOf: (column: string) => HeatAxis['sort'] = () => null,
): HeatModel {
  return {
    name: sortOf('produit'),
    caption: `${theme.title}\u00a0: moyenne de chaque produit par axe`,
    words:
      'Moyenne des critères obligatoires applicables, dernière réponse validée. La couleur est celle du niveau entièrement atteint\u00a0: 2,9 reste jaune.',
    axes: theme.axes.map(({ id, title }, index) => ({
      number: String(index + 1).padStart(2, '0'),
      title,
      sort: sortOf(id),
    })),
    rows: rows.map((row) => ({
      name: row.name,
      note: [row.version, String(row.reference)].filter(Boolean).join(' · '),
      href: paths.enrolment({ parcours: demarche.parcours, demarche: demarche.id, reference: row.reference }),
      waiting: isValidated(row) ? null : { text: waitingWords(row), act: acts[row.state] },
      cells: theme.axes.map(({ id, title }) => heatCell(`${subjectTitle(row)}, ${title}`, row.means[id])),
      outcome: isValidated(row) ? outcomeOf(row) : null,
    })),
  };
}

function heatCell(about: string, mean: Mean | undefined): HeatCell | null {
  return mean === undefined ? null : meanCell(about, tenths(mean), levelReached(mean));
}

/** S1: one decimal, never rounded up; the level wholly reached. */
export function meanCell(about: string, inTenths: number, level: Level): HeatCell {
  const text = formatTenths(inTenths / 10);
  const title = `${about}\u00a0: ${text} sur 3, ${levelWords[level]} entièrement atteint`;
  return { level: String(level), text, title };
}

/** A validation gives a verdict, or at least means. */
function isValidated({ attained, state, means }: HeatRow): boolean {
  return attained !== null || state === 'DONE' || Object.keys(means).length > 0;
}

const acts: Readonly<Record<Progress, string>> = {
  TO_COMPLETE: 'Commencer',
  IN_PROGRESS: 'Reprendre',
  DONE: 'Voir',
};

function waitingWords({ state, done, total }: HeatRow): string {
  return state === 'TO_COMPLETE'
    ? `Pas encore validé\u00a0: ${counted(total, 'critère', 'critères')} à renseigner`
    : `Pas encore validé\u00a0: brouillon à ${done}/${total}`;
}

function outcomeOf({ attained, shortfalls }: HeatRow): HeatModel['rows'][number]['outcome'] {
  if (attained === null) return null;
  return attained
    ? { attained, label: 'Atteint' }
    : { attained, label: `${counted(shortfalls, 'critère', 'critères')} à relever` };
}
