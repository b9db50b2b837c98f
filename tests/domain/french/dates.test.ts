import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatMonth,
  formatRelative,
  formatTime,
  isoDay,
} from '../../../src/domain/french/dates.ts';
import { holds } from '../properties.ts';

const nbsp = '\u00a0';
const evening = new Date('2022-05-17T21:02:00Z');

describe('dates in French', () => {
  test('a day, a month, an hour', () => {
    expect(formatDate(evening)).toBe(`17${nbsp}mai 2022`);
    expect(formatMonth(new Date('2023-01-15T12:00:00Z'))).toBe('janvier 2023');
    expect(formatTime(evening)).toBe(`23${nbsp}h${nbsp}02`);
    expect(formatDateTime(evening)).toBe(`17${nbsp}mai 2022 à 23${nbsp}h${nbsp}02`);
  });

  test('the first of a month is an ordinal', () => {
    expect(formatDate(new Date('2022-08-01T12:00:00Z'))).toBe(`1er${nbsp}août 2022`);
    expect(formatDate(new Date('2022-08-11T12:00:00Z'))).toBe(`11${nbsp}août 2022`);
  });

  test('the hour has no leading zero, the minutes have', () => {
    expect(formatTime(new Date('2022-01-17T07:05:00Z'))).toBe(`8${nbsp}h${nbsp}05`);
    expect(formatTime(new Date('2022-01-17T23:00:00Z'))).toBe(`0${nbsp}h${nbsp}00`);
  });

  test('it is Paris time: one hour ahead in winter, two in summer', () => {
    expect(isoDay(new Date('2022-12-31T22:59:59Z'))).toBe('2022-12-31');
    expect(isoDay(new Date('2022-12-31T23:00:00Z'))).toBe('2023-01-01');
    expect(formatDate(new Date('2022-06-30T22:00:00Z'))).toBe(`1er${nbsp}juillet 2022`);
  });
});

describe('dates relative to now', () => {
  const now = new Date('2026-11-20T08:00:00Z');

  test.each([
    ['2026-11-20T18:12:00Z', `aujourd’hui à 19${nbsp}h${nbsp}12`],
    ['2026-11-19T23:00:00Z', `aujourd’hui à 0${nbsp}h${nbsp}00`],
    ['2026-11-19T22:59:00Z', `hier à 23${nbsp}h${nbsp}59`],
    ['2026-11-21T13:00:00Z', `demain à 14${nbsp}h${nbsp}00`],
    ['2026-11-18T12:00:00Z', `le 18${nbsp}novembre 2026 à 13${nbsp}h${nbsp}00`],
    ['2026-11-22T12:00:00Z', `le 22${nbsp}novembre 2026 à 13${nbsp}h${nbsp}00`],
  ])('%s is %s', (date, text) => {
    expect(formatRelative(new Date(date), now)).toBe(text);
  });

  test('the days of 23 and 25 hours are days like others', () => {
    const springForward = new Date('2026-03-29T22:30:00Z');
    expect(formatRelative(new Date('2026-03-28T23:30:00Z'), springForward)).toMatch(/^hier|^aujourd/);
    expect(formatRelative(new Date('2026-03-28T22:30:00Z'), new Date('2026-03-29T21:30:00Z'))).toMatch(/^hier/);
    expect(formatRelative(new Date('2026-10-24T22:30:00Z'), new Date('2026-10-25T22:30:00Z'))).toMatch(/^aujourd’hui/);
  });

  test('a date is today’s exactly when it has the same day as now', () => {
    const dates = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    holds(
      fc.property(dates, dates, (one, other) => {
        expect(formatRelative(one, other).startsWith('aujourd’hui')).toBe(isoDay(one) === isoDay(other));
      }),
    );
  });
});
