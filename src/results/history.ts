import { changedSinceValidation } from '../answers/changed.ts';
import { placeOf } from '../answers/head.ts';
import { completionOf, type ReachedSheet } from '../answers/reach.ts';
import { formatDate, formatDateTime } from '../domain/french/dates.ts';
import { counted } from '../domain/french/plural.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';
import type { HistoryModel } from './models.ts';
import type { PastLine } from './store.ts';

/** Q4: the draft, then the validated responses, the latest first. */
export function historyModel(
  sheet: ReachedSheet,
  lines: readonly PastLine[],
  { actor }: Pick<SignedVisit, 'actor'>,
): readonly HistoryModel[] {
  const place = placeOf(sheet);
  const past = lines.map(
    ({ number, validatedAt, validatedBy, answered }, index): HistoryModel => ({
      kind: index === 0 ? 'now' : 'past',
      title: responseName(number),
      date: formatDate(validatedAt),
      note: `${validatedBy} · ${answered}/${answered}`,
      links: [
        { label: 'Voir', href: paths.pastResponse({ ...place, number }) },
        { label: 'Excel', href: paths.downloadPastResponse({ ...place, number }) },
      ],
    }),
  );
  const draft = draftLine(sheet, actor.id);
  return draft === null ? past : [draft, ...past];
}

export function responseName(number: number): string {
  return `Réponse n°\u00a0${number}`;
}

/** The one that the address names; the most that a number of the database holds has nine digits, and some. */
export function responseNumber({ req }: Pick<SignedVisit, 'req'>): number | null {
  const { number } = req.params;
  return typeof number === 'string' && /^[1-9]\d{0,8}$/.test(number) ? Number(number) : null;
}

function draftLine(sheet: ReachedSheet, actorId: string): HistoryModel | null {
  const written = draftWritten(sheet, actorId);
  if (written === null) return null;
  const { done, total } = completionOf(sheet);
  const changed = changedSinceValidation(sheet).length;
  return {
    kind: 'draft',
    title: 'Brouillon',
    date: formatDateTime(written.at),
    note: `${written.by === 'vous' ? 'Vous' : written.by} · ${done}/${total}${sheet.validated === null ? '' : ` · ${counted(changed, 'réponse changée', 'réponses changées')}`}`,
    links: [{ label: 'Éditer', href: paths.answer(placeOf(sheet)) }],
  };
}

/** When the draft was last written into, and by whom: its last answer, else whoever started it. */
export function draftWritten(
  { draft }: Pick<ReachedSheet, 'draft'>,
  actorId: string,
): { readonly at: Date; readonly by: string } | null {
  if (draft === null) return null;
  const [last] = draft.answers
    .filter(({ revision }) => revision > 0)
    .toSorted((a, b) => b.answeredAt.getTime() - a.answeredAt.getTime());
  if (last === undefined) return { at: draft.startedAt, by: draft.startedBy };
  return { at: last.answeredAt, by: last.answeredById === actorId ? 'vous' : last.answeredBy };
}
