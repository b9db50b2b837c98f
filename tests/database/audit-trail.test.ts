import { expect, test } from 'vitest';
import { useTestDatabase } from '../support/database.ts';

const database = useTestDatabase();

test('a row of the audit trail is added, then never changed nor removed', async () => {
  const { prisma } = database();
  const event = { actorName: 'Camille Roux', action: 'request.approve', target: 'request:1', details: {}, ip: '' };
  await prisma.auditEvent.create({ data: { ...event, seq: 1, at: new Date(0), previousHash: '', hash: 'a' } });

  await expect(prisma.auditEvent.updateMany({ data: { actorName: 'Nobody' } })).rejects.toThrow('never changed');
  await expect(prisma.auditEvent.deleteMany()).rejects.toThrow('never changed');
  await expect(prisma.$executeRaw`TRUNCATE "AuditEvent"`).rejects.toThrow('never changed');
  expect(await prisma.auditEvent.findMany()).toMatchObject([event]);
});
