import { expect, test } from 'vitest';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

test('A6: nobody turns to their own mailbox the invitation of somebody who holds what they lack', async () => {
  const company = await aCompany().inside(app());
  const responsible = await aResponsible().of(company).inside(app());
  const product = await aProduct('Passerelle').of(company).ledBy(responsible).inside(app());
  const creator = await aPerson().of(company).under(responsible).with({ createsAccounts: true }).inside(app());
  const invited = await aPerson().of(company).under(creator).accessing(product).inside(app());
  const { prisma } = app().deps;
  await prisma.user.update({ where: { id: invited.id }, data: { passwordHash: null } });
  const fields = { firstName: 'Zoé', lastName: 'Legrand', position: 'Cheffe', phone: '01 23 45 67 89', revision: '0' };
  const change = async (by: { id: string }) =>
    (await app().as(by)).post(`/utilisateurs/${invited.login}/profil`, { ...fields, email: 'ailleurs@exemple.fr' });
  const refused = await change(creator);
  expect([refused.status, refused.text.includes('que vous n’avez pas')]).toEqual([422, true]);
  expect((await change(responsible)).status).toBe(303);
});
