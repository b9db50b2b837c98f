import { describe, expect, test } from 'vitest';
import { useApp } from '../support/app.ts';
import { cast } from './cast.ts';
import { type Kind, matrix, type Outcome } from './matrix.ts';

const app = useApp();

function outcomeOf(answer: { status: number; headers: Readonly<Record<string, string>> }): Outcome {
  const to = answer.headers.location ?? '';
  if (answer.status === 303 && to.startsWith('/connexion?retour=')) return 'sign in';
  if (answer.status === 303 && to === '/acceptation-des-cgu') return 'terms';
  if (answer.status === 401) return 'sign in';
  if (answer.status === 403) return 'refused';
  if (answer.status === 404 || answer.status === 410) return 'not found';
  return answer.status < 500 ? 'open' : 'failure';
}

describe('Every route × every kind of user (A3, A5, A6, A8)', () => {
  test('every route of the application has its line, and every line its route', () => {
    const routes = app().routes.map(({ method, pattern }) => `${method} ${pattern}`);
    expect(Object.keys(matrix).sort()).toEqual([...new Set(routes)].sort());
    expect(routes).toHaveLength(new Set(routes).size);
  });

  test.each(Object.entries(matrix))('%s', async (route, expected) => {
    const [method = '', pattern = ''] = route.split(' ');
    const { agents, address } = await cast(app());
    const found: Partial<Record<Kind, Outcome>> = {};
    for (const [kind, agent] of agents) {
      found[kind] = outcomeOf(
        method === 'GET' ? await agent.get(address(pattern)) : await agent.post(address(pattern)),
      );
    }
    expect(found).toEqual(expected);
  });
});
