import { sheetTrail } from '../../answers/head.ts';
import { type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import type { Deps } from '../../deps.ts';
import type { FieldError } from '../../domain/errors.ts';
import { typed as asTyped } from '../../web/typed.ts';
import { queryText, type SignedVisit } from '../../web/visit.ts';
import type { OtherKinds } from '../other-kinds.ts';
import { filterNamed } from '../page/filters.ts';
import { answerModel, answerTitle } from '../page/page.ts';
import { openPrepared } from '../page/prepared.ts';
import { type Back, nothingBack } from '../page/shown.ts';

/** What the page is shown again with. */
export interface Again extends Partial<Back> {
  readonly status: number;
  readonly errors: readonly FieldError[];
  /** What is said over the errors, where it is not “n informations sont à corriger”. */
  readonly summary?: { readonly title: string; readonly text: string };
}

export type ShowAnswers = (visit: SignedVisit, sheet?: ReachedSheet, again?: Again) => Promise<void>;

/** The questionnaire to answer, by its kind. */
export function showAnswers(deps: Deps, others: OtherKinds): ShowAnswers {
  const { prisma, referential, render, template, assets } = deps;
  const kit = { prepare: openPrepared(template), files: assets, questions: referential.questions };
  return async (visit, reached, again) => {
    const sheet = reached ?? (await reachSheet(prisma, referential, visit));
    const { questionnaire } = sheet;
    const { kind } = questionnaire;
    if (kind === 'form' || kind === 'deposit') {
      const refused = again && { status: again.status, errors: again.errors, typed: asTyped(visit.req.body ?? {}) };
      return others[kind].show(visit, refused);
    }
    const named = filterNamed(queryText(visit.req, 'filtre'), kind);
    // Q3: whoever reads it over before the first validation reads all of it.
    const filter = named === 'changed' && sheet.validated === null ? null : named;
    const back = { ...nothingBack, ...again };
    render(
      visit,
      'questionnaires/answer',
      {
        title: answerTitle(sheet),
        breadcrumb: sheetTrail(sheet),
        refused: again && { status: again.status, errors: again.errors, typed: asTyped({}) },
        summary: again?.summary ?? null,
      },
      answerModel(kit, sheet, visit, { filter, back }),
    );
  };
}
