import { describe, expect, test } from 'vitest';
import { onServer } from '../../src/database/open.ts';
import { Conflict, Forbidden, Invalid, NotFound, RuleBroken } from '../../src/domain/errors.ts';
import { answerTo, TooMany } from '../../src/web/errors.ts';

describe('Each failure has its status and its words, in one place', () => {
  test.each([
    [new NotFound(), 404],
    [new Forbidden(), 403],
    [new Conflict('Modifié.'), 409],
    [new RuleBroken('A7', 'Impossible.'), 422],
    [new Invalid([{ field: 'a', message: 'À corriger.' }]), 422],
    [new TooMany('Plus tard.', new Date()), 429],
    [Object.assign(new Error('entity too large'), { status: 413 }), 413],
    [new URIError('malformed'), 400],
    [new Error('anything else'), 500],
    ['not even an error', 500],
  ])('%s', (failure, status) => {
    const answer = answerTo(failure);
    expect(answer.status).toBe(status);
    expect(answer.title).not.toBe('');
  });

  test('a database that does not answer is a service to try again, not a fault', async () => {
    const database = onServer('postgresql://nobody@127.0.0.1:1/none');
    const away = await database.ping().catch((failure: unknown) => failure);
    expect(answerTo(away).status).toBe(503);
  });
});
