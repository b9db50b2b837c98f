import type { Transaction } from '../database/transaction.ts';
import type { ValidatedResponse } from '../domain/answers/carried.ts';
import type { CriteriaQuestionnaire } from '../domain/referential/questionnaire.ts';
import { type Counting, countedThen, keptResult } from '../domain/results/past.ts';
import { readQuestionnaire } from '../referential/versions.ts';
import { isScored } from '../results/scored.ts';
import type { CountedResponse } from './export/history.ts';

/** Q4: each validated response, as this démarche counts it. Versions are read for those only of which it kept nothing. */
export async function countedResponses(
  transaction: Transaction,
  counting: Counting,
  responses: readonly ValidatedResponse[],
): Promise<readonly CountedResponse[]> {
  const computed = responses.filter(({ frozen }) => keptResult(frozen, counting.demarche) === null);
  const versions = await versionsOf(transaction, new Set(computed.map(({ versionId }) => versionId)));
  return responses.flatMap((response): readonly CountedResponse[] => {
    const { frozen, versionId } = response;
    const kept = keptResult(frozen, counting.demarche);
    if (kept !== null) return [{ ...kept, response }];
    const version = versions.get(versionId);
    return version === undefined ? [] : [{ ...countedThen(counting, version, frozen), response }];
  });
}

async function versionsOf(
  transaction: Transaction,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, CriteriaQuestionnaire>> {
  const versions = new Map<string, CriteriaQuestionnaire>();
  for (const id of ids) {
    const version = await readQuestionnaire(transaction, id);
    if (isScored(version)) versions.set(id, version);
  }
  return versions;
}
