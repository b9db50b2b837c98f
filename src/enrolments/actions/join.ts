import type { z } from 'zod';
import { towardsText } from '../../additions/towards.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { joiningProblem } from '../../domain/enrolment/joining.ts';
import { counted } from '../../domain/french/plural.ts';
import { citedSubject, subjectTitle } from '../../domain/subjects/subject.ts';
import { demarcheIn } from '../../parcours/found.ts';
import { lockAndReachReference } from '../../subjects/reach.ts';
import { address, type EmptyProps } from '../../web/components.ts';
import { say } from '../../web/flash.ts';
import type { Refused } from '../../web/forms.ts';
import { asked, listState, rowsBefore } from '../../web/lists.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { enrol } from '../enrol.ts';
import { joinPath } from '../enrolled.ts';
import { found, sorted } from '../nodes.ts';
import type { joinSchema } from '../schemas.ts';
import { nodesOf } from '../store.ts';

const PAGE_SIZE = 20;

/** P4: « Ajouter un produit à la démarche », an existing one or a new one. */
export function joinDemarche(deps: Deps) {
  const { prisma, referential, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const { demarche, href, breadcrumb } = demarcheIn(visit, referential);
    const how = asked(visit.req, ['nom'], 'nom');
    const nodes = await nodesOf(prisma, visit.actor, demarche.id);
    const products = nodes.filter(({ kind }) => kind === 'PRODUCT');
    const candidates = products.filter(({ enrolmentId }) => enrolmentId === null);
    const matching = sorted(found(candidates, how.search), how);
    const before = rowsBefore(how, matching.length, PAGE_SIZE);
    const path = joinPath(demarche);
    render(
      visit,
      'enrolments/join',
      { title: 'Ajouter un produit à la démarche', breadcrumb, refused },
      {
        closed: joiningProblem(demarche, { kind: 'PRODUCT', archivedAt: null }),
        action: path,
        candidates: matching.slice(before, before + PAGE_SIZE).map((node) => ({
          reference: String(node.reference),
          title: subjectTitle(node),
          detail: `Référence ${node.reference} · Responsable\u00a0: ${node.responsibleName}`,
        })),
        empty: candidates.length === 0 ? nothingLeft(products.length) : nothingFound(how.search, path),
        list:
          candidates.length === 0
            ? null
            : listState(how, {
                path,
                searchLabel: 'Référence, nom ou responsable',
                things: ['produit', 'produits'],
                total: matching.length,
                pageSize: PAGE_SIZE,
              }),
        newHref: address(paths.newProduct(), { demarche: towardsText(demarche) }),
        backHref: href,
      },
    );
  };

  const join = async (visit: SignedVisit, { product }: z.infer<typeof joinSchema>): Promise<void> => {
    const { parcours, demarche } = demarcheIn(visit, referential);
    const { subject, joined } = await inTransaction(prisma, async (transaction) => {
      const reached = await lockAndReachReference(transaction, visit, product, 'enrol');
      return { ...reached, joined: await enrol(deps, transaction, visit, reached.subject, demarche) };
    });
    if (joined) {
      const who = subject.kind === 'STRATEGY' ? 'La stratégie globale' : citedSubject(subject);
      say(visit.req, 'success', `${who} rejoint la démarche «\u00a0${demarche.title}\u00a0»`);
    }
    const place = { parcours: parcours.id, demarche: demarche.id, reference: subject.reference };
    visit.res.redirect(303, paths.enrolment(place));
  };

  return { show, join };
}

function nothingLeft(products: number): EmptyProps {
  return products === 0
    ? { title: 'Vous n’avez pas encore de produit', text: 'Ajoutez-en un\u00a0: il rejoindra la démarche.' }
    : {
        title: 'Tous vos produits sont déjà dans la démarche',
        text: `Elle compte ${counted(products, 'produit', 'produits')}. Un produit archivé n’y entre pas\u00a0: désarchivez-le d’abord.`,
      };
}

function nothingFound(search: string, path: string): EmptyProps {
  return {
    title: `Aucun produit à ajouter ne correspond à «\u00a0${search}\u00a0»`,
    text: 'Cherchez par référence, par le début d’un nom ou par responsable.',
    action: { label: 'Voir tous les produits à ajouter', href: path },
  };
}
