import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import type { Person } from '../../domain/accounts/person.ts';
import { Invalid, RuleBroken } from '../../domain/errors.ts';
import { conversionProblem, possibleCores } from '../../domain/subjects/conversion.ts';
import { missingCoreProblem } from '../../domain/subjects/core.ts';
import {
  citedSubject,
  type ProductType,
  type Subject,
  type SubjectName,
  subjectTitle,
} from '../../domain/subjects/subject.ts';
import { offeredTo } from '../../products/identification.ts';
import { typeWords } from '../../products/summary.ts';
import { countOptions } from '../../subjects/options.ts';
import { lockAndReach, reachSubject } from '../../subjects/reach.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { mustBeUnchanged } from '../conflict.ts';
import { trailOf } from '../head.ts';
import type { convertSchema } from '../schemas.ts';
import { saveType } from '../store.ts';

/** P7: a core product becomes an option of another one, and a core product again. */
export function convertProduct({ prisma, render }: Deps) {
  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const { subject, people } = await reachSubject(prisma, visit, 'PRODUCT', 'convert');
    const { reference } = subject;
    const to = subject.product?.type === 'OPTION' ? 'CORE' : 'OPTION';
    const options = to === 'OPTION' ? await countOptions(prisma, subject.id) : 0;
    const cores = to === 'OPTION' ? await coresFor(prisma, visit, people, subject) : [];
    render(
      visit,
      'catalogue/convert',
      {
        title: to === 'OPTION' ? 'Convertir en produit option' : 'Convertir en produit socle',
        breadcrumb: trailOf(subject),
        refused,
      },
      {
        ...formModel(refused),
        action: paths.convertProduct({ reference }),
        revision: String(subject.revision),
        to,
        problem: conversionProblem(subject, to, options),
        cores: cores.map((core) => ({ value: String(core.reference), label: citedSubject(core) })),
        backHref: paths.product({ reference }),
      },
    );
  };

  const save = async (visit: SignedVisit, values: z.infer<typeof convertSchema>): Promise<void> => {
    const { actor, now, ip } = visit;
    const { subject, done } = await inTransaction(prisma, async (transaction) => {
      const { subject, people } = await lockAndReach(transaction, visit, 'PRODUCT', 'convert');
      const core = await coreAsked(transaction, visit, people, subject, values);
      const { type, coreId } = subject.product ?? {};
      if (type === values.type && coreId === (core?.id ?? null)) return { subject, done: false };
      await mustBeUnchanged(transaction, visit, subject, values.revision);
      const options = await countOptions(transaction, subject.id);
      const problem = conversionProblem(subject, values.type, options);
      if (problem !== null) throw new RuleBroken('P7', problem);
      await saveType(transaction, subject.id, { type: values.type, coreId: core?.id ?? null });
      await record(transaction, {
        at: now,
        actor,
        ip,
        action: 'subject.converted',
        target: String(subject.reference),
        details: {
          type: `${typeWords[type ?? 'CORE']} → ${typeWords[values.type]}`,
          ...(core !== null && { core: citedSubject(core) }),
        },
      });
      return { subject, done: true };
    });
    if (done) say(visit.req, 'success', doneWords(subject, values.type));
    visit.res.redirect(303, paths.product({ reference: subject.reference }));
  };

  return { show, save };
}

/** The core products that this person sees, this one left out. */
async function coresFor(
  transaction: Transaction,
  { actor }: SignedVisit,
  people: readonly Person[],
  subject: Subject,
): Promise<readonly SubjectName[]> {
  return possibleCores(subject, (await offeredTo(transaction, actor, people)).cores);
}

/** Null for a core product: it is the option of none. */
async function coreAsked(
  transaction: Transaction,
  visit: SignedVisit,
  people: readonly Person[],
  subject: Subject,
  { type, core }: z.infer<typeof convertSchema>,
): Promise<SubjectName | null> {
  if (type === 'CORE') return null;
  const cores = await coresFor(transaction, visit, people, subject);
  const problem = missingCoreProblem(
    core,
    cores.map(({ reference }) => String(reference)),
  );
  if (problem !== null) throw new Invalid([{ field: 'core', message: problem }]);
  return cores.find(({ reference }) => String(reference) === core) ?? null;
}

function doneWords(subject: Subject, type: ProductType): string {
  return `«\u00a0${subjectTitle(subject)}\u00a0» est maintenant un produit ${type === 'OPTION' ? 'option' : 'socle'}`;
}
