import type { Condition } from '../domain/condition/condition.ts';
import { indexQuestions, type Questions } from '../domain/profile/questions.ts';
import type { Demarche, Entry } from '../domain/referential/demarche.ts';
import type { Form } from '../domain/referential/form.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { ConditionCheck } from './checks/condition-check.ts';
import type { Collection, Written } from './collect.ts';
import { requirementsOf } from './requirements.ts';
import type { DemarcheFile, EntryFile } from './schemas/demarche.ts';
import { inside, type Mistake, mistakeAt, type Path, type Place } from './source.ts';

interface Known {
  readonly parcours: ReadonlySet<string>;
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
  readonly forms: readonly Form[];
  readonly check: ConditionCheck;
  readonly unreadable: ReadonlySet<string>;
}

/** Groups of criteria become one requirement a criterion; every name that a démarche cites must exist. */
export function resolveDemarches(collection: Collection, known: Known, mistakes: Mistake[]): readonly Demarche[] {
  return collection.demarches.map((written) => resolveDemarche(written, known, mistakes));
}

function resolveDemarche(written: Written<DemarcheFile>, known: Known, mistakes: Mistake[]): Demarche {
  checkCitations(written, known, mistakes);
  const { value, place } = written;
  const { questionnaires, examples: _, ...rest } = value;
  const entries = questionnaires.map((entry, index) => {
    const answered = indexQuestions(known.forms.filter((form) => isAnswered(form, value, entry)));
    return resolveEntry(entry, inside(place, 'questionnaires', index), known, answered, mistakes);
  });
  return { ...rest, entries };
}

/** The parcours, the forms of the stages, and the questionnaires that are cited by another line of the démarche. */
function checkCitations({ value, place }: Written<DemarcheFile>, known: Known, mistakes: Mistake[]): void {
  const wrong = (at: Path, reason: string) => mistakes.push(mistakeAt(inside(place, ...at), reason));
  const asked = value.questionnaires.map(({ questionnaire }) => questionnaire);
  const mustBeAsked = (name: string, at: Path) => {
    if (!asked.includes(name)) wrong(at, `« ${name} » n’est pas un questionnaire de cette démarche`);
  };

  if (!known.parcours.has(value.parcours)) wrong(['parcours'], `le parcours « ${value.parcours} » n’existe pas`);
  for (const [index, stage] of value.stages.entries()) {
    if (!('form' in stage) || known.unreadable.has(stage.form)) continue;
    if (known.questionnaires.get(stage.form)?.kind === 'form') continue;
    wrong(['stages', index, 'form'], `le formulaire « ${stage.form} » n’existe pas`);
  }
  for (const [index, { questionnaire, opensAfter, subject }] of value.questionnaires.entries()) {
    const at = ['questionnaires', index] as const;
    if (asked.indexOf(questionnaire) < index) wrong(at, `« ${questionnaire} » est déjà demandé par cette démarche`);
    for (const [n, name] of opensAfter.entries()) mustBeAsked(name, [...at, 'opensAfter', n]);
    if (!value.subjects.includes(subject))
      wrong([...at, 'subject'], `cette démarche ne s’adresse pas à « ${subject} »`);
  }
  for (const [index, name] of (value.dossier?.needs ?? []).entries()) mustBeAsked(name, ['dossier', 'needs', index]);
}

/** The forms that are answered by the time the entry is: what the subject has from its creation, and what the démarche asks. */
function isAnswered(form: Form, demarche: DemarcheFile, { subject }: EntryFile): boolean {
  return (
    form.profileOf === subject ||
    demarche.questionnaires.some(({ questionnaire }) => questionnaire === form.id) ||
    demarche.stages.some((stage) => 'form' in stage && stage.form === form.id)
  );
}

function resolveEntry(entry: EntryFile, place: Place, known: Known, answered: Questions, mistakes: Mistake[]): Entry {
  const { excluded: _, requirements: groups, ...rest } = entry;
  if (known.unreadable.has(entry.questionnaire)) return { ...rest, requirements: {} };
  const questionnaire = known.questionnaires.get(entry.questionnaire);
  if (!questionnaire) {
    mistakes.push(
      mistakeAt(inside(place, 'questionnaire'), `le questionnaire « ${entry.questionnaire} » n’existe pas`),
    );
    return { ...rest, requirements: {} };
  }
  const check = (when: Condition | null, at: Place) => {
    if (when === null || !known.check.refers(when, at)) return;
    if (known.check.isAsked(when, answered, at)) known.check.decides(when, [], at);
  };
  check(entry.when, inside(place, 'when'));
  groups.forEach(({ when }, index) => {
    if (typeof when !== 'string') check(when, inside(place, 'requirements', index, 'when'));
  });
  const checkOwn = (when: Condition, at: Place) => known.check.isAsked(when, answered, at);
  return { ...rest, requirements: requirementsOf(entry, questionnaire, checkOwn, place, mistakes) };
}
