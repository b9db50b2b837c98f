import { describe, expect, test } from 'vitest';
import { noEvidence } from '../../../src/domain/completion.ts';
import { noAnswer, noWork, type Work } from '../../../src/domain/enrolment/work.ts';
import { answerOf } from '../../../src/domain/referential/level.ts';
import { conversionProblem, possibleCores } from '../../../src/domain/subjects/conversion.ts';
import { copiedAnswers, copiedName, responsibleOfCopy } from '../../../src/domain/subjects/copy.ts';
import { publishingProblem } from '../../../src/domain/subjects/publication.ts';
import { aPerson } from '../accounts/people.ts';

const archivedAt = new Date('2026-11-20T10:00:00Z');

describe('P7: from core product to option, and back', () => {
  test.each([
    ['a core product without options becomes an option', null, 'OPTION', 0, null],
    ['one that has options does not', null, 'OPTION', 1, /a lui-même des produits option/],
    ['an option becomes a core product, whatever hangs on it', null, 'CORE', 2, null],
    ['what is archived is left as it is', archivedAt, 'CORE', 0, /archivé/],
  ] as const)('P7: %s', (_, archived, to, options, problem) => {
    const said = conversionProblem({ id: 'p', archivedAt: archived }, to, options);
    if (problem === null) expect(said).toBeNull();
    else expect(said).toMatch(problem);
  });

  test('P7: no product is offered as its own core', () => {
    expect(possibleCores({ id: 'p' }, [{ id: 'p' }, { id: 'q' }])).toEqual([{ id: 'q' }]);
  });
});

describe('P9: in the Observatoire', () => {
  test.each([
    [null, true, true],
    [null, false, true],
    [archivedAt, true, false],
    [archivedAt, false, true],
  ] as const)('P9: archived %s, to be published %s: possible is %s', (archived, published, possible) => {
    expect(publishingProblem({ archivedAt: archived }, published) === null).toBe(possible);
  });
});

describe('P7: what a copy holds', () => {
  const answered = (code: string, comment = '') => ({
    ...noAnswer,
    answers: { [code]: answerOf(2) },
    evidence: { ...noEvidence, comments: { [code]: comment }, proofs: { [code]: ['file'] } },
  });

  test('P7: the draft, else what was last validated; comments that wait for their answer; no proof, no projection', () => {
    const work: Work = new Map([
      ['both', { ...noWork, evaluation: { draft: answered('D'), validated: answered('V') } }],
      ['validated', { ...noWork, evaluation: { draft: null, validated: answered('V', 'Pourquoi') } }],
      ['projected', { ...noWork, projection: { draft: { plan: {} }, validated: null } }],
      [
        'commented',
        {
          ...noWork,
          evaluation: {
            draft: { ...noAnswer, evidence: { ...noEvidence, comments: { A: 'À voir' } } },
            validated: null,
          },
        },
      ],
      ['na', { ...noWork, evaluation: { draft: { ...noAnswer, answers: { A: answerOf('na') } }, validated: null } }],
    ]);
    expect(Object.fromEntries(copiedAnswers(work))).toEqual({
      both: [{ criterion: 'D', grade: 2, comment: '' }],
      validated: [{ criterion: 'V', grade: 2, comment: 'Pourquoi' }],
      commented: [{ criterion: 'A', grade: null, comment: 'À voir' }],
      na: [{ criterion: 'A', grade: 'na', comment: '' }],
    });
  });

  test('P7: its name is proposed', () => {
    expect(copiedName('Carnet')).toBe('Copie de Carnet');
  });

  test('P7, A6: its responsible is the original’s where the actor may give it to them, else the actor', () => {
    const actor = aPerson('actor');
    const below = aPerson('below', { parentId: 'actor' });
    const stranger = aPerson('stranger');
    const chief = aPerson('chief', { role: 'RESPONSIBLE' });
    const people = [actor, below, stranger, chief];
    const of = (responsibleId: string) => responsibleOfCopy(actor, { responsibleId }, people).id;
    expect([of('actor'), of('below'), of('stranger'), of('chief'), of('gone')]).toEqual([
      'actor',
      'below',
      'actor',
      'chief',
      'actor',
    ]);
  });
});
