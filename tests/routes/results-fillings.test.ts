import { describe, expect, test } from 'vitest';
import { type ApplicableCriterion, applicableCriteria } from '../../src/domain/applicability/applicable.ts';
import { attainment } from '../../src/domain/attainment.ts';
import { noEvidence } from '../../src/domain/completion.ts';
import { freeze } from '../../src/domain/enrolment/frozen.ts';
import { noAnswer } from '../../src/domain/enrolment/work.ts';
import { formatTenths } from '../../src/domain/french/numbers.ts';
import { profileOf } from '../../src/domain/profile/profile.ts';
import { type Answers, answerOf } from '../../src/domain/referential/level.ts';
import { levelReached, radar, tenths } from '../../src/domain/scoring.ts';
import { storedFrozen } from '../../src/subjects/work.ts';
import { aVendor } from '../builders/additions.ts';
import { someFillings } from '../builders/fillings.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const demarches = [
  ['doctrine', 'evaluation-et-projection-socles'],
  ['mon-espace-sante', 'referencement-sans-echange'],
] as const;
const questionnaires = ['urbanisation', 'interoperabilite', 'securite'] as const;

/** The table of axes, as it is read on screen: “2,3 niveau 2”, or “s. o.” */
function axesOnScreen(html: string): Readonly<Record<string, string>> {
  const [table = ''] = /<table class="[^"]*cv-table--axes"[\s\S]*?<\/table>/.exec(html) ?? [];
  const rows = [...table.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th>([\s\S]*?)<\/tr>/g)];
  return Object.fromEntries(
    rows.map(([, axis = '', cells = '']) => {
      const [cell = ''] = /data-text="Validée">[\s\S]*?<\/td>/.exec(cells) ?? [];
      const [, level, value] = /data-level="(\d)">[\s\S]*?<\/svg>([\d,]+)/.exec(cell) ?? [];
      return [axis, value === undefined ? 's. o.' : `${value} niveau ${level}`];
    }),
  );
}

/** What the script draws: the values of what was validated, by axis. */
function drawnOnScreen(html: string): Readonly<Record<string, number | null>> {
  const [, json = '{"axes":[],"series":[]}'] = /data-radar="([^"]*)"/.exec(html) ?? [];
  const { axes, series }: { axes: string[]; series: { kind: string; values: (number | null)[] }[] } = JSON.parse(
    json.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
  );
  const values = series.find(({ kind }) => kind === 'validated')?.values ?? [];
  return Object.fromEntries(axes.map((axis, index) => [axis, values[index] ?? null]));
}

/** The first card is this démarche's: attained or not, and how many criteria fall short. */
function outcomeOnScreen(html: string): string {
  const [, title = '', text = ''] =
    /<li class="cv-outcome__\w+">[\s\S]*?<h3>([^<]*)<\/h3><p>[\s\S]*?<\/p><p>([^<]*)<\/p>/.exec(html) ?? [];
  return `${title} ${/^\d+/.exec(text)?.[0] ?? 0}`;
}

function expectedOf(criteria: readonly ApplicableCriterion[], answers: Answers, titles: ReadonlyMap<string, string>) {
  const means = radar(criteria, answers);
  const asked = [...new Set(criteria.flatMap(({ axis }) => (axis === null ? [] : [axis])))];
  const { attained, shortfalls } = attainment(criteria, answers);
  const meanOf = (axis: string) => means.find((one) => one.axis === axis);
  return {
    axes: Object.fromEntries(
      asked.map((axis) => {
        const mean = meanOf(axis);
        const words = mean === undefined ? 's. o.' : `${formatTenths(tenths(mean) / 10)} niveau ${levelReached(mean)}`;
        return [titles.get(axis) ?? axis, words];
      }),
    ),
    drawn: Object.fromEntries(means.map(({ axis, sum, count }) => [titles.get(axis), sum / count])),
    outcome: attained ? 'Atteint 0' : `Non atteint ${shortfalls.length}`,
  };
}

describe('Q8, S1, S2, S3, S4: 200 random fillings', () => {
  test('radar, table and attainment on screen are those of the domain', { timeout: 120_000 }, async () => {
    const { company, claire } = await aVendor(app());
    const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
    for (const [, demarche] of demarches) await anEnrolment(product, demarche).inside(app());
    const agent = await app().as(claire);
    const { prisma, referential } = app().deps;
    const profile = profileOf(referential.questions, product.declared);
    let seen = 0;
    for (const slug of questionnaires) {
      const { id } = await aResponse(product, slug).answering({}).validatedBy(claire).inside(app());
      const questionnaire = referential.questionnaires.get(slug);
      const titles = new Map(
        questionnaire?.kind === 'maturity' ? questionnaire.axes.map((axis) => [axis.id, axis.title]) : [],
      );
      for (const [parcours, demarche] of demarches) {
        const scope = referential.scope(demarche, slug);
        if (scope === null) throw new Error(`${demarche} does not ask ${slug}`);
        const criteria = applicableCriteria(scope, profile);
        for (const filling of someFillings(criteria, 34)) {
          const answers = Object.fromEntries(Object.entries(filling).map(([code, grade]) => [code, answerOf(grade)]));
          const frozen = storedFrozen(freeze({ ...noAnswer, answers, evidence: noEvidence }));
          await prisma.response.update({ where: { id }, data: { frozen } });
          const path = `/parcours/${parcours}/${demarche}/${product.reference}/questionnaires/${slug}/resultats`;
          const { text } = await agent.get(path);
          const expected = expectedOf(criteria, answers, titles);
          const drawn = drawnOnScreen(text);
          const about = { slug, demarche, filling };
          expect({ ...about, axes: axesOnScreen(text) }).toEqual({ ...about, axes: expected.axes });
          expect({ ...about, outcome: outcomeOnScreen(text) }).toEqual({ ...about, outcome: expected.outcome });
          if (Object.keys(drawn).length > 0) {
            const values = Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== null));
            expect({ ...about, drawn: values }).toEqual({ ...about, drawn: expected.drawn });
          }
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThanOrEqual(200);
  });
});
