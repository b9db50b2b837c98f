import type { ReachedSheet } from '../answers/reach.ts';
import { applicableCriteria } from '../domain/applicability/applicable.ts';
import { askedEntries } from '../domain/applicability/entries.ts';
import { requiresLevels } from '../domain/attainment.ts';
import { opensAfter } from '../domain/enrolment/closed.ts';
import { answeredIn } from '../domain/enrolment/frozen.ts';
import { type Answered, noAnswer } from '../domain/enrolment/work.ts';
import { NotFound } from '../domain/errors.ts';
import type { Demarche, Entry } from '../domain/referential/demarche.ts';
import type { CriteriaQuestionnaire, Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import type { Asker } from '../domain/results/recommendations.ts';
import { withSwitchedSections } from '../domain/sections.ts';
import { subjectWords } from '../domain/subjects/subject.ts';
import { areValidated } from '../parcours/titles.ts';

/** A démarche of the subject that asks the questionnaire. */
export interface Asking extends Asker {
  readonly title: string;
  /** “Doctrine”; its own title where several of a parcours ask the questionnaire. */
  readonly shortTitle: string;
  readonly parcours: { readonly id: string; readonly title: string };
  /** Why it does not ask it yet (G4); null when it does. */
  readonly closed: string | null;
  /** S3: it asks for the recommended level; else for levels of its own. */
  readonly byRecommended: boolean;
}

/** One questionnaire of criteria, with all that its scores are made of. */
export interface Scored {
  readonly sheet: ReachedSheet;
  readonly questionnaire: CriteriaQuestionnaire;
  readonly validated: Answered | null;
  /** As it counts: sections switched to N/A have answered for their criteria (Q5). */
  readonly draft: Answered | null;
  /** Q4: the last validated; before the first validation, the draft. */
  readonly shown: Answered;
  /** D2: this démarche first, then the others that the subject joined. */
  readonly askings: readonly Asking[];
}

export function isScored(questionnaire: Questionnaire): questionnaire is CriteriaQuestionnaire {
  return questionnaire.kind === 'maturity' || questionnaire.kind === 'compliance';
}

export function scoredOf(referential: Referential, sheet: ReachedSheet): Scored {
  const { questionnaire, demarche } = sheet;
  if (!isScored(questionnaire)) throw new NotFound('Ce questionnaire ne donne pas de résultats à comparer.');
  const joined = sheet.joined.filter((id) => id !== demarche.id);
  const askings = withShortTitles(
    referential,
    [demarche.id, ...joined].flatMap((id) => {
      const one = referential.demarches.find((found) => found.id === id);
      return one === undefined ? [] : askingOf(referential, one, sheet);
    }),
  );
  const every = askings.flatMap(({ criteria }) => criteria);
  const draft = sheet.draft === null ? null : withSwitchedSections(every, sheet.answered);
  const validated = sheet.validated === null ? null : answeredIn(sheet.validated.frozen);
  return { sheet, questionnaire, validated, draft, shown: validated ?? draft ?? noAnswer, askings };
}

function withShortTitles({ parcours }: Referential, askings: readonly Omit<Asking, 'shortTitle'>[]): readonly Asking[] {
  return askings.map((asking) => {
    const alone = askings.filter((one) => one.parcours.id === asking.parcours.id).length === 1;
    const short = alone ? parcours.find(({ id }) => id === asking.parcours.id)?.shortTitle : undefined;
    return { ...asking, shortTitle: short ?? asking.title };
  });
}

function askingOf(
  referential: Referential,
  demarche: Demarche,
  sheet: ReachedSheet,
): readonly Omit<Asking, 'shortTitle'>[] {
  const { subject, profile, evaluated, questionnaire } = sheet;
  const entries = askedEntries(demarche, subjectWords[subject.kind], profile);
  const entry = entries.find((one) => one.questionnaire === questionnaire.id);
  const scope = referential.scope(demarche.id, questionnaire.id);
  if (entry === undefined || scope === null) return [];
  const items = entries.map((one) => ({ questionnaire: one.questionnaire, act: 'EVALUATION' as const }));
  const item = { questionnaire: questionnaire.id, act: 'EVALUATION' as const };
  const after = opensAfter(demarche, item, items, new Set(evaluated));
  const parcours = referential.parcours.find(({ id }) => id === demarche.parcours);
  return [
    {
      demarche: demarche.id,
      title: demarche.title,
      parcours: { id: demarche.parcours, title: parcours?.title ?? '' },
      criteria: applicableCriteria(scope, profile),
      closed: after.length === 0 ? null : `S’ouvre quand ${areValidated(demarche, after, referential)}.`,
      byRecommended: asksRecommended(entry),
    },
  ];
}

export function asksRecommended({ requirements }: Entry): boolean {
  return Object.values(requirements).some(({ accepted }) => accepted === 'recommended');
}

/**
 * Q8: the démarche whose minimum is compared with: this one; where it asks for the recommended level, the first other that has levels of
 * its own. Null where none has.
 */
export function requiringOf({ askings }: Pick<Scored, 'askings'>): Asking | null {
  return askings.find(({ byRecommended, criteria }) => !byRecommended && requiresLevels(criteria)) ?? null;
}
