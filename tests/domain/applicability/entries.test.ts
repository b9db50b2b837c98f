import { describe, expect, test } from 'vitest';
import { askedEntries, waitsFor } from '../../../src/domain/applicability/entries.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import { indexQuestions } from '../../../src/domain/profile/questions.ts';
import type { Demarche, Entry } from '../../../src/domain/referential/demarche.ts';
import { form, yesNo } from '../build.ts';

const entry = (questionnaire: string, more: Partial<Entry> = {}): Entry => ({
  questionnaire,
  title: null,
  subject: 'product',
  when: null,
  opensAfter: [],
  projection: false,
  requirements: {},
  ...more,
});

const guided: Demarche = {
  id: 'guide',
  parcours: 'mes',
  title: 'Référencement guidé',
  order: 1,
  summary: '',
  presentation: '',
  links: [],
  subjects: ['product', 'strategy'],
  stages: [],
  entries: [
    entry('orientation'),
    entry('securite', { opensAfter: ['orientation'] }),
    entry('echanges', {
      opensAfter: ['orientation'],
      when: { kind: 'in', question: 'orientation.echanges', options: ['oui'] },
    }),
    entry('bilan', { opensAfter: ['securite', 'echanges'] }),
    entry('politique', { subject: 'strategy' }),
  ],
  next: { title: '', text: '', links: [] },
  whiteLabel: true,
  dossier: null,
  closedSince: null,
};

const questions = indexQuestions([form('orientation', 'de l’orientation', [yesNo('echanges', 25)])]);
const asked = (echanges: string) =>
  askedEntries(guided, 'product', profileOf(questions, { orientation: { echanges } }));
const names = (entries: readonly Entry[]) => entries.map(({ questionnaire }) => questionnaire);

describe('G4: the questionnaires of a démarche', () => {
  test('are those of the subject whose conditions hold, in order', () => {
    expect(names(asked('oui'))).toEqual(['orientation', 'securite', 'echanges', 'bilan']);
    expect(names(asked('non'))).toEqual(['orientation', 'securite', 'bilan']);
    expect(names(askedEntries(guided, 'strategy', profileOf(questions, {})))).toEqual(['politique']);
  });

  test('open once those that come before are validated; one that is not asked is not waited for', () => {
    const waiting = (entries: readonly Entry[], validated: readonly string[]) =>
      Object.fromEntries(entries.map((one) => [one.questionnaire, waitsFor(one, entries, new Set(validated))]));
    expect(waiting(asked('oui'), [])).toEqual({
      orientation: [],
      securite: ['orientation'],
      echanges: ['orientation'],
      bilan: ['securite', 'echanges'],
    });
    expect(waiting(asked('non'), ['orientation', 'securite'])).toEqual({ orientation: [], securite: [], bilan: [] });
  });
});
