import { describe, expect, test } from 'vitest';
import type { PublicFiles } from '../../src/library/given.ts';
import { openLibrary } from '../../src/library/library.ts';
import { itemsOf } from '../../src/library/sections.ts';
import { loadReferential } from '../../src/referential/load.ts';
import { referentialFolder } from '../../src/referential/read.ts';
import { guideReferential } from './guide-files.ts';

/** Where files are served does not matter here. */
const files: PublicFiles = { url: (name) => `/${name}`, size: () => 0 };

const library = openLibrary(await loadReferential(referentialFolder), files);

/** What is found, as “questionnaire code”. */
function found(query: string): readonly string[] {
  return (library.list(query).results ?? []).flatMap(({ title, items }) => items.map(({ code }) => `${title} ${code}`));
}

describe('Q10: what is searched is all that a criterion says', () => {
  test.each(['NTP', 'bastion', 'WPA2', 'VIHF', 'OIDC'])('« %s » finds criteria', (query) => {
    expect(found(query)).not.toEqual([]);
  });

  test.each([
    ['a level', 'porte INS statut', 'A04.1'],
    ['a step', 'ouvrez la page contributeurs', 'QUA.1.1'],
    ['a proof', 'certificat CE', 'QUA.1.1'],
  ])('the words of %s find the criterion, in the library and on its page', (_, query, code) => {
    const guide = openLibrary(guideReferential(), files);
    const slug = code === 'A04.1' ? 'exemple-maturite' : 'exemple-conformite';
    const codes = (guide.list(query).results ?? []).flatMap(({ items }) => items.map((item) => item.code));
    expect(codes).toContain(code);
    for (const demarche of ['', 'exemple-demarche']) {
      const { sections = [] } = guide.questionnaire(slug, { demarche, query }) ?? {};
      expect(itemsOf(sections).map((item) => item.code)).toContain(code);
    }
  });
});

/** The démarche of the guide, asking one of its three questionnaires. */
const demarche = `id: exemple-demarche
parcours: exemple-parcours
title: Démarche d'exemple
order: 1
subjects: [product]
summary: Elle ne demande qu'un questionnaire.
presentation: Elle ne demande qu'un questionnaire.
next: { title: Terminé, text: Vous avez terminé. }
questionnaires:
  - { questionnaire: exemple-maturite, requirements: [{ nature: optional, criteria: others }] }
`;

describe('Q10: what no démarche asks', () => {
  test.each(['A09.3', 'A08.1.3'])('%s is said to be asked by none, and in no case shown', (code) => {
    const { sections = [] } = library.questionnaire('politique-globale', { demarche: '', query: '' }) ?? {};
    const item = itemsOf(sections).find((one) => one.code === code);
    expect(item).toMatchObject({ shown: [{ text: 'Aucune démarche ne demande ce critère.', href: null }] });
  });

  test('a document or an exigence is named as such', () => {
    const guide = openLibrary(guideReferential(new Map([['demarches/exemple-demarche.yaml', demarche]])), files);
    const said = (slug: string) =>
      itemsOf(guide.questionnaire(slug, { demarche: '', query: '' })?.sections ?? []).flatMap(
        ({ shown }) => shown ?? [],
      );
    expect(said('exemple-conformite').map(({ text }) => text)).toEqual(['Aucune démarche ne demande cette exigence.']);
    expect(said('exemple-depot')[0]?.text).toBe('Aucune démarche ne demande ce document.');
  });
});
