import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { startCleanUp } from '../../src/jobs/clean-up.ts';
import { aSubmittedRequest } from '../builders/requests.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const DAY = 86_400_000;

async function cleanUp(): Promise<void> {
  const loop = startCleanUp(app().deps);
  await loop.settle();
  await loop.stop();
}

test('A8: whom a mail was sent to is forgotten after thirty days, and so is one that could not leave; none before', async () => {
  const { prisma, outbox } = app().deps;
  const post = (to: string) =>
    inTransaction(prisma, (transaction) => outbox.post(transaction, { to, subject: 'Bonjour', paragraphs: [] }));
  const known = async () => (await prisma.outboxMessage.findMany()).map(({ recipient }) => recipient).sort();
  await post('partie@exemple.fr');
  await app().deliver();
  await prisma.outboxMessage.update({ where: { id: await post('restee@exemple.fr') }, data: { attempts: 40 } });
  app().wait(30 * DAY);
  await cleanUp();
  expect(await known()).toEqual(['partie@exemple.fr', 'restee@exemple.fr']);
  await post('recente@exemple.fr');
  app().wait(1);
  await cleanUp();
  expect(await known()).toEqual(['recente@exemple.fr']);
});

test('A2: an upload that a killed process left is removed within the hour once it is a day old; papers deposited stay', async () => {
  const { deps } = app();
  await aSubmittedRequest(app());
  const folder = join(deps.config.dataDir, 'fichiers');
  const workshop = join(folder, 'en-cours');
  await mkdir(workshop, { recursive: true });
  for (const [name, age] of [
    ['old', 1.1],
    ['recent', 0.9],
  ] as const) {
    await writeFile(join(workshop, name), 'half of a pap');
    const at = new Date(app().now().getTime() - age * DAY);
    await utimes(join(workshop, name), at, at);
  }
  const finished = async () => (await readdir(folder, { recursive: true })).filter((name) => name.length > 30).length;
  const before = await finished();
  expect(before).toBe(2);
  await cleanUp();
  expect(await readdir(workshop)).toEqual(['recent']);
  expect(await finished()).toBe(before);
});
