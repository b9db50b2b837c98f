import { subjectName } from '../accounts/words.ts';
import type { Subject } from '../database/generated/client.ts';
import { handOverCandidates } from '../domain/accounts/hand-over.ts';
import { candidateChoices } from '../subjects/candidates.ts';
import { formModel, type Refused } from '../web/forms.ts';
import { paths } from '../web/paths.ts';
import type { HandOverField, HandOverFormModel } from './models.ts';
import type { Reached } from './reach.ts';

export function responsibleFor({ person }: Reached, subjects: readonly Subject[]): Subject[] {
  return subjects.filter(({ responsibleId }) => responsibleId === person.id);
}

/** A7: one question for each subject that the person is responsible for. `next` is where to go afterwards. */
export function handOverForm(
  reached: Reached,
  subjects: readonly Subject[],
  next: string,
  refused: Refused | undefined,
): HandOverFormModel {
  return {
    ...formModel(refused),
    action: paths.handOver({ login: reached.person.login }),
    next,
    required: next !== '',
    placeholder: next === '' ? 'Ne pas confier' : 'Choisissez une personne',
    fields: subjects.map((subject) => field(reached, subject, refused)),
  };
}

export function fieldName(reference: number | string): string {
  return `successor-${reference}`;
}

function field({ actor, person, people }: Reached, subject: Subject, refused: Refused | undefined): HandOverField {
  const candidates = handOverCandidates(actor, subject, person.id, people);
  const name = fieldName(subject.reference);
  return {
    name,
    label: subjectName(subject),
    hint:
      candidates.length === 0
        ? 'Personne ne peut s’en charger pour le moment : donnez d’abord cet accès à un autre utilisateur.'
        : '',
    value: refused?.typed.text(name) ?? '',
    choices: candidateChoices(candidates),
  };
}
