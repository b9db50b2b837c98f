import type { Progress } from '../progress.ts';
import { isOutOfDate, type Projected } from '../projection/out-of-date.ts';

type Act = 'EVALUATION' | 'PROJECTION';

/** A draft that is open, whoever opened it. */
export interface OpenDraft {
  readonly subjectId: string;
  readonly questionnaire: string;
  readonly act: Act;
  /** Q3: when validation was asked for, and by whom. */
  readonly requestedAt: Date | null;
  readonly requestedBy: string;
  /** Q3: when it was sent back with remarks, and by whom. */
  readonly returnedAt: Date | null;
  readonly returnedBy: string;
  /** When the reader last answered in it; null when they never did. */
  readonly mineAt: Date | null;
  /** Each published démarche where it is answered. */
  readonly places: readonly { readonly closed: boolean }[];
}

/** P5: a questionnaire marked as to be read again. */
export interface Marked {
  readonly subjectId: string;
  readonly questionnaire: string;
  readonly since: Date;
  readonly changedBy: string;
  readonly appeared: number;
  readonly vanished: number;
}

/** P4: a subject in a démarche, how far it is there and how many questionnaires it is asked. */
export interface Joined {
  readonly subjectId: string;
  readonly demarche: string;
  readonly joinedAt: Date;
  readonly joinedBy: string;
  readonly state: Progress;
  readonly total: number;
}

/** A notification that is not read. */
export interface News {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly href: string;
  readonly createdAt: Date;
}

export type Task =
  | { readonly kind: 'validate'; readonly at: Date; readonly about: OpenDraft }
  | { readonly kind: 'reread'; readonly at: Date; readonly about: Marked }
  | { readonly kind: 'correct'; readonly at: Date; readonly about: OpenDraft }
  | { readonly kind: 'complete'; readonly at: Date; readonly about: OpenDraft }
  | { readonly kind: 'update'; readonly at: Date; readonly about: Projected }
  | { readonly kind: 'begin'; readonly at: Date; readonly about: Joined }
  | { readonly kind: 'news'; readonly at: Date; readonly about: News };

/** All that a to-do list is made from: what the reader sees, without what is archived (P6). */
export interface Waiting {
  readonly validates: boolean;
  /** The subjects that the reader leads (`subjectRelation`): what is nobody's own waits for them. */
  readonly leads: (subjectId: string) => boolean;
  /** Whether a published démarche asks it: what none asks any more has no page where it would be done. */
  readonly asked: (one: Placed) => boolean;
  readonly drafts: readonly OpenDraft[];
  readonly marked: readonly Marked[];
  readonly projected: readonly Projected[];
  readonly joined: readonly Joined[];
  readonly news: readonly News[];
}

/** What waits for the reader, the most pressing first: what holds somebody up, what changed, what they began, what they have to begin. */
export function tasks(waiting: Waiting): readonly Task[] {
  const { projected, joined, news, leads, asked } = waiting;
  const drafts = waiting.drafts.filter(isAnswerable);
  const marked = waiting.marked.filter(asked);
  const mine = drafts.filter(({ mineAt }) => mineAt !== null);
  // P5: whoever answers it reads it again, and whoever leads the product.
  const reread = marked.filter((mark) => leads(mark.subjectId) || mine.some((draft) => isOf(draft, mark)));
  // Handed over for validation, it waits for somebody else; marked, it is already said.
  const open = mine.filter(
    (draft) => draft.requestedAt === null && !reread.some((mark) => draft.act === 'EVALUATION' && isOf(draft, mark)),
  );
  const late = projected.filter((one) => asked(one) && leads(one.subjectId) && isOutOfDate(one));
  const idle = joined.filter((one) => isToBegin(one) && leads(one.subjectId));
  return [
    ...oldestFirst(waiting.validates ? drafts.flatMap(toValidate) : []),
    ...oldestFirst(reread.map((about) => ({ kind: 'reread', at: about.since, about }))),
    ...oldestFirst(mine.flatMap(toCorrect)),
    ...latestFirst(open.filter(({ returnedAt }) => returnedAt === null).flatMap(toComplete)),
    ...oldestFirst(late.map((about) => ({ kind: 'update', at: about.validatedAt, about }))),
    ...oldestFirst(idle.map((about) => ({ kind: 'begin', at: about.joinedAt, about }))),
    ...latestFirst(news.map((about) => ({ kind: 'news', at: about.createdAt, about }))),
  ];
}

function isAnswerable({ places }: Pick<OpenDraft, 'places'>): boolean {
  return places.some(({ closed }) => !closed);
}

/** A démarche that asks nothing yet has nothing to begin. */
function isToBegin({ state, total }: Joined): boolean {
  return state === 'TO_COMPLETE' && total > 0;
}

function toValidate(about: OpenDraft): readonly Task[] {
  return about.requestedAt === null ? [] : [{ kind: 'validate', at: about.requestedAt, about }];
}

/** Q3: whoever answered it reads the remarks; asking for the validation again ends it. */
function toCorrect(about: OpenDraft): readonly Task[] {
  return about.returnedAt === null ? [] : [{ kind: 'correct', at: about.returnedAt, about }];
}

function toComplete(about: OpenDraft): readonly Task[] {
  return about.mineAt === null ? [] : [{ kind: 'complete', at: about.mineAt, about }];
}

/** The draft that the reader saved last: where they were. */
export function lastSaved(drafts: readonly OpenDraft[]): OpenDraft | null {
  const [last] = latestFirst(drafts.filter(isAnswerable).flatMap(toComplete));
  return last?.kind === 'complete' ? last.about : null;
}

interface Placed {
  readonly subjectId: string;
  readonly questionnaire: string;
}

function isOf(one: Placed, other: Placed): boolean {
  return one.subjectId === other.subjectId && one.questionnaire === other.questionnaire;
}

function oldestFirst(list: readonly Task[]): readonly Task[] {
  return list.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function latestFirst(list: readonly Task[]): readonly Task[] {
  return list.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}
