import { describe, expect, test } from 'vitest';
import { carriedOver } from '../../../src/domain/answers/carried.ts';
import { type DraftAnswer, type DraftAnswers, draftAnswered, nothingSaid } from '../../../src/domain/answers/draft.ts';
import { frozenResponse } from '../../../src/domain/answers/validation.ts';
import { applicableCriteria } from '../../../src/domain/applicability/applicable.ts';
import { attainment } from '../../../src/domain/attainment.ts';
import { answeredIn } from '../../../src/domain/enrolment/frozen.ts';
import { type DeclaredAnswers, profileOf } from '../../../src/domain/profile/profile.ts';
import { answerOf, type Grade } from '../../../src/domain/referential/level.ts';
import { radar } from '../../../src/domain/scoring.ts';
import { loadReferential } from '../../../src/referential/load.ts';
import { referentialFolder } from '../../../src/referential/read.ts';
import { guideQualification } from '../../builders/subjects.ts';

const referential = await loadReferential(referentialFolder);
const at = new Date('2026-11-20T10:00:00Z');
const declared: DeclaredAnswers = { qualification: guideQualification };
const profile = profileOf(referential.questions, declared);
const demarche = (id: string) => {
  const found = referential.demarches.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const socles = demarche('evaluation-et-projection-socles');
const mes = demarche('referencement-sans-echange');

function row(criterion: string, grade: Grade, over: Partial<DraftAnswer> = {}): DraftAnswer {
  const who = { answeredAt: at, answeredBy: 'Claire Roux', answeredById: null };
  return { ...nothingSaid, criterion, revision: 3, answer: answerOf(grade), ...who, ...over };
}

function validated(questionnaire: string, draft: DraftAnswers, joined = [socles, mes]) {
  return frozenResponse(referential, {
    questionnaire,
    subject: 'product',
    declared,
    draft,
    answered: draftAnswered(draft, {}),
    files: [],
    options: { x: 'Module – 1.0 – 12', y: 'Autre – 1.0 – 13' },
    joined,
  });
}

function applicableIn(id: string, questionnaire: string) {
  const scope = referential.scope(id, questionnaire);
  if (scope === null) throw new Error(`${id} does not ask ${questionnaire}`);
  return applicableCriteria(scope, profile);
}

describe('Q4: what a validation keeps', () => {
  const codes = applicableIn(socles.id, 'securite').map(({ code }) => code);
  const answers = codes.map((code, index) => row(code, ([1, 2, 3] as const)[index % 3] ?? 1));
  const frozen = validated('securite', { answers, switches: [] });

  test.each([socles, mes])(
    'D2, S1, S2: the scores and the attainment of $id, as the domain computes them',
    ({ id }) => {
      const criteria = applicableIn(id, 'securite');
      const given = answeredIn(frozen).answers;
      const result = frozen.results.find((one) => one.demarche === id);
      const { attained, shortfalls } = attainment(criteria, given);
      expect(result?.radar).toEqual(radar(criteria, given));
      expect(result).toMatchObject({ attained, shortfalls: shortfalls.map(({ code }) => code) });
      expect(result?.criteria.map(({ code }) => code)).toEqual(criteria.map(({ code }) => code));
    },
  );

  test('a démarche that was not joined has no result, and one that asks another questionnaire neither', () => {
    expect(validated('ethique-mes', { answers: [], switches: [] }).results.map((one) => one.demarche)).toEqual([
      mes.id,
    ]);
    expect(validated('securite', { answers, switches: [] }, [socles]).results).toHaveLength(1);
  });

  test('the option products that are cited are kept by their name of that day, the others not', () => {
    const [first = ''] = codes;
    const one = row(first, 2, { dependsOnOption: true, optionId: 'x' });
    expect(validated('securite', { answers: [one], switches: [] }).options).toEqual({ x: 'Module – 1.0 – 12' });
  });

  test('P5: an answer to what no démarche asks of this profile any more is left out', () => {
    const hidden = referential
      .scope(socles.id, 'securite')
      ?.criteria.map(({ criterion }) => criterion.code)
      .find((code) => !codes.includes(code));
    const more = [...answers, row(hidden ?? '', 3, { comment: 'Avant' })];
    const kept = validated('securite', { answers: more, switches: [] });
    expect(kept.answers).not.toHaveProperty(hidden ?? '');
    expect(kept.comments).not.toHaveProperty(hidden ?? '');
    expect(kept.rows.map(({ criterion }) => criterion)).toEqual(codes);
  });

  test('and the next draft starts from it as it was, but for its revisions', () => {
    const again = carriedOver({ validatedAt: at, validatedBy: 'C', frozen });
    expect(again.answers).toEqual(answers.map((one) => ({ ...one, revision: 0 })));
  });
});

test('Q5: a section switched to N/A is frozen as N/A with its reason; switched back in the next draft, what was answered is there', () => {
  const criteria = applicableIn(mes.id, 'ethique-mes');
  const switched = criteria[0]?.sections.find(({ mayBeNotApplicable }) => mayBeNotApplicable);
  const inside = criteria.filter(({ sections }) => sections.some(({ id }) => id === switched?.id));
  const draft = {
    answers: criteria.map(({ code }) => row(code, 3)),
    switches: [{ section: switched?.id ?? '', reason: 'Aucun contenu', switchedAt: at, switchedBy: 'Claire Roux' }],
  };
  const frozen = validated('ethique-mes', draft);
  for (const { code } of inside) {
    expect([frozen.answers[code], frozen.comments[code]]).toEqual(['na', 'Aucun contenu']);
  }
  const again = carriedOver({ validatedAt: at, validatedBy: 'C', frozen });
  expect(again.switches).toEqual(draft.switches);
  expect(draftAnswered({ ...again, switches: [] }, {}).answers[inside[0]?.code ?? '']).toEqual(answerOf(3));
});
