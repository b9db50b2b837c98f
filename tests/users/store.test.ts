import { expect, test } from 'vitest';
import { lastInvitation } from '../../src/accounts/invitations.ts';
import { issueToken } from '../../src/accounts/tokens.ts';
import { giveAccess } from '../../src/additions/access.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { actorOf, allRights } from '../../src/domain/accounts/person.ts';
import { handOver } from '../../src/subjects/hand-over.ts';
import { attach, detailsOf, nodesOf, saveGrant, saveProfile } from '../../src/users/store.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

test('A6: whatever identifier it is given, nothing of another company is read or written', async () => {
  const { prisma } = app().deps;
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).inside(app());
  const hugo = await aPerson().of(company).under(claire).inside(app());
  const carnet = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
  await issueToken(prisma, hugo.id, 'SET_PASSWORD', app().now());
  const stranger = await aResponsible()
    .of(await aCompany().inside(app()))
    .inside(app());
  const scope = { companyId: stranger.companyId ?? '' };
  const before = await prisma.user.findMany({ where: { companyId: company.id }, orderBy: { id: 'asc' } });

  expect((await nodesOf(scope, prisma)).map(({ id }) => id)).toEqual([stranger.id]);
  expect(await detailsOf(scope, prisma, [hugo.id])).toEqual([]);
  expect(await lastInvitation(scope, prisma, hugo.id)).toBeNull();
  const grant = { role: 'RESPONSIBLE', rights: allRights, subjectIds: [carnet.id] } as const;
  const { firstName, position, phone, email } = hugo;
  expect(await saveProfile(scope, prisma, hugo, 0, { firstName, lastName: 'Autre', position, phone, email })).toBe(
    false,
  );
  expect(await saveGrant(scope, prisma, hugo.id, 0, grant)).toBe(false);
  const visit = { actor: actorOf(stranger, null), now: app().now(), ip: '127.0.0.1' };
  const strategy = { id: carnet.id, kind: 'STRATEGY', name: carnet.name, reference: carnet.reference } as const;
  await expect(inTransaction(prisma, (one) => handOver(one, visit, carnet, stranger))).rejects.toThrow();
  await expect(inTransaction(prisma, (one) => giveAccess(one, visit, carnet, [hugo]))).rejects.toThrow();
  await expect(inTransaction(prisma, (one) => giveAccess(one, visit, strategy, [hugo]))).rejects.toThrow();
  await expect(attach(scope, prisma, { id: hugo.id, parentId: null })).rejects.toThrow();
  expect(await prisma.user.findMany({ where: { companyId: company.id }, orderBy: { id: 'asc' } })).toEqual(before);

  // Their own person, with another company's product
  expect(await saveGrant(scope, prisma, stranger.id, 0, grant)).toBe(true);
  expect(await prisma.subjectAccess.count({ where: { subjectId: carnet.id } })).toBe(0);
});
