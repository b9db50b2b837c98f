import { fullName } from '../domain/accounts/person.ts';
import { responsibleChoices } from '../domain/subjects/identification.ts';
import { readIdentification } from '../strategies/identification.ts';
import type { ReachedSubject } from '../subjects/reach.ts';
import { type Identity, plainly } from './identity.ts';

/** D1, P5: what identifies the strategy, and what this person may change of it. */
export function strategyIdentity({ subject, actor, people }: ReachedSubject): Identity {
  const responsibles = responsibleChoices(actor, subject, people).map(({ person }) => person);
  const byLogin = (login: string) => responsibles.find((one) => one.login === login);
  return {
    known: {
      name: subject.name,
      responsible: people.find(({ id }) => id === subject.responsibleId)?.login ?? '',
      certifications: subject.certifications,
    },

    said: (held) => {
      const responsible = byLogin(held.text('responsible'));
      return {
        name: plainly(held.text('name')),
        responsible: {
          value: held.text('responsible'),
          words: responsible === undefined ? '' : fullName(responsible),
        },
        certifications: plainly(held.text('certifications')),
      };
    },

    read: (sent) => {
      const { identified, errors } = readIdentification(sent, responsibles);
      if (identified === null) return { identified, errors };
      return { identified: { ...identified, declared: subject.declared, product: null }, errors };
    },

    fields: () => ({
      product: null,
      responsibles: responsibles.map((person) => ({ value: person.login, label: fullName(person) })),
      interests: null,
    }),
  };
}
