import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import { guideReferential } from '../referential/guide-files.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { textOf } from '../support/html.ts';

const app = useApp({ referential: guideReferential() });

async function read(path: string): Promise<string> {
  const page = await app().visitor().get(path);
  expect(page.status).toBe(200);
  return textOf(page.text);
}

/** What is said of one criterion, document or question. */
async function readItem(path: string, id: string): Promise<string> {
  const page = await app().visitor().get(path);
  const start = page.text.indexOf(`<article class="cv-crit" id="${id}"`);
  expect(start).toBeGreaterThan(0);
  return textOf(page.text.slice(start, page.text.indexOf('</article>', start)));
}

describe('Q10: the list of questionnaires', () => {
  test('names every questionnaire of the four kinds, with what it holds', async () => {
    const list = await read('/questionnaires');
    for (const words of [
      'Exemple de maturité',
      'Édition 2022 · 1 critère · 1 axe',
      'Exemple de conformité',
      '1 exigence',
      'Exemple de dépôt',
      '2 documents',
      'Exemple de formulaire',
      '7 questions',
    ]) {
      expect(list).toContain(words);
    }
  });

  test('says which démarches ask each, and when a form comes with each product', async () => {
    const list = await read('/questionnaires');
    expect(list).toContain('Demandé par une démarche : Démarche d’exemple');
    expect(list).toContain('Rempli à l’ajout de chaque produit');
  });

  test.each([
    ['its code', 'A04.1', 'Prise en charge de l’INS', 'exemple-maturite#A04.1'],
    ['its title', 'expertise contributeurs', 'Expertise des contributeurs', 'exemple-conformite#QUA.1.1'],
    ['its objective, without accents', 'identite nationale', 'Prise en charge de l’INS', 'exemple-maturite#A04.1'],
    ['the title of a document', 'rgpd', 'Questionnaire RGPD', 'exemple-depot#QUESTIONNAIRE'],
    ['a question of a form', 'dispositif medical', 'Classe du dispositif médical', 'exemple-formulaire#question-2'],
  ])('a search finds by %s, and links to the place', async (_, query, title, place) => {
    const page = await app()
      .visitor()
      .get(`/questionnaires?q=${encodeURIComponent(query)}`);
    expect(textOf(page.text)).toContain(title);
    expect(page.text).toContain(`href="/questionnaires/${place}"`);
    const [address = '', anchor = ''] = place.split('#');
    const target = await app().visitor().get(`/questionnaires/${address}`);
    expect(target.text).toContain(`id="${anchor}"`);
  });

  test('a search that finds nothing says what to do next', async () => {
    const page = await read('/questionnaires?q=introuvable');
    expect(page).toContain('Aucun critère pour « introuvable »');
    expect(page).toContain('Voir tous les questionnaires');
  });
});

describe('Q1, Q10: a questionnaire of maturity', () => {
  test('reads without an account: wordings, recommended level, condition, what to do', async () => {
    const criterion = await readItem('/questionnaires/exemple-maturite', 'A04.1');
    for (const words of [
      'Prise en charge de l’INS',
      'Affiché si vous répondez « Usagers » à la question 3 de l’exemple.',
      'N/A , non applicable Le produit ne gère pas d’identité d’usager.',
      'Niveau 0 , rouge, très faible Le produit ne porte pas l’INS',
      'Recommandé par la Doctrine. Niveau 2 , jaune, moyen Le produit porte l’INS avec le statut',
      'Niveau 3 recommandé si vous répondez « Classe IIb » à la question 2 de l’exemple.',
      'Que faire pour atteindre chaque niveau',
      'Ajoutez le statut de l’identité',
    ]) {
      expect(criterion).toContain(words);
    }
  });

  test('D2: ticks the levels that each démarche accepts, beside the nature', async () => {
    const criterion = await readItem('/questionnaires/exemple-maturite', 'A04.1');
    expect(criterion).toContain('Démarche d’exemple Obligation accepté non accepté non accepté accepté accepté');
  });

  test('a condition links to the question that decides', async () => {
    const page = await app().visitor().get('/questionnaires/exemple-maturite');
    expect(page.text).toContain(
      '<a href="/questionnaires/exemple-formulaire#question-3">question\u00a03 de l’exemple</a>',
    );
  });

  test('lists its sections with what each holds, and its axes', async () => {
    const page = await read('/questionnaires/exemple-maturite');
    expect(page).toContain('A04 Identité nationale de santé 1 critère');
    expect(page).toContain('Identité (1 critère)');
  });
});

describe('Q5, Q6: a questionnaire of compliance', () => {
  test('tells the requirement, how it is checked and the expected proofs, each with its condition', async () => {
    const criterion = await readItem('/questionnaires/exemple-conformite', 'QUA.1.1');
    for (const words of [
      'L’éditeur DOIT confier la rédaction',
      'Que faire pour être conforme',
      '1 scénario de vérification, 2 preuves attendues',
      'Ouvrez la page qui présente les contributeurs.',
      'Liste des contributeurs',
      'Demandée si vous ne répondez ni « Classe IIa » ni « Classe IIb » à la question 2 de l’exemple.',
      'Certificat CE dépôt unique',
    ]) {
      expect(criterion).toContain(words);
    }
  });

  test('the condition that a démarche puts in place of its own is the one that is told', async () => {
    const criterion = await readItem('/questionnaires/exemple-conformite', 'QUA.1.1');
    expect(criterion).toContain('Affichée si vous répondez « Oui » à la question 1 de l’exemple.');
    expect(criterion).not.toContain('dans tous les cas');
  });
});

describe('a deposit and a form', () => {
  test('G5: a deposit tells its documents, what to do and how often', async () => {
    const [once, several] = [
      await readItem('/questionnaires/exemple-depot', 'QUESTIONNAIRE'),
      await readItem('/questionnaires/exemple-depot', 'AIPD'),
    ];
    expect(once).toContain('Dépôt unique : une fois confirmé, il n’est ni archivé ni remplacé.');
    expect(once).toContain('Télécharger le modèle « Questionnaire RGPD à compléter » ODT – 8,5 ko');
    expect(several).toContain('conteneur chiffré');
    expect(several).toContain('Demandé si vous répondez « Oui » à la question 1 de l’exemple.');
  });

  test('G5: where documents are deposited is said, and the template is downloaded under its own name', async () => {
    const page = await app().visitor().get('/questionnaires/exemple-depot');
    expect(textOf(page.text)).toContain('Le dépôt se fait dans la démarche, une fois que vous êtes connecté.');
    const [, href = ''] = /href="([^"]+)" download>Télécharger le modèle/.exec(page.text) ?? [];
    const { status, headers, body } = await app().visitor().raw('get', href).buffer(true).responseType('arraybuffer');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/vnd.oasis.opendocument.text');
    expect(headers['content-disposition']).toBe('attachment; filename=questionnaire-rgpd-mes.odt');
    expect(body).toEqual(await readFile(join(root, 'public/documents/questionnaire-rgpd-mes.odt')));
  });

  test('G4: a form tells its questions, their options, and which ones follow', async () => {
    const path = '/questionnaires/exemple-formulaire';
    expect(await readItem(path, 'question-1')).toContain('Selon la réponse, elle est suivie de : question 2.');
    const second = await readItem(path, 'question-2');
    expect(second).toContain('Posée si vous répondez « Oui » à la question 1.');
    expect(second).toContain('Une seule réponse');
    expect(second).toContain('Classe I Classe IIa Classe IIb');
    expect(await readItem(path, 'question-3')).toContain('Aucun (seule réponse possible)');
    expect(await readItem(path, 'question-4')).toContain('facultatif');
    expect(await readItem(path, 'question-5')).toContain('Repris de la fiche du produit');
  });
});

describe('what is shown of a questionnaire', () => {
  test('for one démarche: its own condition, and its levels on the tiles', async () => {
    const criterion = await readItem('/questionnaires/exemple-conformite?demarche=exemple-demarche', 'QUA.1.1');
    expect(criterion).toContain('Affichée si vous répondez « Oui » à la question 1 de l’exemple.');
    const tiles = await readItem('/questionnaires/exemple-maturite?demarche=exemple-demarche', 'A04.1');
    expect(tiles.match(/ Accepté/g)).toHaveLength(3);
  });

  test('by words: what holds them all, and the way back', async () => {
    const found = await read('/questionnaires/exemple-depot?q=impact');
    expect(found).toContain('1 document avec « impact »');
    expect(found).toContain('Analyse d’impact');
    expect(found).not.toContain('Questionnaire RGPD à compléter');
    const nothing = await read('/questionnaires/exemple-depot?q=introuvable');
    expect(nothing).toContain('Rien ne correspond.');
    expect(nothing).toContain('Tout afficher');
  });

  test('a démarche that does not ask it filters nothing', async () => {
    expect(await read('/questionnaires/exemple-depot?demarche=rien')).toContain('2 documents');
  });

  test.each(['/questionnaires/rien', '/questionnaires/rien/excel', '/questionnaires/constructor'])(
    '%s is not found',
    async (path) => {
      expect((await app().visitor().get(path)).status).toBe(404);
    },
  );

  test.each(['q=%00', 'q[]=a', `q=${'a'.repeat(3000)}`, 'q=%3Cscript%3E', 'q=(', 'demarche=..%2F..'])(
    '?%s is answered, and runs nothing',
    async (query) => {
      for (const path of ['/questionnaires', '/questionnaires/exemple-maturite']) {
        const page = await app().visitor().get(`${path}?${query}`);
        expect(page.status).toBe(200);
        expect(page.text).not.toContain('<script>');
      }
    },
  );

  test.each(['/questionnaires', '/questionnaires?q=ins', '/questionnaires/exemple-maturite'])(
    '%s costs a visitor no query',
    async (path) => {
      const { queries } = await countQueries(app().deps.database, () => app().visitor().get(path));
      expect(queries).toEqual([]);
    },
  );
});
