import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applicableCriteria } from '../../src/domain/applicability/applicable.ts';
import { askedEntries } from '../../src/domain/applicability/entries.ts';
import { demarchesAsking, publicRequirements } from '../../src/domain/library.ts';
import { profileOf } from '../../src/domain/profile/profile.ts';
import { loadReferential, ReferentialRefused } from '../../src/referential/load.ts';
import { Source } from '../../src/referential/source.ts';
import { assembleFiles, guideFiles } from './guide-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'referential-'));
  await write(guideFiles);
});

afterEach(() => rm(folder, { recursive: true }));

async function write(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

/** A questionnaire and a démarche that nobody has thought of when writing the code. */
const addition = new Map([
  [
    'questionnaires/sobriete.yaml',
    `id: sobriete
kind: maturity
title: Sobriété
summary: Ce que le produit consomme.
axes:
  - { id: usage, title: Usage }
sections:
  - code: S1
    title: Usage
    axis: usage
    criteria:
      - code: S1.01
        title: Mesure de la consommation
        when: { question: exemple-formulaire.acteurs, includes: [usagers] }
        objective: Mesurer ce que le produit consomme.
        levels:
          0: La consommation n'est pas mesurée.
          1: La consommation est estimée.
          2: La consommation est mesurée.
          3: La consommation est mesurée et réduite.
        recommended: 1
        toReach:
          1: Estimez la consommation.
          2: Mesurez la consommation.
          3: Réduisez la consommation.
`,
  ],
  [
    'demarches/sobre.yaml',
    `id: sobre
parcours: exemple-parcours
title: Démarche sobre
order: 2
subjects: [product]
summary: Évaluez la sobriété.
presentation: Évaluez la sobriété de vos produits.
next: { title: Terminé, text: Vous avez terminé. }
questionnaires:
  - questionnaire: sobriete
    requirements:
      - { nature: mandatory, accepted: recommended, criteria: others }
`,
  ],
]);

describe('loading the referential', () => {
  test('a new démarche and a new questionnaire, added as files alone, are published and ready to be answered', async () => {
    await write(addition);
    const referential = await loadReferential(folder);

    expect(referential.demarches.map(({ title }) => title)).toEqual(['Démarche d’exemple', 'Démarche sobre']);
    expect(referential.questionnaires.get('sobriete')?.title).toBe('Sobriété');
    expect(demarchesAsking(referential, 'sobriete').map(({ demarche }) => demarche.id)).toEqual(['sobre']);
    expect(publicRequirements(referential, 'sobriete').get('S1.01')).toMatchObject([
      { nature: 'MANDATORY', accepted: [1, 2, 3] },
    ]);

    const profile = profileOf(referential.questions, { 'exemple-formulaire': { acteurs: ['usagers'] } });
    const demarche = referential.demarches.find(({ id }) => id === 'sobre');
    const entries = demarche ? askedEntries(demarche, 'product', profile) : [];
    const criteria = entries.flatMap(({ questionnaire }) => {
      const scope = referential.scope('sobre', questionnaire);
      return scope ? applicableCriteria(scope, profile) : [];
    });
    expect(criteria.map(({ code }) => code)).toEqual(['S1.01']);
  });

  test('several mistakes, in several files, are told together, each at its line', async () => {
    const broken = new Map([
      [
        'questionnaires/sobriete.yaml',
        (addition.get('questionnaires/sobriete.yaml') ?? '')
          .replace('axis: usage', 'axis: usages')
          .replace('[usagers]', '[patients]'),
      ],
      [
        'demarches/sobre.yaml',
        (addition.get('demarches/sobre.yaml') ?? '')
          .replace('order: 2', 'ordre: 2')
          .replace('criteria: others', 'criteria: [S1.02]'),
      ],
      ['notes/a-lire.yaml', 'id: rien'],
    ]);
    await write(broken);
    const refused = await loadReferential(folder).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(ReferentialRefused);
    const mistakes = refused instanceof ReferentialRefused ? refused.mistakes : [];
    expect(mistakes.map(({ file, line, path }) => `${file}:${line} ${path}`)).toEqual([
      'demarches/sobre.yaml:1 order',
      'demarches/sobre.yaml:4 ordre',
      'notes/a-lire.yaml:1 ',
      'questionnaires/sobriete.yaml:6 axes[0]',
      'questionnaires/sobriete.yaml:10 sections[0].axis',
      'questionnaires/sobriete.yaml:14 sections[0].criteria[0].when',
    ]);
    expect(String(refused)).toContain(
      'questionnaires/sobriete.yaml:10  sections[0].axis  l’axe « usages » n’existe pas',
    );
  });

  test('what is loaded can’t be changed', async () => {
    const referential = await loadReferential(folder);
    const questionnaire = referential.questionnaires.get('exemple-maturite');
    expect(() => Object.assign(questionnaire ?? {}, { title: 'Autre' })).toThrow(TypeError);
    expect(Object.isFrozen(referential.demarches[0]?.entries[0]?.requirements)).toBe(true);
    expect(Object.isFrozen(referential.scope('exemple-demarche', 'exemple-maturite')?.criteria[0])).toBe(true);
  });
});

describe('writing', () => {
  const [maturity, text] = [
    'questionnaires/exemple-maturite.yaml',
    guideFiles.get('questionnaires/exemple-maturite.yaml') ?? '',
  ];

  test('apostrophes and non-breaking spaces are set at loading', () => {
    const written = text.replace(
      "title: Prise en charge de l'INS",
      "title: 'Prise en charge de l''INS : « qualifiée » ?'",
    );
    const { referential } = assembleFiles(new Map([...guideFiles, [maturity, written]]));
    const questionnaire = referential?.questionnaires.get('exemple-maturite');
    const title = questionnaire?.kind === 'maturity' ? questionnaire.sections[0]?.criteria[0]?.title : null;
    expect(title).toBe('Prise en charge de l’INS\u00a0: «\u00a0qualifiée\u00a0»\u00a0?');
  });

  test('every scalar is text: 01.10 keeps its zeros, and NO is not a boolean', () => {
    const { content } = new Source('essai.yaml', 'codes: [01.10, 02.06]\nanswer: NO\n01.01: 3\n');
    expect(content).toEqual({ codes: ['01.10', '02.06'], answer: 'NO', '01.01': '3' });
  });

  test('a questionnaire cut into files is the same as in one', () => {
    const [header, section] = [
      'questionnaires/exemple-conformite/questionnaire.yaml',
      'questionnaires/exemple-conformite/sections/1-contenu.yaml',
    ];
    const inline = (guideFiles.get(section) ?? '')
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n')
      .replace('    code', '  - code');
    const files = new Map(guideFiles);
    files.delete(header);
    files.delete(section);
    files.set('questionnaires/exemple-conformite.yaml', `${guideFiles.get(header)}sections:\n${inline}`);
    const questionnaire = (all: ReadonlyMap<string, string>) =>
      assembleFiles(all).referential?.questionnaires.get('exemple-conformite');
    expect(questionnaire(files)).toEqual(questionnaire(guideFiles));
    expect(questionnaire(files)).toBeDefined();
  });
});
