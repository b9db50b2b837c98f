import { describe, expect, test } from 'vitest';
import {
  type Joined,
  lastSaved,
  type Marked,
  type OpenDraft,
  type Task,
  tasks,
  type Waiting,
} from '../../../src/domain/todo/tasks.ts';
import { answers } from '../build.ts';

const on = (day: number): Date => new Date(Date.UTC(2026, 10, day));

const nothing: Waiting = {
  validates: false,
  leads: () => false,
  asked: () => true,
  drafts: [],
  marked: [],
  projected: [],
  joined: [],
  news: [],
};

const draft = (over: Partial<OpenDraft> = {}): OpenDraft => ({
  subjectId: 'carnet',
  questionnaire: 'securite',
  act: 'EVALUATION',
  requestedAt: null,
  requestedBy: '',
  returnedAt: null,
  returnedBy: '',
  mineAt: null,
  places: [{ closed: false }],
  ...over,
});

const mark = (over: Partial<Marked> = {}): Marked => ({
  subjectId: 'carnet',
  questionnaire: 'securite',
  since: on(16),
  changedBy: 'Claire',
  appeared: 2,
  vanished: 0,
  ...over,
});

const kinds = (list: readonly Task[]): readonly string[] => list.map(({ kind }) => kind);
const projection = { subjectId: 'carnet', questionnaire: 'securite', validatedAt: on(12), validatedBy: 'Hugo' };
const joined: Joined = {
  subjectId: 'carnet',
  demarche: 'telesoin',
  joinedAt: on(3),
  joinedBy: 'Claire',
  state: 'TO_COMPLETE',
  total: 3,
};
const news = { id: '1', title: 'Vos droits ont changé', body: '', href: '/compte', createdAt: on(19) };
const outdated = { ...projection, projected: answers({ A: 1 }), evaluated: answers({ A: 2 }) };

describe('What waits for somebody', () => {
  test('nothing waits for who has nothing', () => {
    expect(tasks(nothing)).toEqual([]);
  });

  test('the most pressing first: what holds somebody up, what changed, what is begun, what is to begin, what is news', () => {
    const waiting: Waiting = {
      validates: true,
      leads: () => true,
      asked: () => true,
      drafts: [
        draft({ questionnaire: 'urbanisation', mineAt: on(20) }),
        draft({ questionnaire: 'interoperabilite', requestedAt: on(19) }),
      ],
      marked: [mark()],
      projected: [outdated],
      joined: [joined],
      news: [news],
    };
    expect(kinds(tasks(waiting))).toEqual(['validate', 'reread', 'complete', 'update', 'begin', 'news']);
  });

  test('Q3: a validation asked for waits for who may validate, the oldest first; for nobody else', () => {
    const drafts = [draft({ subjectId: 'b', requestedAt: on(5) }), draft({ subjectId: 'a', requestedAt: on(2) })];
    expect(tasks({ ...nothing, drafts })).toEqual([]);
    expect(tasks({ ...nothing, drafts, validates: true }).map(({ at }) => at)).toEqual([on(2), on(5)]);
  });

  test('Q3: a draft handed over for validation does not wait for its author any more', () => {
    expect(tasks({ ...nothing, drafts: [draft({ mineAt: on(2), requestedAt: on(3) })] })).toEqual([]);
  });

  test('Q3: what was sent back with remarks is corrected by who answered it, before what is to be completed', () => {
    const back = draft({ mineAt: on(2), returnedAt: on(4), returnedBy: 'Claire' });
    const drafts = [draft({ subjectId: 'other', mineAt: on(9) }), back, draft({ returnedAt: on(4) })];
    expect(tasks({ ...nothing, drafts }).map(({ kind, at }) => [kind, at])).toEqual([
      ['correct', on(4)],
      ['complete', on(9)],
    ]);
  });

  test('one completes the drafts that one answered, the last saved first; not those of others', () => {
    const drafts = [
      draft({ subjectId: 'old', mineAt: on(2) }),
      draft({ subjectId: 'new', mineAt: on(9) }),
      draft({ subjectId: 'not mine' }),
    ];
    expect(tasks({ ...nothing, drafts }).map(({ at }) => at)).toEqual([on(9), on(2)]);
  });

  test('P5: what is to be read again waits for who leads the product and who answered it, and is said once', () => {
    expect(tasks({ ...nothing, marked: [mark()] })).toEqual([]);
    expect(kinds(tasks({ ...nothing, marked: [mark()], leads: (id) => id === 'carnet' }))).toEqual(['reread']);
    expect(kinds(tasks({ ...nothing, marked: [mark()], drafts: [draft({ mineAt: on(2) })] }))).toEqual(['reread']);
    const projected = draft({ mineAt: on(2), act: 'PROJECTION' });
    expect(kinds(tasks({ ...nothing, marked: [mark()], drafts: [projected] }))).toEqual(['reread', 'complete']);
  });

  test('J5: a projection is updated once its evaluation says something else', () => {
    const same = { ...projection, projected: answers({ A: 2 }), evaluated: answers({ A: 2 }) };
    const leads = (): boolean => true;
    expect(kinds(tasks({ ...nothing, leads, projected: [outdated, same] }))).toEqual(['update']);
    expect(tasks({ ...nothing, projected: [outdated] })).toEqual([]);
  });

  test('P4: a démarche that is joined and not begun waits for who leads the product', () => {
    expect(tasks({ ...nothing, joined: [joined] })).toEqual([]);
    expect(kinds(tasks({ ...nothing, joined: [joined], leads: () => true }))).toEqual(['begin']);
  });

  test('P4: what is begun already, or asks nothing yet, is not to begin', () => {
    const begun = { ...joined, state: 'IN_PROGRESS' as const };
    expect(tasks({ ...nothing, joined: [begun, { ...joined, total: 0 }], leads: () => true })).toEqual([]);
  });

  test('what no démarche asks any more does not wait: there is no page where it would be done', () => {
    const waiting: Waiting = {
      ...nothing,
      validates: true,
      leads: () => true,
      asked: ({ questionnaire }) => questionnaire !== 'securite',
      marked: [mark(), mark({ questionnaire: 'urbanisation' })],
      projected: [outdated],
      drafts: [
        draft({ questionnaire: 'interoperabilite', mineAt: on(2), places: [] }),
        draft({ questionnaire: 'interoperabilite', requestedAt: on(2), places: [{ closed: true }] }),
      ],
    };
    expect(kinds(tasks(waiting))).toEqual(['reread']);
    expect(lastSaved(waiting.drafts)).toBeNull();
  });
});

describe('Where somebody was', () => {
  test('is the draft that they saved last, were it handed over since', () => {
    const last = draft({ subjectId: 'new', mineAt: on(9), requestedAt: on(10) });
    expect(lastSaved([draft({ mineAt: on(2) }), last, draft({ subjectId: 'other' })])).toEqual(last);
    expect(lastSaved([draft()])).toBeNull();
  });
});
