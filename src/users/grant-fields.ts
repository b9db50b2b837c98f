import { rightWords, subjectName } from '../accounts/words.ts';
import type { Subject } from '../database/generated/client.ts';
import { type Grant, mayChange, rightKeys, withUnseenProducts } from '../domain/accounts/grants.ts';
import { accessesProduct, type Person } from '../domain/accounts/person.ts';
import { counted } from '../domain/french/plural.ts';
import type { Choice } from '../web/components/forms.ts';
import type { Refused } from '../web/forms.ts';

/** The boxes of what one may give to somebody: what one may not give is not offered (A6). */
export interface GrantFields {
  /** None for whoever does not choose it. */
  readonly roles: readonly Choice[];
  readonly role: string;
  readonly rights: readonly Choice[];
  readonly rightsHeld: readonly string[];
  readonly products: readonly Choice[];
  readonly productsHeld: readonly string[];
  /** The label of the field that finds some among many; empty when they are few. */
  readonly productFilter: string;
  /** What is not offered, and why. */
  readonly notes: readonly string[];
}

/** So many products are read at a glance. */
const FEW = 12;

const roles: readonly Choice[] = [
  {
    value: 'CONTRIBUTOR',
    label: 'Contributeur',
    hint: 'Remplit les questionnaires, dans la limite des droits cochés ci-dessous.',
  },
  {
    value: 'RESPONSIBLE',
    label: 'Responsable',
    hint: 'A tous les droits et accède à tous les produits, quelles que soient les cases cochées ci-dessous.',
  },
];

export function grantFields(
  actor: Person,
  held: Grant,
  subjects: readonly Subject[],
  refused: Refused | undefined,
): GrantFields {
  const products = subjects.filter(({ kind }) => kind === 'PRODUCT');
  const seen = products.filter(({ id }) => accessesProduct(actor, id));
  const offered = rightKeys.filter((right) => mayChange(actor, held, right));
  const typed = refused?.typed;
  return {
    roles: actor.role === 'RESPONSIBLE' ? roles : [],
    role: typed?.text('role') ?? held.role,
    rights: offered.map((right) => ({ value: right, ...rightWords[right] })),
    rightsHeld: typed?.list('rights') ?? rightKeys.filter((right) => held.rights[right]),
    products: seen.map((product) => ({ value: String(product.reference), label: subjectName(product) })),
    productsHeld:
      typed?.list('products') ??
      seen.filter(({ id }) => held.subjectIds.includes(id)).map(({ reference }) => String(reference)),
    productFilter: seen.length > FEW ? 'Chercher un produit' : '',
    notes: [...withheld(offered.length), ...unseen(held, seen)],
  };
}

export interface GrantTyped {
  readonly role?: 'CONTRIBUTOR' | 'RESPONSIBLE' | undefined;
  readonly rights: readonly string[];
  readonly products: readonly string[];
}

/** What the form asks to give. A reference that is none of the company's is kept as it is: the rule refuses it. */
export function wantedGrant(actor: Person, held: Grant, typed: GrantTyped, subjects: readonly Subject[]): Grant {
  const ids = new Map(subjects.map(({ reference, id }) => [String(reference), id]));
  const has = (right: (typeof rightKeys)[number]): boolean => typed.rights.includes(right);
  return {
    role: typed.role ?? held.role,
    rights: {
      createsAccounts: has('createsAccounts'),
      validates: has('validates'),
      accessesStrategy: has('accessesStrategy'),
    },
    subjectIds: withUnseenProducts(
      actor,
      held,
      typed.products.map((reference) => ids.get(reference) ?? reference),
    ),
  };
}

export function productIds(subjects: readonly Subject[]): string[] {
  return subjects.filter(({ kind }) => kind === 'PRODUCT').map(({ id }) => id);
}

function withheld(offered: number): string[] {
  return offered === rightKeys.length
    ? []
    : ['Vous ne pouvez donner que les droits que vous avez vous-même : les autres ne sont pas proposés.'];
}

function unseen(held: Grant, seen: readonly Subject[]): string[] {
  const count = held.subjectIds.filter((id) => !seen.some((product) => product.id === id)).length;
  return count === 0
    ? []
    : [
        `Cette personne accède aussi à ${counted(count, 'produit', 'produits')} que vous ne voyez pas : cela ne change pas.`,
      ];
}
