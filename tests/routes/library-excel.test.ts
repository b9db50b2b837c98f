import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { guideReferential } from '../referential/guide-files.ts';
import { useApp } from '../support/app.ts';

const app = useApp({ referential: guideReferential() });

/** The rows of the sheet, each by the words of its columns; spaces that bind are read as spaces. */
async function download(
  slug: string,
  sheet = 0,
): Promise<{ name: string; rows: readonly Readonly<Record<string, string>>[] }> {
  const answer = await app()
    .visitor()
    .raw('get', `/questionnaires/${slug}/excel`)
    .buffer(true)
    .responseType('arraybuffer');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.body);
  const rows: string[][] = [];
  book.worksheets[sheet]?.eachRow((row) =>
    rows.push(Array.isArray(row.values) ? row.values.slice(1).map(unbound) : []),
  );
  const [headers = [], ...others] = rows;
  return {
    name: decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(answer.headers['content-disposition'] ?? '')?.[1] ?? ''),
    rows: others.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? '']))),
  };
}

function unbound(value: unknown): string {
  return String(value ?? '').replaceAll('\u00a0', ' ');
}

describe('Q10: a questionnaire as a spreadsheet', () => {
  test('of maturity: path, wordings, recommended level, and what each démarche asks', async () => {
    const { name, rows } = await download('exemple-maturite');
    expect(name).toBe('Convergence - Exemple de maturité - 2022.xlsx');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      Section: 'A04 Identité nationale de santé',
      Code: 'A04.1',
      Titre: 'Prise en charge de l’INS',
      'Axe du radar': 'Identité',
      Condition: 'Affiché si vous répondez « Usagers » à la question 3 de l’exemple.',
      Cible: 'Facultative, si la cible du critère diffère de celle de la section.',
      Références: 'Référentiel INS : https://esante.gouv.fr/offres-services/referentiel-ins',
      'Section déclarable non applicable': 'Non',
      'Diffère souvent d’un distributeur à l’autre': 'Oui',
      'N/A, non applicable': 'Le produit ne gère pas d’identité d’usager.',
      'Niveau 2, jaune, moyen': 'Le produit porte l’INS avec le statut de l’identité.',
      'Niveau recommandé': '2\nNiveau 3 recommandé si vous répondez « Classe IIb » à la question 2 de l’exemple.',
      'Démarche d’exemple : nature': 'Obligation',
      'Démarche d’exemple : niveaux acceptés': 'N/A, Niveau 2, Niveau 3',
    });
  });

  test('of compliance: nested sections, how it is checked, proofs, a condition of the démarche', async () => {
    const { rows } = await download('exemple-conformite');
    expect(rows[0]).toMatchObject({
      Section: 'SF_CON Contenu médical éditorial › QUA Qualité du contenu',
      Code: 'QUA.1.1',
      Vérification:
        'SC.001 Liste des contributeurs\n1. Ouvrez la page qui présente les contributeurs.\n2. Constatez que rédacteurs et valideurs sont distingués.',
      'Démarche d’exemple : niveaux acceptés': 'Non applicable, Conforme',
      'Section déclarable non applicable': 'Oui',
      Condition: 'Affichée si vous répondez « Oui » à la question 1 de l’exemple.',
      'Démarche d’exemple : condition propre': '',
    });
    expect(rows[0]?.['Preuves attendues']).toContain(
      'Certificat CE (dépôt unique) : Demandée si vous répondez « Classe IIa »',
    );
  });

  test('of documents, and of questions', async () => {
    const documents = await download('exemple-depot');
    expect(documents.rows.map((row) => [row.Code, row['Conteneur chiffré']])).toEqual([
      ['QUESTIONNAIRE', 'Non'],
      ['AIPD', 'Oui'],
    ]);
    const questions = await download('exemple-formulaire');
    expect(questions.rows.map((row) => [row.Code, row.Obligatoire])).toEqual([
      ['1', 'Oui'],
      ['2', 'Oui'],
      ['3', 'Oui'],
      ['4', 'Non'],
      ['5', 'Oui'],
      ['6', 'Oui'],
      ['7', 'Oui'],
    ]);
    expect(questions.rows[1]?.Choix).toBe('Classe I\nClasse IIa\nClasse IIb');
    expect(questions.rows[2]?.Choix).toContain('Aucun (seule réponse possible)');
    expect(questions.rows[2]?.Choix).toContain('Usagers : Les personnes prises en charge, et leurs aidants.');
    expect(questions.rows[0]?.['Questions qui suivent']).toBe('question 2');
    expect(questions.rows[4]?.Origine).toBe('Repris de la fiche du produit : son nom.');
    expect(documents.rows[0]?.['Modèle fourni']).toBe('Questionnaire RGPD à compléter (ODT – 8,5 ko)');
  });

  test('a second sheet says what the page says of the whole questionnaire', async () => {
    const { rows } = await download('exemple-maturite', 1);
    expect(rows.map((row) => [row.Rubrique, row.Texte])).toEqual([
      ['Questionnaire', 'Exemple de maturité'],
      ['Contenu', 'Évaluation de maturité · Édition 2022 · 1 critère · 1 axe'],
      ['Résumé', 'Ce que le questionnaire mesure, pour la bibliothèque publique.'],
      ['Introduction', 'Facultative, lue au démarrage.'],
      ['Axes du radar', 'Identité (1 critère)'],
      ['Qui le demande', 'Demandé par une démarche :\nDémarche d’exemple (Parcours d’exemple)'],
    ]);
  });
});
