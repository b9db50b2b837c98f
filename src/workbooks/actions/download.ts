import { type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../domain/errors.ts';
import { isoDay } from '../../domain/french/dates.ts';
import { citedSubject } from '../../domain/subjects/subject.ts';
import { fileName } from '../../exports/names.ts';
import { sendWorkbook } from '../../exports/workbook.ts';
import { readQuestionnaire } from '../../referential/versions.ts';
import { responseNumber } from '../../results/history.ts';
import { countingOf, pastOf } from '../../results/past.ts';
import { isScored, scoredOf } from '../../results/scored.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { countedResponses } from '../counted.ts';
import { pastSheets } from '../export/past.ts';
import { answersSheets } from '../export/sheets.ts';
import { validatedResponse, validatedResponses } from '../store.ts';

/** Q9: « Télécharger (Excel) » of a questionnaire: the draft, else what was validated last; and of one past response. */
export function downloadActions({ prisma, referential }: Deps) {
  const answers = async (visit: SignedVisit): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const responses = await validatedResponses(prisma, sheet.subject.id, sheet.questionnaire.id);
    const history = await countedResponses(prisma, countingOf(referential, sheet), responses);
    const sheets = await answersSheets(referential, sheet, history, visit.now);
    await sendWorkbook(visit.res, nameOf(sheet, isoDay(visit.now)), sheets);
  };

  const past = async (visit: SignedVisit): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const number = responseNumber(visit);
    const { subject, questionnaire: asked } = sheet;
    const response = number === null ? null : await validatedResponse(prisma, subject.id, asked.id, number);
    if (response === null) throw new NotFound('Cette réponse validée est introuvable.');
    const questionnaire = await readQuestionnaire(prisma, response.versionId);
    const scored = scoredOf(referential, sheet);
    if (!isScored(questionnaire)) throw new Error(`The version ${response.versionId} has no criteria.`);
    const sheets = await pastSheets(scored, pastOf(referential, sheet, response, questionnaire), visit.now);
    const what = `réponse ${response.number} du ${isoDay(response.validatedAt)}`;
    await sendWorkbook(visit.res, nameOf(sheet, what), sheets);
  };

  return { answers, past };
}

function nameOf({ subject, title }: ReachedSheet, what: string): string {
  return fileName('Convergence', citedSubject(subject), title, what);
}
