import { rightsInLine, subjectName } from '../accounts/words.ts';
import type { DetailOf } from '../audit/words.ts';
import type { Subject } from '../database/generated/client.ts';
import type { Grant } from '../domain/accounts/grants.ts';
import { formatList } from '../domain/french/list.ts';
import { roleLabels } from '../web/render.ts';
import type { Profile } from './store.ts';

/** What changed, before and after, in words: for the trail, for the person, and for whoever was changing it at the same time. */
export type Changes<Label extends string = string> = Readonly<Partial<Record<Label, string>>>;
type OfProfile = DetailOf<'user.profileChanged'>;
type OfGrant = DetailOf<'user.rightsChanged'>;

export const PRODUCTS = 'Produits';

export function profileChanges(before: Profile, after: Profile): Changes<OfProfile> {
  return changed<OfProfile>([
    ['Prénom', before.firstName, after.firstName],
    ['Nom', before.lastName, after.lastName],
    ['Fonction', before.position, after.position],
    // A7: what is erased with the account is not kept in the trail
    ['Téléphone', ...masked(before.phone, after.phone)],
    ['Adresse électronique', ...masked(before.email, after.email)],
  ]);
}

export function grantChanges(
  before: Grant,
  after: Grant,
  subjects: readonly Pick<Subject, 'id' | 'kind' | 'name' | 'reference'>[],
): Changes<OfGrant> {
  const names = (of: Grant, butNot: Grant): string[] =>
    subjects.filter(({ id }) => of.subjectIds.includes(id) && !butNot.subjectIds.includes(id)).map(subjectName);
  const products = [...moved(names(after, before), 'ajouté'), ...moved(names(before, after), 'retiré')].join(', ');
  return {
    ...changed<OfGrant>([
      ['Rôle', roleLabels[before.role], roleLabels[after.role]],
      ['Droits', rightsInLine(before) || 'aucun', rightsInLine(after) || 'aucun'],
    ]),
    ...(products === '' ? {} : { [PRODUCTS]: products }),
  };
}

export function inSentences(changes: Changes): string {
  return Object.entries(changes)
    .map(([what, how]) => `${what}\u00a0: ${how}`)
    .join('. ');
}

function changed<Label extends string>(
  fields: readonly (readonly [label: Label, before: string, after: string])[],
): Changes<Label> {
  const changes: Partial<Record<Label, string>> = {};
  for (const [label, before, after] of fields) if (before !== after) changes[label] = `${before} → ${after}`;
  return changes;
}

function masked(before: string, after: string): [string, string] {
  return before === after ? ['', ''] : ['ancien', 'nouveau'];
}

function moved(names: readonly string[], verb: string): string[] {
  return names.length === 0 ? [] : [`${formatList(names)} ${verb}${names.length > 1 ? 's' : ''}`];
}
