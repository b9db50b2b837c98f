import { placeOf, sheetHead, sheetTrail } from '../../answers/head.ts';
import { type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../domain/errors.ts';
import { formatDateTime } from '../../domain/french/dates.ts';
import type { CriteriaQuestionnaire } from '../../domain/referential/questionnaire.ts';
import { readQuestionnaire } from '../../referential/versions.ts';
import type { AlertProps } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { responseName, responseNumber } from '../history.ts';
import { complianceLevels, maturityLevels } from '../levels.ts';
import { type Past, pastOf } from '../past.ts';
import { pastChart, pastOutcomes, pastSections } from '../past-models.ts';
import { isScored } from '../scored.ts';
import { type PastResponse, pastResponses } from '../store.ts';

/** Q4: one validated response, as it was frozen, in the words of that day. */
export function showPastResponse({ prisma, referential, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const number = responseNumber(visit);
    const numbers = number === null ? [] : [number];
    const [response] = await pastResponses(prisma, sheet.subject.id, sheet.questionnaire.id, numbers);
    if (response === undefined) throw new NotFound('Aucune réponse validée ne porte ce numéro.');
    const past = pastOf(referential, sheet, response, await answeredVersion(prisma, sheet, response));
    const title = `${responseName(response.number)}\u00a0: ${sheet.title}`;
    const place = placeOf(sheet);
    const download = paths.downloadPastResponse({ ...place, number: response.number });
    render(
      visit,
      'results/past',
      {
        title,
        breadcrumb: [...sheetTrail(sheet), { label: `Résultats\u00a0: ${sheet.title}`, href: paths.results(place) }],
      },
      {
        head: sheetHead(sheet, {
          title,
          current: 'results',
          actions: [{ label: 'Télécharger (Excel)', icon: 'fr-icon-download-line', href: download }],
        }),
        alerts: alertsOf(past, response),
        basis: `Validée le ${formatDateTime(response.validatedAt)} par ${response.validatedBy}. Elle ne change plus.`,
        outcomes: pastOutcomes(past, referential),
        chart: pastChart(past, title),
        levels: levelsOf(past),
        sections: pastSections(past),
      },
    );
  };
}

async function answeredVersion(
  transaction: Transaction,
  { questionnaire }: ReachedSheet,
  { runs, versionId }: PastResponse,
): Promise<CriteriaQuestionnaire> {
  const version = runs ? questionnaire : await readQuestionnaire(transaction, versionId);
  if (!isScored(version)) throw new NotFound('Ce questionnaire ne donne pas de résultats.');
  return version;
}

function alertsOf({ counted: { kept } }: Past, { runs }: PastResponse): readonly AlertProps[] {
  const alerts: AlertProps[] = [];
  if (!runs) {
    alerts.push({
      kind: 'info',
      title: 'Une version antérieure du questionnaire',
      text: 'Les critères sont ceux de la version qui a été répondue\u00a0: le questionnaire a changé depuis.',
    });
  }
  if (!kept) {
    alerts.push({
      kind: 'info',
      title: 'Résultats calculés aujourd’hui',
      text: 'Les résultats de cette démarche n’ont pas été conservés le jour de la validation\u00a0: ils sont calculés d’après ce qui a été répondu et ce que la démarche demande aujourd’hui.',
    });
  }
  return alerts;
}

function levelsOf({ questionnaire, counted: { criteria }, answered: { answers }, response }: Past) {
  return questionnaire.kind === 'compliance'
    ? complianceLevels(criteria, answers)
    : maturityLevels(criteria, [{ label: responseName(response.number), answers }]);
}
