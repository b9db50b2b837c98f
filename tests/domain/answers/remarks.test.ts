import { expect, test } from 'vitest';
import { isUntouched } from '../../../src/domain/answers/remarks.ts';

const remark = { writtenAt: new Date('2026-05-17T10:00:00Z') };
const saved = (answeredAt: string) => ({ answeredAt: new Date(answeredAt) });

test('Q3: a remark waits until its criterion is answered again', () => {
  expect(isUntouched(remark, null)).toBe(true);
  expect(isUntouched(remark, saved('2026-05-17T09:00:00Z'))).toBe(true);
  expect(isUntouched(remark, saved('2026-05-17T10:00:01Z'))).toBe(false);
  expect(isUntouched(null, saved('2026-05-17T09:00:00Z'))).toBe(false);
});
