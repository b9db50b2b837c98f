import { buffer } from 'node:stream/consumers';
import { placeOf, sheetTrail } from '../../answers/head.ts';
import { mustBeAnswerable, type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import type { Deps } from '../../deps.ts';
import { Invalid, NotFound } from '../../domain/errors.ts';
import { TooMany } from '../../web/errors.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { discard } from '../../web/uploads.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { UnreadableBook } from '../import/archive.ts';
import { proposalsOf } from '../import/proposals.ts';
import { type Reading, readAnswers } from '../import/read.ts';
import { readApart } from '../import/reader.ts';
import { openTurns } from '../import/turns.ts';
import { importModel, previewModel } from '../models.ts';
import { BOOK_LIMIT, bookField } from '../schemas.ts';

/** A workbook that was filled in off line: read, then shown as what it would change. Nothing is saved here, and the file is not kept. */
export function importActions({ prisma, referential, storage, render }: Deps) {
  const turns = openTurns({ most: 2, patienceMs: 10_000 });

  const reach = async (visit: SignedVisit): Promise<ReachedSheet> => {
    const sheet = await reachSheet(prisma, referential, visit);
    if (sheet.scope === null) throw new NotFound('Ce questionnaire ne se remplit pas hors ligne.');
    mustBeAnswerable(sheet);
    return sheet;
  };

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const sheet = await reach(visit);
    const title = `Importer un classeur\u00a0: ${sheet.title}`;
    const model = importModel(sheet, BOOK_LIMIT, refused?.errors ?? []);
    render(visit, 'workbooks/import', { title, breadcrumb: trailOf(sheet), refused }, model);
  };

  /** Before the file is read: whoever may not answer sends nothing. */
  const opens = async (visit: SignedVisit): Promise<boolean> => {
    await reach(visit);
    return true;
  };

  const preview = async (visit: SignedVisit): Promise<void> => {
    const sheet = await reach(visit);
    const { filled, vanished } = await read(visit, sheet);
    const title = `Ce que ce classeur changera\u00a0: ${sheet.title}`;
    render(
      visit,
      'workbooks/preview',
      { title, breadcrumb: trailOf(sheet) },
      previewModel(sheet, proposalsOf(filled, sheet), vanished),
    );
  };

  const read = async (visit: SignedVisit, sheet: ReachedSheet): Promise<Reading> => {
    const file = visit.req.received?.get(bookField.name)?.[0];
    if (file?.ok !== true) throw new Error('No workbook was received');
    try {
      const read = await turns.take(async () => ({
        grid: await readApart(await buffer(await storage.read(file.key))),
      }));
      if (read === null) throw new TooMany(crowded, new Date(visit.now.getTime() + MINUTE));
      const reading = readAnswers(read.grid, sheet);
      if (reading.problems.length > 0) throw wrong(reading.problems);
      return reading;
    } catch (failure) {
      throw failure instanceof UnreadableBook ? wrong([failure.message]) : failure;
    } finally {
      await discard(storage, visit.req.received);
    }
  };

  return { show, opens, preview };
}

const MINUTE = 60_000;
const crowded = 'Beaucoup de classeurs sont lus en ce moment\u00a0: importez de nouveau le vôtre dans une minute.';

/** More than this is read one by one by nobody. */
const SHOWN = 30;

function wrong(problems: readonly string[]): Invalid {
  const rest = problems.length - SHOWN;
  const shown = rest > 0 ? [...problems.slice(0, SHOWN), `… et ${rest} autres cellules.`] : problems;
  return new Invalid(shown.map((message) => ({ field: bookField.name, message })));
}

function trailOf(sheet: ReachedSheet) {
  return [...sheetTrail(sheet), { label: sheet.title, href: paths.answer(placeOf(sheet)) }];
}
