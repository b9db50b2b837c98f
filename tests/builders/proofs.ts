import { Readable } from 'node:stream';
import type { Person } from '../../src/domain/accounts/person.ts';
import { applicableCriteria } from '../../src/domain/applicability/applicable.ts';
import { profileOf } from '../../src/domain/profile/profile.ts';
import { expectedProofs } from '../../src/domain/referential/criterion.ts';
import type { Subject } from '../../src/domain/subjects/subject.ts';
import type { TestApp } from '../support/app.ts';

/** The criteria that expect proofs of this subject, with the types of each, in reading order. */
export function expecting(
  { deps: { referential } }: TestApp,
  subject: Subject,
  demarche: string,
  questionnaire: string,
) {
  const scope = referential.scope(demarche, questionnaire);
  if (scope === null) throw new Error(`${demarche} does not ask ${questionnaire}`);
  const profile = profileOf(referential.questions, subject.declared);
  return applicableCriteria(scope, profile)
    .map(({ code, criterion }) => ({ code, types: expectedProofs(criterion, profile).map(({ id }) => id) }))
    .filter(({ types }) => types.length > 0);
}

let count = 0;

interface About {
  readonly questionnaire: string;
  readonly criterion: string;
  readonly type: string;
}

/** `await aProof(product, { questionnaire, criterion, type }).depositedBy(person).inside(app())`: its file is really there. */
export function aProof(subject: Pick<Subject, 'id' | 'companyId'>, { questionnaire, criterion, type }: About) {
  return {
    depositedBy: (person: Pick<Person, 'id' | 'firstName' | 'lastName'>) => ({
      inside: async ({ deps: { storage, prisma }, now }: TestApp): Promise<{ readonly id: string }> => {
        count += 1;
        const content = Buffer.from(`Preuve ${count}`);
        const stored = await storage.write(Readable.from([content]), { maxBytes: content.length });
        const name = `preuve-${count}.txt`;
        const file = await prisma.storedFile.create({
          data: {
            ...stored,
            originalName: name,
            contentType: 'text/plain',
            createdAt: now(),
            companyId: subject.companyId,
          },
        });
        return prisma.proof.create({
          data: {
            subjectId: subject.id,
            questionnaire,
            criterion,
            type,
            fileId: file.id,
            name,
            contentType: 'text/plain',
            description: 'Ce qui s’y voit.',
            depositedAt: now(),
            depositedById: person.id,
            depositedBy: `${person.firstName} ${person.lastName}`,
          },
        });
      },
    }),
  };
}
