import { expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { everyCriterion } from '../builders/answers.ts';
import { aPerson } from '../builders/people.ts';
import { anEnrolment, aProduct, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const socles = 'evaluation-et-projection-socles';
const CLIENTS = 50;
const SAVES = 8;

/** What one client said of a criterion, and what it was answered. */
interface Attempt {
  readonly criterion: string;
  readonly grade: string;
  readonly comment: string;
  readonly seen: number;
  readonly status: number;
  readonly revision: number | null;
  readonly theirs: { readonly revision: number; readonly grade: string; readonly comment: string } | null;
}

test('Q2: fifty people on one questionnaire lose nothing: each answer is there, or its conflict was told', {
  timeout: 120_000,
}, async () => {
  const { company, claire } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, socles).inside(app());
  const people = await Promise.all(
    Array.from({ length: CLIENTS }, () => aPerson().of(company).under(claire).accessing(product).inside(app())),
  );
  const codes = Object.keys(everyCriterion(app(), product, socles, 'securite', 3));
  const path = `/parcours/doctrine/${socles}/${product.reference}/questionnaires/securite/enregistrement`;

  const attempts = await Promise.all(
    people.map(async (person, client): Promise<readonly Attempt[]> => {
      const agent = await app().as(person);
      const known = new Map<string, number>();
      const done: Attempt[] = [];
      for (let n = 0; n < SAVES; n += 1) {
        // Half of the time the criterion of everybody, else one of a few that three clients share.
        const index = n % 2 === 0 ? 0 : 1 + (((client % 17) + n) % (codes.length - 1));
        const criterion = codes[index] ?? '';
        const grade = String((client + n) % 4);
        const comment = `Par ${client}, fois ${n}`;
        const seen = known.get(criterion) ?? 0;
        const sent = { critere: criterion, revision: String(seen), niveau: grade, commentaire: comment };
        const { status, body } = await agent.post(path, sent);
        const theirs = body.conflict ?? null;
        known.set(criterion, theirs?.revision ?? body.revision);
        done.push({ criterion, grade, comment, seen, status, revision: body.revision ?? null, theirs });
      }
      return done;
    }),
  );

  const all = attempts.flat();
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200, 409]));
  const rows = await app().deps.prisma.answer.findMany({ where: { response: { subjectId: product.id } } });
  expect(rows.length).toBeGreaterThan(10);
  for (const criterion of new Set(all.map((one) => one.criterion))) {
    const acknowledged = all.filter((one) => one.criterion === criterion && one.status === 200);
    // Each revision was given to one, from the first to the last, without a gap: nothing was written over.
    const revisions = acknowledged.map(({ revision }) => revision).toSorted((a, b) => Number(a) - Number(b));
    expect(revisions).toEqual(Array.from({ length: revisions.length }, (_, index) => index + 1));
    const last = acknowledged.find(({ revision }) => revision === revisions.length);
    const row = rows.find((one) => one.criterion === criterion);
    expect(row).toMatchObject({ revision: revisions.length, comment: last?.comment, level: Number(last?.grade) });
    // And each conflict showed what had really been answered.
    for (const { theirs, seen } of all.filter((one) => one.criterion === criterion && one.status === 409)) {
      expect(theirs?.revision).toBeGreaterThan(seen);
      const shown = acknowledged.find(({ revision }) => revision === theirs?.revision);
      expect(theirs).toMatchObject({ comment: shown?.comment, grade: shown?.grade });
    }
  }
  expect(await app().deps.prisma.response.count({ where: { subjectId: product.id } })).toBe(1);
});
