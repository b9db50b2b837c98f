import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/domain/accounts/person.ts';
import { frozenResponse } from '../../src/domain/answers/validation.ts';
import { type ApplicableCriterion, applicableCriteria } from '../../src/domain/applicability/applicable.ts';
import { attainment } from '../../src/domain/attainment.ts';
import { type Frozen, freeze } from '../../src/domain/enrolment/frozen.ts';
import { noAnswer } from '../../src/domain/enrolment/work.ts';
import { profileOf } from '../../src/domain/profile/profile.ts';
import { answerOf } from '../../src/domain/referential/level.ts';
import { levelReached, radar, tenths } from '../../src/domain/scoring.ts';
import type { Subject } from '../../src/domain/subjects/subject.ts';
import { storedFrozen } from '../../src/subjects/work.ts';
import { aVendor } from '../builders/additions.ts';
import { type Filling, someFillings } from '../builders/fillings.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { type Downloaded, download } from '../support/workbook.ts';

const app = useApp();
const demarches = [
  ['doctrine', 'evaluation-et-projection-socles'],
  ['mon-espace-sante', 'referencement-sans-echange'],
] as const;
const questionnaires = ['urbanisation', 'interoperabilite', 'securite'] as const;

interface Axis {
  readonly id: string;
  readonly title: string;
}

/** What the domain makes of a filling, as the row of a workbook says it. */
function expectedOf(criteria: readonly ApplicableCriterion[], filling: Filling, axes: readonly Axis[]) {
  const answers = Object.fromEntries(Object.entries(filling).map(([code, grade]) => [code, answerOf(grade)]));
  const means = radar(criteria, answers);
  const { attained, shortfalls } = attainment(criteria, answers);
  const meanOf = (id: string) => means.find(({ axis }) => axis === id);
  return {
    'Critères répondus': Object.keys(filling).length,
    Atteint: attained ? 'Oui' : 'Non',
    'Critères à relever': shortfalls.length,
    ...Object.fromEntries(
      axes.map(({ id, title }) => {
        const mean = meanOf(id);
        return [title, mean === undefined ? null : tenths(mean) / 10];
      }),
    ),
    levels: axes.flatMap(({ id, title }) => {
      const mean = meanOf(id);
      return mean === undefined ? [] : [[title, levelReached(mean)]];
    }),
    criteria: criteria.map(({ code, accepted }) => {
      const short = shortfalls.some((one) => one.code === code);
      return [code, accepted === null || answers[code] === undefined ? null : short ? 'Non' : 'Oui'];
    }),
  };
}

/** The same of one workbook: « Synthèse » and the column « Atteint » of « Réponses ». */
function toldIn({ rows }: Downloaded) {
  return {
    levels: rows('Synthèse').flatMap(({ Rubrique, Information, Valeur }) =>
      Rubrique === 'Niveau atteint' && Valeur !== null ? [[Information, Valeur]] : [],
    ),
    criteria: rows('Réponses').map(({ Code, Atteint }) => [Code, Atteint]),
  };
}

/** One after the other, each with its document: what a validation keeps and, one in two, only the answers, as the first ones did. */
async function validateEach(
  product: Subject,
  slug: string,
  demarche: string,
  person: Person,
  fillings: readonly Filling[],
) {
  const { prisma, referential } = app().deps;
  const joined = referential.demarches.filter(({ id }) => id === demarche);
  const documentOf = (filling: Filling, index: number): Frozen => {
    const answers = Object.fromEntries(Object.entries(filling).map(([code, grade]) => [code, answerOf(grade)]));
    const answered = { ...noAnswer, answers };
    if (index % 2 === 1) return freeze(answered);
    const { declared } = product;
    const nothing = { draft: { answers: [], switches: [] }, files: [], options: {} };
    return frozenResponse(referential, {
      questionnaire: slug,
      subject: 'product',
      declared,
      answered,
      joined,
      ...nothing,
    });
  };
  const { id } = await aResponse(product, slug).answering({}).validatedBy(person).inside(app());
  const { id: _, number: __, ...row } = await prisma.response.findUniqueOrThrow({ where: { id } });
  await prisma.response.delete({ where: { id } });
  await prisma.response.createMany({
    data: fillings.map((filling, index) => ({
      ...row,
      number: index + 1,
      frozen: storedFrozen(documentOf(filling, index)),
    })),
  });
}

describe('Q9, S1, S2, S3, S4: 200 random fillings', () => {
  test('means and attainment in Excel are those of the domain', { timeout: 240_000 }, async () => {
    const { company, claire } = await aVendor(app());
    const { referential } = app().deps;
    const agent = await app().as(claire);
    let seen = 0;
    for (const [parcours, demarche] of demarches) {
      const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
      await anEnrolment(product, demarche).inside(app());
      for (const slug of questionnaires) {
        const scope = referential.scope(demarche, slug);
        if (scope === null) throw new Error(`${demarche} does not ask ${slug}`);
        const criteria = applicableCriteria(scope, profileOf(referential.questions, product.declared));
        const { axes } = scope.questionnaire;
        const fillings = someFillings(criteria, 34);
        await validateEach(product, slug, demarche, claire, fillings);
        const page = `/parcours/${parcours}/${demarche}/${product.reference}/questionnaires/${slug}`;
        const last = await download(agent, `${page}/telecharger`);
        const expected = fillings.map((filling) => expectedOf(criteria, filling, axes));
        // The last validated is the first row.
        const history = last.rows('Historique').toReversed();
        expect(history).toHaveLength(fillings.length);
        for (const [index, { levels, criteria: each, ...row }] of expected.entries()) {
          const filling = fillings[index];
          expect({ filling, ...history[index] }).toMatchObject({ filling, ...row });
          const past = await download(agent, `${page}/historique/${index + 1}/telecharger`);
          expect({ filling, ...toldIn(past) }).toEqual({ filling, levels, criteria: each });
          seen += 1;
        }
        const { levels, criteria: each } = expected.at(-1) ?? {};
        expect(toldIn(last)).toEqual({ levels, criteria: each });
      }
    }
    expect(seen).toBeGreaterThanOrEqual(200);
  });
});
