import { describe, expect, test } from 'vitest';
import { applicableCriteria } from '../../src/domain/applicability/applicable.ts';
import { formCompletion } from '../../src/domain/completion.ts';
import { type DeclaredAnswers, type Profile, profileOf } from '../../src/domain/profile/profile.ts';
import { loadReferential } from '../../src/referential/load.ts';
import { referentialFolder } from '../../src/referential/read.ts';
import { exampleAnswers } from './examples.ts';

const referential = await loadReferential(referentialFolder);
const qualified = await exampleAnswers('qualification', 'produit-du-guide');

const profileWith = (declared: DeclaredAnswers): Profile => profileOf(referential.questions, declared);

function asked(demarche: string, questionnaire: string, profile: Profile) {
  const scope = referential.scope(demarche, questionnaire);
  if (!scope) throw new Error(`${demarche} does not ask ${questionnaire}.`);
  return applicableCriteria(scope, profile);
}

describe('What the published products are asked', () => {
  test.each(['referencement-sans-echange', 'referencement-avec-echange'])(
    'P3: %s asks the example 6, 7, 36 criteria, and 34 of Éthique without an orientation',
    (demarche) => {
      const profile = profileWith({ qualification: qualified });
      const counts = ['urbanisation', 'interoperabilite', 'securite', 'ethique-mes'].map(
        (questionnaire) => asked(demarche, questionnaire, profile).length,
      );
      expect(counts).toEqual([6, 7, 36, 34]);
    },
  );

  test.each([
    { profile: 'profil-a', orientation: 35, counts: [3, 3, 21, 11] },
    { profile: 'profil-b', orientation: 32, counts: [2, 3, 23, 11] },
    { profile: 'profil-c', orientation: 32, counts: [3, 3, 21, 11] },
  ])('G4: the guided démarche asks $profile $counts criteria', async ({ profile: id, orientation, counts }) => {
    const profile = profileWith({ qualification: qualified, orientation: await exampleAnswers('orientation', id) });
    const form = referential.forms.get('orientation');
    expect(form && formCompletion(form, profile)).toEqual({ done: orientation, total: orientation, missing: [] });
    const found = ['interoperabilite', 'urbanisation', 'securite', 'ethique-mes'].map(
      (questionnaire) => asked('referencement-guide', questionnaire, profile).length,
    );
    expect(found).toEqual(counts);
  });

  test('G4: the orientation starts with 22 questions', () => {
    const form = referential.forms.get('orientation');
    expect(form && formCompletion(form, profileWith({}))).toMatchObject({ done: 0, total: 22 });
  });
});

describe('DMP-compatibility, as the questions of vendors answer it', () => {
  const about = ['A08.3.1', 'A08.4.1', 'A08.4.3', 'A08.5.01', 'A08.5.23'];
  const recommended = (profile: Profile) =>
    Object.fromEntries(
      asked('evaluation-et-projection-socles', 'interoperabilite', profile)
        .filter(({ code }) => about.includes(code))
        .map(({ code, recommended: level }) => [code, level]),
    );

  test.each([
    { profile: 'dmp-administration', levels: { 'A08.4.3': 3 } },
    { profile: 'dmp-alimentation', levels: { 'A08.3.1': 3, 'A08.4.1': 3, 'A08.5.01': 3 } },
    { profile: 'dmp-consultation', levels: { 'A08.3.1': 3, 'A08.4.1': 3, 'A08.5.23': 2 } },
  ])('S3: $profile is recommended $levels', async ({ profile, levels }) => {
    expect(recommended(profileWith({ qualification: await exampleAnswers('qualification', profile) }))).toEqual(levels);
  });

  test('S3: a connector of documents made by others is not asked what its documents are made of', async () => {
    const sender = await exampleAnswers('qualification', 'dmp-alimentation');
    const connector = profileWith({
      qualification: { ...sender, documents: 'aucun', 'familles-documents': ['aucune'] },
    });
    expect(recommended(connector)).toEqual({ 'A08.3.1': 3, 'A08.4.1': 3 });
  });

  test('S3: a product with no link to the DMP is recommended less', async () => {
    const sender = await exampleAnswers('qualification', 'dmp-alimentation');
    const apart = profileWith({ qualification: { ...sender, 'infrastructure-partage': 'aucun' } });
    expect(recommended(apart)).toEqual({ 'A08.5.01': 2 });
  });
});
