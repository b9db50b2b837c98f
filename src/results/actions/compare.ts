import { placeOf, sheetHead, sheetTrail } from '../../answers/head.ts';
import { reachSheet } from '../../answers/reach.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { answeredIn } from '../../domain/enrolment/frozen.ts';
import { type Answered, noAnswer } from '../../domain/enrolment/work.ts';
import { NotFound } from '../../domain/errors.ts';
import { formatDate } from '../../domain/french/dates.ts';
import { paths } from '../../web/paths.ts';
import { queryText, type SignedVisit } from '../../web/visit.ts';
import { axesBetween, changesBetween, summaryOf } from '../compared.ts';
import { responseName } from '../history.ts';
import type { CompareModel } from '../models.ts';
import { type Scored, scoredOf } from '../scored.ts';
import { historyOf, type PastLine, pastResponses } from '../store.ts';

/** The draft, in the address. */
const DRAFT = 'brouillon';

/** Q4: any two responses, the draft included. */
export function compareResponses({ prisma, referential, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const scored = scoredOf(referential, sheet);
    const lines = await historyOf(prisma, sheet.subject.id, sheet.questionnaire.id);
    const place = placeOf(sheet);
    const title = `Comparer deux réponses\u00a0: ${sheet.title}`;
    const choices = choicesOf(scored, lines);
    const chosen = chosenIn(visit, choices);
    const [before, after] = await bothOf(prisma, scored, chosen);
    const two = { questionnaire: scored.questionnaire, criteria: sheet.criteria, before, after };
    const nameOf = (value: string): string => choices.find((one) => one.value === value)?.label ?? '';
    render(
      visit,
      'results/compare',
      {
        title,
        breadcrumb: [...sheetTrail(sheet), { label: `Résultats\u00a0: ${sheet.title}`, href: paths.results(place) }],
      },
      {
        head: sheetHead(sheet, { title, current: 'results', actions: [] }),
        choice: choices.length < 2 ? null : { action: paths.compareResponses(place), ...chosen, choices },
        words: choices.length < 2 ? '' : summaryOf(two),
        beforeName: nameOf(chosen.before),
        afterName: nameOf(chosen.after),
        axes: axesBetween(two),
        changes: changesBetween(two),
      },
    );
  };
}

type Choices = NonNullable<CompareModel['choice']>['choices'];
type Chosen = Pick<NonNullable<CompareModel['choice']>, 'before' | 'after'>;

/** The latest first. */
function choicesOf({ draft }: Scored, lines: readonly PastLine[]): Choices {
  const past = lines.map(({ number, validatedAt }) => ({
    value: String(number),
    label: `${responseName(number)}, ${formatDate(validatedAt)}`,
  }));
  return draft === null ? past : [{ value: DRAFT, label: 'Brouillon' }, ...past];
}

/** Unless the address says otherwise, the latest against the one before. */
function chosenIn({ req }: SignedVisit, choices: Choices): Chosen {
  const [latest, former] = choices;
  const chosen = {
    before: queryText(req, 'de') || (former?.value ?? ''),
    after: queryText(req, 'a') || (latest?.value ?? ''),
  };
  const known = new Set(choices.map(({ value }) => value));
  const asked = Object.values(chosen).filter((value) => value !== '');
  if (asked.some((value) => !known.has(value))) throw new NotFound('Aucune réponse ne porte ce numéro.');
  return chosen;
}

async function bothOf(
  transaction: Transaction,
  { sheet, draft }: Scored,
  { before, after }: Chosen,
): Promise<readonly [Answered, Answered]> {
  const numbers = [before, after].filter((value) => value !== '' && value !== DRAFT).map(Number);
  const past = await pastResponses(transaction, sheet.subject.id, sheet.questionnaire.id, numbers);
  const answeredOf = (value: string): Answered => {
    if (value === DRAFT) return draft ?? noAnswer;
    const response = past.find(({ number }) => String(number) === value);
    return response === undefined ? noAnswer : answeredIn(response.frozen);
  };
  return [answeredOf(before), answeredOf(after)];
}
