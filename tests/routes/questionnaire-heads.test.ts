import { expect, test } from 'vitest';
import { theScoredProduct } from '../builders/scored.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();

test('interface: every page about a questionnaire opens with the same head: of what, its pages, and why one is closed', async () => {
  const { agent, product, pageOf, all, validated, drafted } = await theScoredProduct(app());
  await validated('urbanisation', all('urbanisation', 1));
  await validated('urbanisation', all('urbanisation', 2));
  await drafted('urbanisation', all('urbanisation', 3));
  const base = pageOf('urbanisation');
  const pages = [
    ['', 'Évaluation\u00a0: Urbanisation'],
    ['/demande-de-validation', 'Demander la validation\u00a0: Urbanisation'],
    ['/import', 'Importer un classeur\u00a0: Urbanisation'],
    ['/resultats', 'Résultats\u00a0: Urbanisation'],
    ['/historique/1', 'Réponse n°\u00a01\u00a0: Urbanisation'],
    ['/comparaison?de=1&a=2', 'Comparer deux réponses\u00a0: Urbanisation'],
  ] as const;
  for (const [page, title] of pages) {
    const { text } = await agent.get(`${base}${page}`);
    const head = /<div class="cv-object">.*?<\/nav>/s.exec(text)?.[0] ?? '';
    expect(head, page).toContain(`<h1 class="cv-h1">${title}</h1>`);
    const said = textOf(head);
    expect(said, page).toContain(`Careoptim – v1.0 – ${product.reference}`);
    expect(said, page).toMatch(
      /Évaluation 6\/6 Résultats validés le .* Projection .* Feuille de route après la projection/,
    );
    // J5: it is announced, and leads nowhere.
    expect(head, page).toMatch(/<a role="link" aria-disabled="true"><span [^>]*lock[^>]*><\/span>Feuille de route/);
  }
});
