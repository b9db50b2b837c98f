import {
  accessesProduct,
  effectiveRights,
  isStaff,
  type Person,
  type Right,
  type Rights,
  type Role,
} from './person.ts';
import type { Relation } from './relation.ts';

/** What a person is given: a role, rights, products. A `Person` is one: what they hold now. */
export interface Grant {
  readonly role: Role;
  readonly rights: Rights;
  readonly subjectIds: readonly string[];
}

export interface GrantAsked {
  /** Whoever gives, as they are in this very transaction. */
  readonly actor: Grant;
  readonly relation: Relation;
  /** `nothingYet` for an account being created. */
  readonly held: Grant;
  readonly wanted: Grant;
  /** The products of the company, archived ones included. */
  readonly productIds: readonly string[];
}

/** After "le droit". */
const rightNames: Readonly<Record<Right, string>> = {
  createsAccounts: 'de créer des comptes',
  validates: 'de valider des questionnaires',
  accessesStrategy: 'd’accéder à la stratégie globale',
};

export const rightKeys = ['createsAccounts', 'validates', 'accessesStrategy'] as const satisfies readonly Right[];

/** Why this may not be given; nothing when it may. Taking back is never refused to somebody above. */
export function grantProblems({ actor, relation, held, wanted, productIds }: GrantAsked): string[] {
  // A6: one's own rights and products are managed by somebody above
  if (relation === 'self') {
    return ['Vous ne pouvez pas modifier vos propres droits : adressez-vous à la personne qui gère votre compte.'];
  }
  if (relation !== 'below') return ['Vous ne gérez que les droits des utilisateurs qui vous sont rattachés.'];
  return [
    ...roleProblems(actor, wanted),
    ...rightProblems(actor, held, wanted),
    ...productProblems(actor, held, wanted, productIds),
  ];
}

function roleProblems(actor: Grant, wanted: Grant): string[] {
  if (isStaff(wanted)) return ['Ce rôle n’existe pas dans une entreprise.'];
  // A6: nobody grants what they lack
  if (wanted.role === 'RESPONSIBLE' && actor.role !== 'RESPONSIBLE') {
    return ['Seul un Responsable peut donner le rôle de Responsable.'];
  }
  return [];
}

function rightProblems(actor: Grant, held: Grant, wanted: Grant): string[] {
  const owned = effectiveRights(actor);
  return rightKeys
    .filter((right) => wanted.rights[right] && !held.rights[right] && !owned[right])
    .map((right) => `Vous ne pouvez pas donner le droit ${rightNames[right]}, que vous n’avez pas vous-même.`);
}

function productProblems(actor: Grant, held: Grant, wanted: Grant, productIds: readonly string[]): string[] {
  const added = wanted.subjectIds.filter((id) => !held.subjectIds.includes(id));
  // One sentence for both: nobody learns whether a product that they may not see exists
  const mayGive = added.every((id) => productIds.includes(id) && accessesProduct(actor, id));
  return mayGive
    ? []
    : ['Vous ne pouvez donner accès qu’aux produits de votre entreprise auxquels vous avez vous-même accès.'];
}

/** What a Contributeur holds before anybody gives them something. */
export const nothingYet: Grant = {
  role: 'CONTRIBUTOR',
  rights: { createsAccounts: false, validates: false, accessesStrategy: false },
  subjectIds: [],
};

/** The products that the actor does not see are not on their screen: leaving them out is not taking them back. */
export function withUnseenProducts(actor: Grant, held: Grant, chosen: readonly string[]): string[] {
  const unseen = held.subjectIds.filter((id) => !accessesProduct(actor, id));
  return [...new Set([...unseen, ...chosen])];
}

/** What the screen lets one tick or untick: a right held may be taken back by somebody who lacks it. */
export function mayChange(actor: Pick<Person, 'role' | 'rights'>, held: Grant, right: Right): boolean {
  return held.rights[right] || effectiveRights(actor)[right];
}

/**
 * A6: the invitation opens the account to whoever reads it. Changing its address is taking what the person holds: only
 * somebody who could have given all of it may.
 */
export function mayReadInvitation(actor: Grant, person: Grant, productIds: readonly string[]): boolean {
  return grantProblems({ actor, relation: 'below', held: nothingYet, wanted: person, productIds }).length === 0;
}
