import { hashPassword } from '../../src/accounts/passwords.ts';
import { createPerson, type NewPerson } from '../../src/accounts/people.ts';
import type { Company } from '../../src/database/generated/client.ts';
import { noRights, type Person, type Rights } from '../../src/domain/accounts/person.ts';
import type { TestApp } from '../support/app.ts';

/** Where they are made. */
type Within = Pick<TestApp, 'deps'>;

export { aProduct } from './subjects.ts';

export const PASSWORD = 'quatre mots sans aucun rapport';
let hashed: Promise<string> | undefined;
let count = 0;

/** `await aCompany().inside(app())` */
export function aCompany(siren = sirenOf(nextCount())) {
  const fields = {
    legalName: `Entreprise ${siren}`,
    legalForm: 'SAS',
    siren,
    street: '1 rue des Essais',
    postalCode: '75015',
    city: 'Paris',
    country: 'FR',
  };
  return {
    inside: (app: Within): Promise<Company> => app.deps.prisma.company.create({ data: fields }),
  };
}

/** `await aPerson().of(company).under(responsible).with({ validates: true }).inside(app())` */
export function aPerson() {
  return build({
    companyId: null,
    parentId: null,
    role: 'CONTRIBUTOR',
    login: `personne${nextCount()}`,
    email: `personne${count}@exemple.fr`,
    firstName: 'Camille',
    lastName: `Martin${count}`,
    position: 'Cheffe de produit',
    phone: '+33123456789',
    rights: noRights,
    subjectIds: [],
  });
}

export const aResponsible = () => aPerson().being('RESPONSIBLE');
export const aVerifier = () => aPerson().being('VERIFIER');
export const anAdministrator = () => aPerson().being('ADMINISTRATOR');

function build(person: NewPerson, terms: 'accepted' | 'never' = 'accepted') {
  return {
    of: (company: { readonly id: string }) => build({ ...person, companyId: company.id }, terms),
    under: (parent: { readonly id: string }) => build({ ...person, parentId: parent.id }, terms),
    being: (role: NewPerson['role']) => build({ ...person, role }, terms),
    called: (login: string) => build({ ...person, login, email: `${login}@exemple.fr` }, terms),
    named: (firstName: string, lastName: string) => build({ ...person, firstName, lastName }, terms),
    with: (rights: Partial<Rights>) => build({ ...person, rights: { ...person.rights, ...rights } }, terms),
    accessing: (...subjects: readonly { readonly id: string }[]) =>
      build({ ...person, subjectIds: [...person.subjectIds, ...subjects.map(({ id }) => id)] }, terms),
    beforeTerms: () => build(person, 'never'),
    inside: async (app: Within): Promise<Person> => {
      const { prisma, termsVersion } = app.deps;
      const created = await createPerson(prisma, person);
      hashed ??= hashPassword(PASSWORD);
      const cguVersion = terms === 'accepted' ? termsVersion : null;
      await prisma.user.update({ where: { id: created.id }, data: { passwordHash: await hashed, cguVersion } });
      return { ...created, hasPassword: true, cguVersion };
    },
  };
}

function nextCount(): number {
  count += 1;
  return count;
}

/** The n-th SIREN whose Luhn sum holds. */
export function sirenOf(n: number): string {
  const eight = String(80_000_000 + n);
  const sum = [...eight].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${eight}${(10 - (sum % 10)) % 10}`;
}
