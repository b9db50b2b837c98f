import { fullName, type Person } from '../domain/accounts/person.ts';
import { relationTo } from '../domain/accounts/relation.ts';
import { canOn } from '../domain/subjects/rights.ts';
import type { Subject, SubjectKind } from '../domain/subjects/subject.ts';
import type { ReachedSubject } from '../subjects/reach.ts';
import { paths } from '../web/paths.ts';
import { roleLabels } from '../web/render.ts';
import type { SheetModel } from './models.ts';

/** A5: who accesses it; whoever manages their rights goes to them from here (A6). */
export function peopleOf({ subject, actor, people }: ReachedSubject): SheetModel['people'] {
  return people
    .filter((person) => canOn(person, 'see', subject))
    .map((person) => ({
      name: fullName(person),
      href: relationTo(actor, person, people) === 'below' ? paths.user({ login: person.login }) : null,
      note: noteOf(person, subject, actor.id),
    }));
}

function noteOf({ id, role }: Person, { kind, responsibleId }: Subject, actorId: string): string {
  return [id === actorId ? 'Vous' : '', id === responsibleId ? leads[kind] : '', roleLabels[role]]
    .filter(Boolean)
    .join(' · ');
}

const leads: Readonly<Record<SubjectKind, string>> = {
  PRODUCT: 'Responsable du produit',
  STRATEGY: 'Responsable de la stratégie globale',
};
