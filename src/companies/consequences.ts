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
          `${plural(tops.length, `Le compte de ${names} passe sous le sien, avec ses droits`, `Les comptes de ${names} passent sous le sien, avec leurs droits`)}\u00a0; un message ${plural(tops.length, 'l’en', 'les en')} informe.`,
          `Le nouveau Responsable pourra modifier ces droits, ou supprimer ${plural(tops.length, 'ce compte', 'ces comptes')}.`,
        ]),
  ];
}
