/** A5: a vendor's person is RESPONSIBLE or CONTRIBUTOR; the two others are the staff of the ANS and have no company. */
export type Role = 'RESPONSIBLE' | 'CONTRIBUTOR' | 'VERIFIER' | 'ADMINISTRATOR';

/** A5: what is given to a Contributeur beside the access to each product. */
export interface Rights {
  readonly createsAccounts: boolean;
  readonly validates: boolean;
  readonly accessesStrategy: boolean;
}

export type Right = keyof Rights;

export const noRights: Rights = { createsAccounts: false, validates: false, accessesStrategy: false };
export const allRights: Rights = { createsAccounts: true, validates: true, accessesStrategy: true };

export interface Person {
  readonly id: string;
  /** Null for the staff. */
  readonly companyId: string | null;
  /** A6: who created this person; null at the top of the tree. */
  readonly parentId: string | null;
  readonly role: Role;
  readonly login: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly position: string;
  readonly phone: string;
  /** As given: what the person may really do is `effectiveRights`. */
  readonly rights: Rights;
  /** The products given, as they are stored: what the person really accesses is `accessesProduct`. */
  readonly subjectIds: readonly string[];
  readonly cguVersion: string | null;
  readonly hasPassword: boolean;
  readonly revision: number;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

/** What a session knows of whoever asks. */
export interface Actor {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly companyId: string | null;
  readonly companyName: string | null;
  /** The effective ones. */
  readonly rights: Rights;
  readonly cguVersion: string | null;
}

export function isStaff(person: { readonly role: Role }): boolean {
  return person.role === 'VERIFIER' || person.role === 'ADMINISTRATOR';
}

export function fullName(person: Pick<Person, 'firstName' | 'lastName'>): string {
  return `${person.firstName} ${person.lastName}`;
}

/** A5: a Responsable has every right; the staff has none of a vendor's, whatever is stored. */
export function effectiveRights(person: Pick<Person, 'role' | 'rights'>): Rights {
  if (person.role === 'RESPONSIBLE') return allRights;
  return person.role === 'CONTRIBUTOR' ? person.rights : noRights;
}

/** A5: a Responsable accesses every product of the company. The caller has checked that the product is of that company. */
export function accessesProduct(person: Pick<Person, 'role' | 'subjectIds'>, productId: string): boolean {
  if (person.role === 'RESPONSIBLE') return true;
  return person.role === 'CONTRIBUTOR' && person.subjectIds.includes(productId);
}

type Known = Pick<Person, 'id' | 'login' | 'firstName' | 'lastName' | 'role' | 'companyId' | 'rights' | 'cguVersion'>;

export function actorOf(person: Known, companyName: string | null): Actor {
  return {
    id: person.id,
    login: person.login,
    name: fullName(person),
    role: person.role,
    companyId: person.companyId,
    companyName,
    rights: effectiveRights(person),
    cguVersion: person.cguVersion,
  };
}

/** A3: without acceptance of the version in force nothing else opens; a new version is accepted anew. */
export function mustAcceptCgu(actor: Pick<Actor, 'cguVersion'>, currentVersion: string): boolean {
  return actor.cguVersion !== currentVersion;
}
