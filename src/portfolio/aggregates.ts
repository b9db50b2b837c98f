import { observatoryMean } from '../domain/observatory.ts';
import { portfolio } from '../domain/portfolio.ts';
import { levels } from '../domain/referential/level.ts';
import type { AxisScore } from '../domain/scoring.ts';
import { meanCell } from './heat.ts';
import type { ThemeModel } from './models.ts';
import { axisKey, type PublishedAxes, type ScoreCount } from './store.ts';
import type { Theme } from './themes.ts';

/** A theme of the company, axis by axis: how many products have wholly reached each level, its mean and the Observatoire's. */
export function themeModel(theme: Theme, scores: readonly ScoreCount[], published: PublishedAxes): ThemeModel {
  const ours = portfolio(eachOnce(scores.filter(({ questionnaire }) => questionnaire === theme.id)));
  return {
    id: theme.id,
    title: theme.title,
    caption: `${theme.title}\u00a0: produits par axe et par niveau entièrement atteint`,
    axes: theme.axes.map(({ id, title }) => {
      const own = ours.find(({ axis }) => axis === id);
      const everybody = published.get(axisKey({ questionnaire: theme.id, axis: id }));
      const observatory = everybody === undefined ? null : observatoryMean(everybody);
      return {
        title,
        counts: levels.map((level) => ({ level: String(level), count: own?.distribution[level] ?? 0 })),
        products: own?.subjects ?? 0,
        mean: own === undefined ? null : meanCell(`${title}, votre moyenne`, own.tenths, own.level),
        observatory:
          observatory === null
            ? null
            : meanCell(`${title}, moyenne de l’Observatoire`, observatory.tenths, observatory.level),
      };
    }),
  };
}

/** A score that several products share is each one's. */
function* eachOnce(scores: readonly ScoreCount[]): Generator<AxisScore> {
  for (const { subjects, ...score } of scores) {
    for (let n = 0; n < subjects; n += 1) yield score;
  }
}
