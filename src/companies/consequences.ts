import { fullName } from '../domain/accounts/person.ts';
import { atTheTop } from '../domain/accounts/tree.ts';
import { formatList } from '../domain/french/list.ts';
import { plural } from '../domain/french/plural.ts';
import type { Reached } from './reach.ts';

/** What a succession does, before it is done. */
export function consequencesOf({ people }: Reached): string[] {
  const tops = atTheTop(people);
  const names = formatList(tops.map(fullName));
  return [
    'Cette personne reçoit le rôle de Responsable et tous les droits.',
    ...(people.length === 0 ? [] : ['Tous les comptes de l’entreprise lui sont rattachés.']),
    ...(tops.length === 0
      ? []
      : [
          `${names} ${plural(tops.length, 'garde son compte et ses droits, sous le sien, et reçoit', 'gardent leurs comptes et leurs droits, sous le sien, et reçoivent')} un message. Le nouveau Responsable pourra les modifier, ou supprimer ${plural(tops.length, 'ce compte', 'ces comptes')}.`,
        ]),
  ];
}
