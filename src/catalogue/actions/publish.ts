import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { publishingProblem } from '../../domain/subjects/publication.ts';
import { subjectTitle } from '../../domain/subjects/subject.ts';
import { lockAndReach, reachSubject } from '../../subjects/reach.ts';
import { say } from '../../web/flash.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { trailOf } from '../head.ts';
import type { publishSchema } from '../schemas.ts';
import { savePublished } from '../store.ts';

/** P9: in the Observatoire or not, once it is confirmed. */
export function publishProduct({ prisma, render }: Deps) {
  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const { subject } = await reachSubject(prisma, visit, 'PRODUCT', 'publish');
    const { reference } = subject;
    const published = subject.product?.published !== true;
    render(
      visit,
      'catalogue/publish',
      { title: published ? acts.yes.title : acts.no.title, breadcrumb: trailOf(subject), refused },
      {
        action: paths.publishProduct({ reference }),
        published: published ? 'oui' : 'non',
        problem: publishingProblem(subject, published),
        backHref: paths.product({ reference }),
        ...(published ? acts.yes : acts.no),
      },
    );
  };

  const save = async (visit: SignedVisit, { published }: z.infer<typeof publishSchema>): Promise<void> => {
    const { actor, now, ip } = visit;
    const { subject, done } = await inTransaction(prisma, async (transaction) => {
      const { subject } = await lockAndReach(transaction, visit, 'PRODUCT', 'publish');
      if (subject.product === null || subject.product.published === published) return { subject, done: false };
      const problem = publishingProblem(subject, published);
      if (problem !== null) throw new RuleBroken('P9', problem);
      await savePublished(transaction, subject.id, published);
      const action = published ? 'subject.published' : 'subject.unpublished';
      await record(transaction, { at: now, actor, ip, action, target: String(subject.reference) });
      return { subject, done: true };
    });
    const name = `«\u00a0${subjectTitle(subject)}\u00a0»`;
    if (done) {
      say(
        visit.req,
        'success',
        published ? `Les données de ${name} sont publiées` : `Les données de ${name} ne sont plus publiées`,
        published ? 'Elles comptent dans les chiffres de l’Observatoire de la e-santé.' : '',
      );
    }
    visit.res.redirect(303, paths.product({ reference: subject.reference }));
  };

  return { show, save };
}

const acts = {
  yes: {
    title: 'Publier les données de votre produit dans l’Observatoire de la e-santé',
    submit: 'Publier dans l’Observatoire',
    consequences: [
      'Les moyennes de ses réponses validées comptent dans les chiffres de l’Observatoire, que chacun peut consulter et réutiliser.',
      'Un chiffre n’est montré que s’il réunit au moins cinq entreprises.',
      'Ses brouillons, ses commentaires et ses preuves n’y figurent jamais.',
      'Vous pourrez l’en retirer à tout moment.',
    ],
  },
  no: {
    title: 'Ne pas publier les données de votre produit dans l’Observatoire de la e-santé',
    submit: 'Ne pas publier dans l’Observatoire',
    consequences: [
      'Ses moyennes ne comptent plus dans les chiffres de l’Observatoire.',
      'Les chiffres déjà consultés ou téléchargés par d’autres restent entre leurs mains.',
      'Vous pourrez le publier de nouveau à tout moment.',
    ],
  },
} as const;
