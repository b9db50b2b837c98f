import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/domain/accounts/person.ts';
import { FRESH_MS } from '../../src/portfolio/observatory.ts';
import { aCompany, aPerson, aResponsible } from '../builders/people.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';

async function aTeam() {
  const company = await aCompany().inside(app());
  return { company, boss: await aResponsible().of(company).inside(app()) };
}

type Grades = Parameters<ReturnType<typeof aResponse>['answering']>[0];

/** A product of the démarche, with what is validated in Sécurité. */
async function evaluated(name: string, { company, boss }: Awaited<ReturnType<typeof aTeam>>, grades: Grades | null) {
  const product = await aProduct(name).of(company).ledBy(boss).qualified(guideQualification).inside(app());
  await anEnrolment(product, SOCLES).inside(app());
  if (grades !== null) await aResponse(product, 'securite').answering(grades).validatedBy(boss).inside(app());
  return product;
}

async function publish({ id }: { readonly id: string }): Promise<void> {
  await app().deps.prisma.product.update({ where: { subjectId: id }, data: { published: true } });
}

async function read(person: Pick<Person, 'id'>, query = '?theme=securite'): Promise<string> {
  const { text, status } = await (await app().as(person)).get(`/cartographie${query}`);
  expect(status).toBe(200);
  const from = text.indexOf('<main');
  const words = text.slice(from, text.indexOf('</main>')).replaceAll(/<[^>]*>/g, ' ');
  return words.replaceAll(/[\s\u00a0]+/g, ' ');
}

/** A line of a theme's table, without its heading: four counts, the products, the mean of the company and the Observatoire's. */
function line(text: string, axis: string): string {
  const from = text.indexOf(`${axis} `, text.indexOf('Sécurité : produits par axe')) + axis.length;
  return text.slice(from, from + 90).trim();
}

describe('The cartography', () => {
  test('an empty account is told what it shows, and where to go', async () => {
    const { boss } = await aTeam();
    expect(await read(boss, '')).toContain('Aucun de vos produits n’est encore comparé');
  });

  test('S1: counts products by the level wholly reached, averages their means, and leaves out what has none', async () => {
    const team = await aTeam();
    await evaluated('Carnet', team, { '01.01': 3, '01.02': 3, '01.04': 2 });
    await evaluated('Passerelle', team, { '01.01': 1, '01.02': 1, '01.04': 1, '02.01': 3 });
    await evaluated('Agenda', team, null);
    const text = await read(team.boss);
    // (8/3 + 1) / 2 = 1,83…
    expect(line(text, 'Gouvernance SSI')).toMatch(/^0 1 1 0 2 1,8 sur 3, niveau 1 s\. o\. : moins de cinq entreprises/);
    expect(line(text, 'Audit')).toMatch(/^0 0 0 0 0 s\. o\. s\. o\. : moins de cinq entreprises/);
    expect(text).toContain('Pas encore validé : 36 critères à renseigner');
    expect(text).toContain('3 produits inscrits');
  });

  test('sorts by an axis, what has no mean last whichever the direction, and searches', async () => {
    const team = await aTeam();
    await evaluated('Carnet', team, { '01.01': 3 });
    await evaluated('Passerelle', team, { '01.01': 1 });
    await evaluated('Agenda', team, null);
    const order = (text: string): readonly string[] =>
      ['Agenda', 'Carnet', 'Passerelle'].toSorted(
        (a, b) => text.lastIndexOf(`${a} v1.0`) - text.lastIndexOf(`${b} v1.0`),
      );
    expect(order(await read(team.boss))).toEqual(['Agenda', 'Carnet', 'Passerelle']);
    expect(order(await read(team.boss, '?theme=securite&tri=gouvernance'))).toEqual(['Passerelle', 'Carnet', 'Agenda']);
    expect(order(await read(team.boss, '?theme=securite&tri=-gouvernance'))).toEqual([
      'Carnet',
      'Passerelle',
      'Agenda',
    ]);
    const found = await read(team.boss, '?theme=securite&q=passer');
    expect(found).toContain('Passerelle v1.0');
    expect(found).not.toContain('Carnet v1.0');
    expect(await read(team.boss, '?q=rien')).toContain('Aucun produit ne correspond à « rien »');
  });

  test('shows fifty products a page', async () => {
    const team = await aTeam();
    for (let n = 1; n <= 51; n += 1) await evaluated(`Produit ${n}`, team, null);
    expect(await read(team.boss)).toContain('50 produits sur 51');
    expect(await read(team.boss, '?theme=securite&page=2')).toContain('1 produit sur 51');
    const agent = await app().as(team.boss);
    const { queries } = await countQueries(app().deps.database, () => agent.get('/cartographie'));
    expect(queries.length).toBeLessThanOrEqual(5);
  });

  test('P6: archived, a product leaves the averages and the map, and comes back; A5: nobody sees more than theirs', async () => {
    const team = await aTeam();
    const carnet = await evaluated('Carnet', team, { '01.01': 3 });
    await evaluated('Passerelle', team, { '01.01': 0 });
    const colleague = await aPerson().of(team.company).under(team.boss).accessing(carnet).inside(app());
    const theirs = await read(colleague);
    expect(theirs).not.toContain('Passerelle');
    expect(line(theirs, 'Gouvernance SSI')).toMatch(/^0 0 0 1 1 3,0/);
    const before = await read(team.boss);
    expect(line(before, 'Gouvernance SSI')).toMatch(/^1 0 0 1 2 1,5/);
    const where = { id: carnet.id };
    await app().deps.prisma.subject.update({ where, data: { archivedAt: app().now() } });
    const archived = await read(team.boss);
    expect(archived).not.toContain('Carnet');
    expect(line(archived, 'Gouvernance SSI')).toMatch(/^1 0 0 0 1 0,0/);
    await app().deps.prisma.subject.update({ where, data: { archivedAt: null } });
    expect(await read(team.boss)).toBe(before);
  });
});

describe('P9: the mean of the Observatoire', () => {
  test('is of published products that are not archived, each counted once, from five companies on', async () => {
    const teams = [];
    for (let n = 0; n < 5; n += 1) teams.push(await aTeam());
    const [mine] = teams;
    if (mine === undefined) throw new Error('No team');
    const products = [];
    for (const team of teams) products.push(await evaluated('Carnet', team, { '05.01': 2, '05.02': 1, '05.03': 1 }));
    for (const product of products.slice(0, 4)) await publish(product);
    const secret = await evaluated('Secret', mine, { '05.01': 3 });
    const axis = 'Traçabilité et imputabilité';
    const later = async (): Promise<string> => {
      app().wait(FRESH_MS);
      return line(await read(mine.boss), axis);
    };
    expect(await later()).toContain('moins de cinq entreprises');
    const fifth = products[4];
    if (fifth === undefined) throw new Error('No fifth product');
    await publish(fifth);
    // Kept for ten minutes: the platform is not read again for each reader.
    expect(line(await read(mine.boss), axis)).toContain('moins de cinq entreprises');
    // 4/3, five times; the product that nobody publishes does not count there, and does at home: (4/3 + 3) / 2.
    expect(await later()).toMatch(/^0 1 0 1 2 2,1 sur 3, niveau 2 1,3 sur 3, niveau 1/);
    await app().deps.prisma.subject.update({ where: { id: fifth.id }, data: { archivedAt: app().now() } });
    expect(await later()).toContain('moins de cinq entreprises');
    expect(secret.product?.published).toBe(false);
  });
});
