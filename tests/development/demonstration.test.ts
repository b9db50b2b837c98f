import { beforeAll, describe, expect, test } from 'vitest';
import { seedDemonstration } from '../../src/development/demonstration/seed.ts';
import { paths } from '../../src/web/paths.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

async function read(login: string, path: string): Promise<string> {
  const person = await app().deps.prisma.user.findUniqueOrThrow({ where: { loginKey: login } });
  const { text, status } = await (await app().as(person)).get(path);
  expect({ login, path, status }).toEqual({ login, path, status: 200 });
  return text.slice(text.indexOf('<main'), text.indexOf('</main>')).replaceAll(/<[^>]*>|[\s\u00a0]+/g, ' ');
}

beforeAll(async () => {
  await seedDemonstration(app().deps);
});

describe('The demonstration', () => {
  test('has products at every stage', async () => {
    const { prisma } = app().deps;
    const archived = { archivedAt: { not: null } };
    const published = { subject: { company: { siren: '987654324' } }, published: true };
    expect({
      archived: await prisma.subject.count({ where: archived }),
      options: await prisma.product.count({ where: { type: 'OPTION', coreId: { not: null } } }),
      strategies: await prisma.subject.count({ where: { kind: 'STRATEGY' } }),
      asked: await prisma.response.count({ where: { requestedAt: { not: null } } }),
      drafts: await prisma.response.count({ where: { status: 'DRAFT', requestedAt: null } }),
      published: await prisma.product.count({ where: published }),
      done: await prisma.enrolment.count({ where: { state: 'DONE' } }),
      untouched: await prisma.enrolment.count({ where: { state: 'TO_COMPLETE' } }),
      reread: (await prisma.rereading.count()) > 0,
      future: await prisma.response.count({ where: { startedAt: { gt: app().now() } } }),
    }).toEqual({
      archived: 1,
      options: 1,
      strategies: 1,
      asked: 1,
      drafts: 1,
      published: 2,
      done: 1,
      untouched: 2,
      reread: true,
      future: 0,
    });
  });

  test('each vendor has something to see, and the Responsable something of every kind to do', async () => {
    const todo = await read('responsable', paths.dashboard());
    for (const kind of ['À valider', 'À relire', 'À mettre à jour', 'À commencer']) expect(todo).toContain(kind);
    expect(await read('contributeur', paths.dashboard())).toContain('Reprendre là où vous en étiez');
    expect(await read('valideur', paths.tasks())).toContain('À valider');
    expect(await read('autre.responsable', paths.portfolio())).toContain('Télésuivi Web');
    expect(await read('responsable', paths.portfolio())).toContain('6 produits inscrits');
  });

  test('is written once', async () => {
    const before = await app().deps.prisma.subject.count();
    expect(await seedDemonstration(app().deps)).not.toBeNull();
    expect(await app().deps.prisma.subject.count()).toBe(before);
  });
});
