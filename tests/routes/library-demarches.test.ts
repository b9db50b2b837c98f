import { describe, expect, test } from 'vitest';
import { guideFiles, guideReferential } from '../referential/guide-files.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const demarche = guideFiles.get('demarches/exemple-demarche.yaml') ?? '';

/** Beside the one of the guide: closed since the same day, each with its own questionnaires. */
function former(id: string, title: string, questionnaires: string): string {
  return `id: ${id}
parcours: exemple-parcours
title: ${title}
order: 2
subjects: [product]
summary: La démarche d'avant.
presentation: La démarche d'avant.
next: { title: Terminé, text: Vous avez terminé. }
closedSince: 2024-12-17
questionnaires:
${questionnaires}`;
}

const everybody =
  '  - { questionnaire: exemple-depot, requirements: [{ nature: mandatory, when: always, criteria: others }] }\n';
const most = `  - { questionnaire: exemple-maturite, excluded: others }
  - { questionnaire: exemple-conformite, requirements: [{ nature: optional, criteria: others }] }
${everybody}`;

/** One that needs evaluations by the names that it gives them. */
const withDossier = demarche
  .replace('- questionnaire: exemple-maturite\n', '- questionnaire: exemple-maturite\n    title: Maturité du guide\n')
  .replace('whiteLabel: false', 'whiteLabel: false\ndossier: { needs: [exemple-maturite] }');

const referential = guideReferential(
  new Map([
    ['demarches/exemple-demarche.yaml', withDossier],
    ['demarches/ancienne.yaml', former('ancienne', 'Démarche ancienne', most)],
    ['demarches/autre.yaml', former('autre', 'Autre démarche', everybody)],
  ]),
);

const app = useApp({ referential });

async function main(path: string): Promise<string> {
  const { text } = await app().visitor().get(path);
  return textOf(text.slice(text.indexOf('<main'), text.indexOf('</main>')));
}

describe('Q10: what is told of a criterion is true of every démarche', () => {
  test('one that leaves it out is named', async () => {
    expect(await main('/questionnaires/exemple-maturite')).toContain(
      'Affiché si vous répondez « Usagers » à la question 3 de l’exemple, sauf dans la démarche « Démarche ancienne », qui ne demande pas ce critère.',
    );
  });

  test('where most agree, the others are named and tell their own condition', async () => {
    const page = await main('/questionnaires/exemple-depot');
    expect(page).toContain(
      'Demandé dans tous les cas, sauf dans la démarche « Démarche d’exemple », qui a sa propre condition.',
    );
    expect(page).toContain(
      'Démarche d’exemple : Demandé si vous répondez « Oui » à la question 1 de l’exemple. Démarche ancienne Obligation',
    );
  });

  test('where their conditions differ, each has its own and none is general', async () => {
    const page = await main('/questionnaires/exemple-conformite');
    expect(page).toContain(
      'Démarche d’exemple : Affichée si vous répondez « Oui » à la question 1 de l’exemple. Démarche ancienne Option Aucun niveau minimum Démarche ancienne : Affichée dans tous les cas.',
    );
    expect(page.match(/Affichée/g)).toHaveLength(2);
  });

  test('read for one of them, its condition is the only one', async () => {
    const page = await main('/questionnaires/exemple-conformite?demarche=ancienne');
    expect(page).toContain('Affichée dans tous les cas.');
    expect(page.match(/Affichée/g)).toHaveLength(1);
  });
});

describe('D1: a démarche that is closed', () => {
  test('says since when, what to do instead, and not how to join', async () => {
    const page = await main('/parcours/exemple-parcours/ancienne');
    expect(page).toContain('Close aux nouvelles inscriptions depuis le 17 décembre 2024');
    expect(page).toContain('Pour une nouvelle inscription : Démarche d’exemple.');
    expect(page).toContain('Reprenez un produit déjà rattaché');
    expect(page).not.toContain('Rattachez un produit');
    expect(page).not.toContain('Demander un compte');
  });

  test('is told from the others on the page of its parcours', async () => {
    const page = await main('/parcours/exemple-parcours');
    expect(page).toContain('Produit · 3 questionnaires · close aux nouvelles inscriptions');
    expect(page).toContain('Produit · 3 questionnaires Démarche d’exemple');
  });
});

test('G6: the dossier is told with the titles of the démarche', async () => {
  const page = await main('/parcours/exemple-parcours/exemple-demarche');
  expect(page).toContain('Générez sa référence dès que l’évaluation « Maturité du guide » est validée.');
  expect(page).toContain('S’ouvre après la validation de « Maturité du guide ».');
});
