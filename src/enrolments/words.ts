import { formatDate } from '../domain/french/dates.ts';
import { formatList } from '../domain/french/list.ts';
import { counted, plural } from '../domain/french/plural.ts';
import { demarchesAsking } from '../domain/library.ts';
import type { Projected } from '../domain/projection/out-of-date.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { citedSubject, type SubjectKind, type SubjectName } from '../domain/subjects/subject.ts';
import { titleIn } from '../parcours/titles.ts';
import type { KeptItem, ToReread, Validation } from './store.ts';

export const actWords: Readonly<Record<KeptItem['act'], string>> = {
  EVALUATION: 'Évaluation',
  PROJECTION: 'Projection',
};

/** “Careoptim – v0.1 – 883 : Évaluation et projection socles”, as the guide titles a subject's page. */
export function enrolmentTitle(subject: SubjectName & { readonly kind: SubjectKind }, demarche: Demarche): string {
  const who = subject.kind === 'STRATEGY' ? 'Stratégie globale' : citedSubject(subject);
  return `${who}\u00a0: ${demarche.title}`;
}

/** What a démarche calls a questionnaire, with the year that the public knows it by. */
export function questionnaireTitle(referential: Referential, demarche: Demarche, id: string): string {
  return [titleIn(demarche, id, referential), referential.questionnaires.get(id)?.edition ?? '']
    .filter(Boolean)
    .join(' ');
}

const things = {
  maturity: ['critère renseigné', 'critères renseignés'],
  compliance: ['critère renseigné', 'critères renseignés'],
  deposit: ['document déposé', 'documents déposés'],
  form: ['question renseignée', 'questions renseignées'],
  projection: ['critère planifié', 'critères planifiés'],
} as const;

/** “7/7 critères renseignés” */
export function countWords(
  { questionnaires }: Referential,
  { questionnaire, act, state, done, total }: Pick<KeptItem, 'questionnaire' | 'act' | 'state' | 'done' | 'total'>,
): string {
  const [one, many] =
    things[act === 'PROJECTION' ? 'projection' : (questionnaires.get(questionnaire)?.kind ?? 'maturity')];
  // Nothing below what is recommended, nothing that applies: there is nothing to count.
  if (total === 0) return act === 'PROJECTION' ? nothingToPlan(state) : 'Rien ne s’applique à cet objet';
  return `${done}/${total} ${plural(total, one, many)}`;
}

/** J3: with nothing to plan, a projection is validated all the same. */
function nothingToPlan(state: KeptItem['state']): string {
  return state === 'DONE' ? 'Aucun critère à planifier' : 'Rien à planifier\u00a0: il reste à valider';
}

/** S2, J4: of what was validated; empty where there is nothing to say. */
export function attainedWords({ act, attained, shortfalls }: KeptItem): string {
  if (attained === null) return '';
  if (act === 'PROJECTION')
    return attained
      ? 'Niveaux recommandés atteints à terme'
      : `Non atteint · ${counted(shortfalls, 'critère', 'critères')} sans échéance`;
  return attained ? 'Atteint' : `Non atteint · ${counted(shortfalls, 'critère', 'critères')} à relever`;
}

export function validatedWords({ validatedAt, validatedBy }: Validation): string {
  return `Validé le ${formatDate(validatedAt)} par ${validatedBy}`;
}

/** J5: why a projection is to be brought up to date. */
export function revalidatedWords({ validatedAt, validatedBy }: Pick<Projected, 'validatedAt' | 'validatedBy'>): string {
  return `L’évaluation a été validée de nouveau le ${formatDate(validatedAt)} par ${validatedBy}.`;
}

/** D3: “S’ouvre quand l’évaluation Sécurité est validée.”; G4: what else is waited for. */
export function closedWords(act: KeptItem['act'], titles: readonly string[]): string {
  return act === 'PROJECTION'
    ? `S’ouvre quand l’évaluation ${formatList(titles)} est validée.`
    : `S’ouvre quand ${formatList(titles)} ${plural(titles.length, 'est validé', 'sont validés')}.`;
}

/** P5: why a questionnaire must be read again. */
export function rereadWords({ since, changedBy, appeared, vanished }: ToReread): string {
  const changes = [change(appeared, 'apparaît', 'apparaissent'), change(vanished, 'disparaît', 'disparaissent')];
  return `La qualification a été modifiée le ${formatDate(since)} par ${changedBy}\u00a0: ${formatList(changes.filter(Boolean))}.`;
}

function change(codes: readonly string[], one: string, many: string): string {
  if (codes.length === 0) return '';
  return `${counted(codes.length, 'critère', 'critères')} ${plural(codes.length, one, many)} (${codes.join(', ')})`;
}

/** D2: the parcours of the other démarches that ask a questionnaire; this one's too, when several share it there. */
export function sharedWith(referential: Referential, demarche: Demarche, questionnaire: string): readonly Demarche[] {
  return demarchesAsking(referential, questionnaire)
    .map((asking) => asking.demarche)
    .filter((one) => one !== demarche);
}

/** D2: on the card of a shared questionnaire. */
export function sharedLabel(demarche: Demarche, others: readonly Demarche[]): string {
  if (others.length === 0) return '';
  return others.some(({ parcours }) => parcours !== demarche.parcours)
    ? 'Ce questionnaire est commun à plusieurs parcours'
    : 'Ce questionnaire est commun à plusieurs démarches';
}
