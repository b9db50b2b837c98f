import { expect, test } from 'vitest';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { cast } from './cast.ts';
import { kinds, matrix } from './matrix.ts';

const app = useApp();

/** The session is one of them. */
const MOST = 4;
/** Pages about one product, or the strategy: who reads it, what it is, its démarches. */
const most: Readonly<Record<string, number>> = {
  'GET /parcours/:parcours/:demarche/:reference': 6,
  'GET /parcours/:parcours/:demarche/:reference/telecharger': 6,
  'GET /parcours/:parcours/:demarche/:reference/retrait': 6,
  'GET /produits/:reference/ajoute': 6,
  'GET /produits/:reference': 5,
  'GET /produits/:reference/fiche': 5,
  'GET /produits/:reference/option': 5,
  'GET /produits/:reference/identification': 5,
  'GET /strategie-globale': 5,
  'GET /tableau-de-bord': 6,
  'GET /cartographie': 6,
};

const pages = Object.entries(matrix).filter(
  ([route, line]) => route.startsWith('GET') && Object.values(line).includes('open'),
);

test.each(pages)('%s costs at most 4 queries, or 6 about one product, whoever opens it', async (route, line) => {
  const { agents, address } = await cast(app());
  const pattern = route.replace('GET ', '');
  for (const kind of kinds.filter((one) => line[one] === 'open')) {
    const { queries } = await countQueries(
      app().deps.database,
      () => agents.get(kind)?.get(address(pattern)) ?? Promise.reject(new Error(kind)),
    );
    expect({ kind, queries: queries.length > (most[route] ?? MOST) ? queries : [] }).toEqual({ kind, queries: [] });
  }
});
