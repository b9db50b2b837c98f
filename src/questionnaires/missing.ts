import type { ReachedSheet } from '../answers/reach.ts';
import { pointsToSettle } from '../domain/answers/points.ts';
import type { Completion, Missing } from '../domain/completion.ts';
import type { FieldError } from '../domain/errors.ts';
import { askedQuestions } from '../domain/profile/asked.ts';
import { coveredCriteria } from '../domain/sections.ts';

type About = Pick<ReachedSheet, 'questionnaire' | 'criteria' | 'documents' | 'answered' | 'profile'>;

/** Q3: all that is missing before « Valider », in reading order: where it is, and the act that repairs it. */
export function missingErrors(sheet: About, { missing }: Completion): readonly FieldError[] {
  const titles = titlesIn(sheet);
  return pointsOf(sheet, missing).map(({ one, section }): FieldError => {
    if (section !== null) return reasonMissing(sheet, section);
    const [key, shown] = 'code' in one ? [one.code, one.code] : [one.id, `${one.number}.`];
    const name = [shown, titles.get(key)].filter(Boolean).join(' ');
    return { field: fieldOf(sheet, one), message: `${name}\u00a0: ${repair(sheet, one)}` };
  });
}

/** How many points are left before « Valider »; the page’s script counts them by the same rule. */
export function pointsLeft(sheet: Pick<About, 'criteria' | 'answered'>, { missing }: Completion): number {
  return pointsOf(sheet, missing).length;
}

function pointsOf({ criteria, answered }: Pick<About, 'criteria' | 'answered'>, missing: readonly Missing[]) {
  const covered = coveredCriteria(criteria, answered.switched);
  return pointsToSettle(
    missing.map((one) => ({ one, section: 'code' in one ? (covered.get(one.code) ?? null) : null })),
  );
}

function titlesIn({ questionnaire, criteria, documents, profile }: About): ReadonlyMap<string, string> {
  const questions = questionnaire.kind === 'form' ? askedQuestions(questionnaire, profile) : [];
  return new Map([
    ...criteria.map(({ code, criterion }) => [code, criterion.title] as const),
    ...documents.map(({ document }) => [document.code, document.title] as const),
    ...questions.map(({ id, title }) => [id, title] as const),
  ]);
}

function fieldOf({ questionnaire }: About, one: Missing): string {
  switch (one.kind) {
    case 'answer':
      return `niveau.${one.code}`;
    case 'comment':
      return `commentaire.${one.code}`;
    case 'option':
      return `option.${one.code}`;
    case 'proof':
    case 'document':
      return `preuves.${one.code}`;
    case 'question':
      return `${questionnaire.id}.${one.id}`;
  }
}

function repair({ questionnaire }: About, one: Missing): string {
  switch (one.kind) {
    case 'answer':
      return questionnaire.kind === 'maturity' ? 'choisissez un niveau.' : 'choisissez une réponse.';
    case 'comment':
      return 'dites en commentaire pourquoi cette exigence n’est pas applicable.';
    case 'option':
      return 'choisissez le produit option dont dépend ce niveau, ou décochez la case.';
    case 'proof':
      return `déposez une preuve «\u00a0${one.proof.title}\u00a0».`;
    case 'document':
      return 'déposez ce document.';
    case 'question':
      return 'répondez à cette question.';
  }
}

function reasonMissing({ criteria }: About, id: string): FieldError {
  const section = criteria.flatMap(({ sections }) => sections).find((one) => one.id === id);
  const name = [section?.code, section?.title].filter(Boolean).join(' ');
  return { field: `raison.${id}`, message: `${name}\u00a0: dites pourquoi cette section n’est pas applicable.` };
}
