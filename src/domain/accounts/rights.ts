import type { Actor, Right, Role } from './person.ts';
import type { Relation } from './relation.ts';

/** One line of the table: every condition written must hold. */
interface Row {
  readonly roles: readonly Role[];
  readonly needs?: Right;
  /** A right over somebody: who they must be to the actor. */
  readonly over?: readonly Relation[];
}

const everyone: readonly Role[] = ['RESPONSIBLE', 'CONTRIBUTOR', 'VERIFIER', 'ADMINISTRATOR'];
const vendors: readonly Role[] = ['RESPONSIBLE', 'CONTRIBUTOR'];

/** Who may do what, once the CGU are accepted (A3). Nothing is allowed that has no line here. */
export const rightsTable = {
  // A8: own profile, password, e-mail and sessions
  'account.own': { roles: everyone },
  'notifications.read': { roles: everyone },

  // A5, A6, A7
  'people.list': { roles: vendors },
  'people.create': { roles: vendors, needs: 'createsAccounts' },
  'person.see': { roles: vendors, over: ['self', 'below'] },
  'person.editProfile': { roles: vendors, over: ['self', 'below'] },
  'person.editRights': { roles: vendors, over: ['below'] },
  'person.delete': { roles: vendors, over: ['below'] },
  'person.handOver': { roles: vendors, over: ['self', 'below'] },

  // A5, P1 to P10: which products is asked of each of them (domain/subjects/rights)
  'products.list': { roles: vendors },
  'products.create': { roles: vendors },
  'strategy.open': { roles: vendors, needs: 'accessesStrategy' },

  // A2: those who appoint the verifiers neither read the papers nor decide
  'requests.list': { roles: ['VERIFIER'] },
  'requests.examine': { roles: ['VERIFIER'] },
  'requests.decide': { roles: ['VERIFIER'] },

  // A6: nobody of the company stands above its Responsable
  'companies.manage': { roles: ['ADMINISTRATOR'] },
  'staff.manage': { roles: ['ADMINISTRATOR'] },
  'audit.read': { roles: ['ADMINISTRATOR'] },
} as const satisfies Record<string, Row>;

type Table = typeof rightsTable;

/** What one may do over somebody: asked with the relation to that person. */
export type PersonAction = { [A in keyof Table]: Table[A] extends { over: unknown } ? A : never }[keyof Table];

/** What one may do whoever it is about: what a route may ask for. */
export type Action = Exclude<keyof Table, PersonAction>;

export function can(actor: Actor, action: Action): boolean;
export function can(actor: Actor, action: PersonAction, relation: Relation): boolean;
export function can(actor: Actor, action: keyof Table, relation?: Relation): boolean {
  const row: Row = rightsTable[action];
  if (!row.roles.includes(actor.role)) return false;
  if (row.needs !== undefined && !actor.rights[row.needs]) return false;
  return row.over === undefined || (relation !== undefined && row.over.includes(relation));
}
