import { describe, expect, test } from 'vitest';
import { aCompany, aResponsible } from '../builders/people.ts';
import { guideReferential } from '../referential/guide-files.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp({ referential: guideReferential() });

describe('D1: parcours and démarches present themselves to everybody', () => {
  test('a parcours: what it is for, its steps, its démarches', async () => {
    const page = await app().visitor().get('/parcours/exemple-parcours');
    const text = textOf(page.text);
    for (const words of [
      'Évaluez vos produits.',
      'Le texte de la page du parcours.',
      'Ajoutez un produit.',
      'Démarche d’exemple',
      'Produit · 3 questionnaires',
    ]) {
      expect(text).toContain(words);
    }
    expect(page.text).toContain('href="/parcours/exemple-parcours/exemple-demarche"');
  });

  test('a démarche: for whom, how to complete it, its questionnaires in order, what follows', async () => {
    const page = await app().visitor().get('/parcours/exemple-parcours/exemple-demarche');
    const text = textOf(page.text);
    for (const words of [
      'Objet évalué Produit',
      'Marque blanche Non proposée',
      'Comment compléter cette démarche ?',
      'Rattachez un produit à la démarche',
      'La projection d’un questionnaire s’ouvre quand son évaluation est validée.',
      'Exemple de maturité Évaluation de maturité · 1 critère au plus, obligatoire Évaluation, puis projection',
      'Conformité Questionnaire de conformité · 1 exigence au plus, obligatoire S’ouvre après la validation de « Exemple de maturité ».',
      'Demandé si vous répondez « Oui » à la question 1 de l’exemple.',
      'Votre évaluation est complète Téléchargez vos résultats',
    ]) {
      expect(text).toContain(words);
    }
    const asked = [...page.text.matchAll(/href="\/questionnaires\/([a-z-]+)\?demarche=exemple-demarche"/g)];
    expect(asked.map(([, slug]) => slug)).toEqual(['exemple-maturite', 'exemple-conformite', 'exemple-depot']);
  });

  test('a visitor is offered an account; who has one is not', async () => {
    const visitor = await app().visitor().get('/parcours/exemple-parcours');
    expect(textOf(visitor.text.slice(visitor.text.indexOf('<main')))).toContain('Demander un compte');
    const responsible = await aResponsible()
      .of(await aCompany().inside(app()))
      .inside(app());
    const signedIn = await (await app().as(responsible)).get('/parcours/exemple-parcours');
    expect(signedIn.status).toBe(200);
    expect(textOf(signedIn.text)).not.toContain('Demander un compte');
  });

  test('they are in the menu of visitors, and on the first page', async () => {
    const home = textOf((await app().visitor().get('/')).text);
    expect(home).toContain('Accueil Parcours Parcours d’exemple Questionnaires publics Questions fréquentes');
    expect(home).toContain('Les parcours');
  });

  test.each(['/parcours/rien', '/parcours/exemple-parcours/rien', '/parcours/rien/exemple-demarche'])(
    '%s is not found',
    async (path) => {
      expect((await app().visitor().get(path)).status).toBe(404);
    },
  );
});
