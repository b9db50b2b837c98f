import express from 'express';
import request from 'supertest';
import { expect, test } from 'vitest';
import { say } from '../../src/web/flash.ts';
import { openLog } from '../../src/web/logs.ts';
import { sessions } from '../../src/web/session.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

test('What is said on the next page is written before the browser is sent to it', async () => {
  const { prisma, secret, clock } = app().deps;
  const order: string[] = [];
  const site = express();
  site.use(sessions({ prisma, secret, clock, secure: false, log: openLog('silent') }));
  site.get('/', (req, res) => {
    const { set } = req.sessionStore;
    req.sessionStore.set = (id, data, done) =>
      Reflect.apply(set, req.sessionStore, [
        id,
        data,
        (failure: unknown) => {
          order.push('written');
          done?.(failure);
        },
      ]);
    const { writeHead } = res;
    res.writeHead = (...given: readonly unknown[]) => {
      order.push('sent');
      return Reflect.apply(writeHead, res, given);
    };
    say(req, 'success', 'C’est enregistré');
    res.redirect(303, '/suite');
  });
  const answer = await request(site).get('/');
  expect(answer.status).toBe(303);
  expect(order).toEqual(['written', 'sent']);
});
