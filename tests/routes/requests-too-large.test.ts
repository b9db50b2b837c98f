import { expect, test } from 'vitest';
import { aRequest, bothPapers, pdf } from '../builders/requests.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

test('A2: a paper over 10 MB is refused at its field, at once', async () => {
  const { link } = await aRequest(app());
  const visitor = app().visitor();
  await visitor.get(link);
  const large = { field: 'identity', name: 'carte.pdf', content: Buffer.concat([pdf, Buffer.alloc(10_500_000, 32)]) };
  const kbis = bothPapers[1];
  if (kbis === undefined) throw new Error('No Kbis');
  const answer = await visitor.post(link, { kbisDate: '2026-11-01' }, [large, kbis]);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('dépasse');
}, 20_000);
