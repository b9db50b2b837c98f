import { expect, test } from 'vitest';
import { forgetEnded } from '../../src/accounts/forget.ts';
import { aCompany, aResponsible } from '../builders/people.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const DAY = 86_400_000;

test('A8: sessions, counts and links go once they have ended, and none before', async () => {
  const { prisma } = app().deps;
  const person = await aResponsible()
    .of(await aCompany().inside(app()))
    .inside(app());
  const now = app().now();
  const at = (days: number): Date => new Date(now.getTime() + days * DAY);
  await app().as(person);
  await prisma.session.create({ data: { id: 'ended', userId: person.id, data: {}, expiresAt: at(-0.1) } });
  await prisma.throttle.createMany({
    data: [
      { key: 'old', count: 3, startedAt: at(-4), lockedUntil: null },
      { key: 'remembered', count: 10, startedAt: at(-4), lockedUntil: at(-1) },
      { key: 'recent', count: 1, startedAt: at(-1), lockedUntil: null },
    ],
  });
  const link = { kind: 'RESET_PASSWORD', userId: person.id } as const;
  await prisma.oneTimeToken.createMany({
    data: [
      { ...link, hash: 'long ago', expiresAt: at(-31) },
      { ...link, hash: 'yesterday', expiresAt: at(-1) },
    ],
  });
  await forgetEnded(prisma, now);
  expect(await prisma.session.count()).toBe(1);
  expect((await prisma.throttle.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)).toEqual([
    'recent',
    'remembered',
  ]);
  expect((await prisma.oneTimeToken.findMany()).map(({ hash }) => hash)).toEqual(['yesterday']);
});
