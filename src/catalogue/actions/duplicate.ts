import type { z } from 'zod';
import { keyOf } from '../../additions/carried.ts';
import { add } from '../../additions/create.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { copiedAnswers, copiedName, responsibleOfCopy } from '../../domain/subjects/copy.ts';
import { citedSubject, subjectTitle } from '../../domain/subjects/subject.ts';
import { lockAndReach, reachSubject } from '../../subjects/reach.ts';
import { workOf } from '../../subjects/work.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { typed } from '../../web/typed.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { copyAnswers, copyRereadings } from '../copies.ts';
import { trailOf } from '../head.ts';
import type { duplicateSchema } from '../schemas.ts';

/** P7: another product, from the identification, the qualification and the answers of this one. */
export function duplicateProduct(deps: Deps) {
  const { prisma, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const { subject, actor, people } = await reachSubject(prisma, visit, 'PRODUCT', 'duplicate');
    const { reference, name, version } = subject;
    const form = formModel(refused, { name: copiedName(name), version });
    render(
      visit,
      'catalogue/duplicate',
      { title: 'Dupliquer ce produit', breadcrumb: trailOf(subject), refused },
      {
        ...form,
        action: paths.duplicateProduct({ reference }),
        creationKey: keyOf(form.typed),
        copied,
        left,
        responsible: fullName(responsibleOfCopy(actor, subject, people)),
        backHref: paths.product({ reference }),
      },
    );
  };

  const save = async (visit: SignedVisit, values: z.infer<typeof duplicateSchema>): Promise<void> => {
    const { now, ip } = visit;
    const { subject, copy, outcome } = await inTransaction(prisma, async (transaction) => {
      const { subject, actor, people } = await lockAndReach(transaction, visit, 'PRODUCT', 'duplicate');
      const { kind, certifications, declared, product } = subject;
      const { name, version } = values;
      const responsible = responsibleOfCopy(actor, subject, people);
      const wanted = {
        kind,
        name,
        version,
        certifications,
        declared,
        responsible,
        product: product && identified(product),
      };
      const key = keyOf(typed(values));
      const added = await add(deps, transaction, visit, actor, wanted, { key, demarche: null });
      if (added.outcome === 'added') {
        const works = await workOf(transaction, [subject.id]);
        await copyAnswers(
          transaction,
          visit,
          subject,
          added.subject,
          copiedAnswers(works.get(subject.id) ?? new Map()),
        );
        await copyRereadings(transaction, subject, added.subject);
        await record(transaction, {
          at: now,
          actor: visit.actor,
          ip,
          action: 'subject.duplicated',
          target: String(added.subject.reference),
          details: { from: citedSubject(subject) },
        });
      }
      return { subject, copy: added.subject, outcome: added.outcome };
    });
    const name = `«\u00a0${subjectTitle(copy)}\u00a0»`;
    if (outcome === 'added')
      say(visit.req, 'success', `${name} est ajouté`, `C’est une copie de «\u00a0${subjectTitle(subject)}\u00a0».`);
    if (outcome === 'other')
      say(visit.req, 'warning', `La copie ${name} existe déjà`, 'Elle n’a pas été faite une seconde fois.');
    visit.res.redirect(303, paths.product({ reference: copy.reference }));
  };

  return { show, save };
}

/** P9: what is shown to everybody is decided anew. */
function identified<Facts extends { readonly published: boolean }>({ published: _, ...product }: Facts) {
  return product;
}

const copied = [
  'L’identification, la qualification et les intérêts déclarés.',
  'Les réponses aux évaluations, en brouillon\u00a0: celles du brouillon en cours, sinon les dernières validées.',
];

const left = [
  'Les validations, les preuves et les dossiers.',
  'Les projections, qui partent d’une évaluation validée.',
  'Les inscriptions aux démarches et la publication dans l’Observatoire.',
];
