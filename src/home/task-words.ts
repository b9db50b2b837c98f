import { formatList } from '../domain/french/list.ts';
import { counted, plural } from '../domain/french/plural.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import { citedSubject } from '../domain/subjects/subject.ts';
import type { Task } from '../domain/todo/tasks.ts';
import { countWords, questionnaireTitle } from '../enrolments/words.ts';
import { toUpdate } from '../subjects/words.ts';
import { address, type MeterProps } from '../web/components.ts';
import type { TaskModel } from './models.ts';
import { demarcheOf, draftHref, placeHref } from './places.ts';
import type { Node } from './store/nodes.ts';
import { draftPlace, type Telling } from './telling.ts';

type About<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>['about'];

/** What is said of a task, besides when. */
export type Words = Omit<TaskModel, 'when' | 'meter' | 'pressing' | 'reads'> & { readonly meter?: MeterProps };

export function wordsOf(telling: Telling, task: Exclude<Task, { kind: 'news' }>, node: Node): Words | null {
  switch (task.kind) {
    case 'validate':
      return validateWords(telling, task.about, node);
    case 'correct':
      return correctWords(telling, task.about, node);
    case 'complete':
      return completeWords(telling, task.about, node);
    case 'reread':
      return rereadWords(telling, task.about, node);
    case 'update':
      return updateWords(telling, task.about, node);
    case 'begin':
      return beginWords(telling, task.about, node);
  }
}

function validateWords(telling: Telling, about: About<'validate'>, node: Node): Words | null {
  const found = draftPlace(telling, about);
  if (found === null) return null;
  const { demarche, place } = found;
  return {
    state: { kind: 'doing', label: 'À valider' },
    what: `Relire et valider ${named(telling, demarche, about)}`,
    where: `${citedSubject(node)} · ${countWords(telling.referential, { ...about, ...place })}`,
    who: about.requestedBy,
    // What changed since the last validation, first
    act: { label: 'Relire', href: address(draftHref(demarche, node, about), changedFirst(about)) },
  };
}

function changedFirst({ act }: About<'validate'>): Readonly<Record<string, string>> {
  return act === 'PROJECTION' ? {} : { filtre: 'modifies' };
}

function correctWords(telling: Telling, about: About<'correct'>, node: Node): Words | null {
  const found = draftPlace(telling, about);
  if (found === null) return null;
  return {
    state: { kind: 'warn', label: 'À corriger' },
    what: `Revoir ${named(telling, found.demarche, about)}\u00a0: renvoyé avec des remarques`,
    where: citedSubject(node),
    who: about.returnedBy,
    act: { label: 'Lire les remarques', href: draftHref(found.demarche, node, about) },
  };
}

function completeWords(telling: Telling, about: About<'complete'>, node: Node): Words | null {
  const found = draftPlace(telling, about);
  if (found === null) return null;
  const { demarche, place } = found;
  const left = place.total - place.done;
  const name = named(telling, demarche, about);
  const last = telling.me.rights.validates ? `Valider ${name}` : `Demander la validation de ${name}`;
  return {
    state: { kind: 'todo', label: 'À compléter' },
    what: left > 0 ? `Terminer ${name}\u00a0: ${leftWords(telling, about, left)}` : last,
    where: citedSubject(node),
    meter: { value: place.done, max: place.total, label: countWords(telling.referential, { ...about, ...place }) },
    who: telling.me.name,
    act: { label: 'Reprendre', href: draftHref(demarche, node, about) },
  };
}

const remaining = {
  maturity: ['critère restant', 'critères restants'],
  compliance: ['exigence restante', 'exigences restantes'],
  deposit: ['document restant', 'documents restants'],
  form: ['question restante', 'questions restantes'],
} as const;

/** “12 critères restants” */
function leftWords({ referential }: Telling, { questionnaire }: About<'complete'>, left: number): string {
  const [one, many] = remaining[referential.questionnaires.get(questionnaire)?.kind ?? 'maturity'];
  return counted(left, one, many);
}

function rereadWords({ referential }: Telling, about: About<'reread'>, node: Node): Words | null {
  const demarche = demarcheOf(referential, node, about.questionnaire);
  if (demarche === null) return null;
  const changes = [
    moved(about.appeared, 'critère est apparu', 'critères sont apparus'),
    moved(about.vanished, 'critère a disparu', 'critères ont disparu'),
  ];
  return {
    state: { kind: 'warn', label: 'À relire' },
    what: `Relire «\u00a0${questionnaireTitle(referential, demarche, about.questionnaire)}\u00a0»\u00a0: ${formatList(changes.filter(Boolean))}`,
    where: `${citedSubject(node)} · la qualification a changé`,
    who: about.changedBy,
    act: { label: 'Voir ce qui change', href: draftHref(demarche, node, { ...about, act: 'EVALUATION' }) },
  };
}

function updateWords({ referential }: Telling, about: About<'update'>, node: Node): Words | null {
  const demarche = demarcheOf(referential, node, about.questionnaire);
  if (demarche === null) return null;
  return {
    state: toUpdate,
    what: `Mettre à jour la projection «\u00a0${questionnaireTitle(referential, demarche, about.questionnaire)}\u00a0»`,
    where: `${citedSubject(node)} · l’évaluation a été validée de nouveau`,
    who: about.validatedBy,
    act: { label: 'Mettre à jour', href: placeHref(demarche, node) },
  };
}

function beginWords({ referential }: Telling, about: About<'begin'>, node: Node): Words | null {
  const demarche = referential.demarches.find(({ id }) => id === about.demarche);
  if (demarche === undefined) return null;
  const parcours = referential.parcours.find(({ id }) => id === demarche.parcours);
  return {
    state: { kind: 'todo', label: 'À commencer' },
    what: `Commencer «\u00a0${demarche.title}\u00a0»`,
    where: [citedSubject(node), parcours?.title].filter(Boolean).join(' · '),
    who: about.joinedBy,
    act: { label: 'Démarrer', href: placeHref(demarche, node) },
  };
}

/** « Sécurité », « Projection Sécurité » */
function named({ referential }: Telling, demarche: Demarche, { questionnaire, act }: About<'complete'>): string {
  const title = questionnaireTitle(referential, demarche, questionnaire);
  return `«\u00a0${act === 'PROJECTION' ? `Projection ${title}` : title}\u00a0»`;
}

function moved(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count}\u00a0${plural(count, one, many)}`;
}
