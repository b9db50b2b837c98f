import { towardsText } from '../additions/towards.ts';
import type { Deps } from '../deps.ts';
import { can } from '../domain/accounts/rights.ts';
import { closedDemarche } from '../domain/enrolment/joining.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import { subjectTitle } from '../domain/subjects/subject.ts';
import { address, type EmptyProps } from '../web/components.ts';
import { type Asked, asked, listState, rowsBefore } from '../web/lists.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';
import { enrolledCard } from './card.ts';
import type { EnrolledCard, EnrolledModel, StrategyModel } from './models.ts';
import { found, sorted, sorts } from './nodes.ts';
import { freshEnrolments } from './stale.ts';
import { type Node, nodesOf } from './store.ts';

const PAGE_SIZE = 10;

/** D4: what this person sees at work in a démarche. Three queries, however many products there are. */
export async function enrolledIn(deps: Deps, visit: SignedVisit, demarche: Demarche): Promise<EnrolledModel> {
  const { prisma, referential } = deps;
  const { actor, now, req } = visit;
  const how = asked(req, Object.keys(sorts), 'nom');
  const nodes = await nodesOf(prisma, actor, demarche.id);
  const products = nodes.filter(({ kind, enrolmentId }) => kind === 'PRODUCT' && enrolmentId !== null);
  const matching = sorted(found(products, how.search), how);
  const before = rowsBefore(how, matching.length, PAGE_SIZE);
  const shown = matching.slice(before, before + PAGE_SIZE);
  const strategy = nodes.find(({ kind }) => kind === 'STRATEGY');
  const ids = [...shown, ...(strategy ? [strategy] : [])].flatMap(({ enrolmentId }) => enrolmentId ?? []);
  const kept = ids.length === 0 ? [] : await freshEnrolments(deps, ids, now);
  const card = (node: Node): EnrolledCard[] =>
    kept.filter(({ id }) => id === node.enrolmentId).map((one) => enrolledCard(referential, demarche, node, one));

  const path = paths.demarche({ parcours: demarche.parcours, demarche: demarche.id });
  const closed = closedDemarche(demarche);
  const takesProducts = closed === null && demarche.subjects.includes('product');
  const addHref = takesProducts ? joinPath(demarche) : null;
  return {
    addHref,
    closed,
    strategy: strategyOf(visit, demarche, closed, strategy, strategy ? card(strategy)[0] : undefined),
    cards: shown.flatMap(card),
    empty: products.length === 0 ? nothingYet(addHref) : nothingFound(how.search, path),
    list:
      products.length === 0
        ? null
        : listState(how, {
            path,
            searchLabel: 'Référence, nom ou responsable',
            things: ['produit', 'produits'],
            total: matching.length,
            pageSize: PAGE_SIZE,
          }),
    sorts: sortLinks(path, how),
  };
}

export function joinPath({ parcours, id }: Demarche): string {
  return paths.joinDemarche({ parcours, demarche: id });
}

/** The strategy has its own card, started from there. */
function strategyOf(
  { actor }: SignedVisit,
  demarche: Demarche,
  closed: string | null,
  strategy: Node | undefined,
  card: EnrolledCard | undefined,
): StrategyModel | null {
  if (!demarche.subjects.includes('strategy') || !can(actor, 'strategy.open')) return null;
  if (card !== undefined) return { kind: 'enrolled', card };
  if (closed !== null) return null;
  if (strategy === undefined)
    return { kind: 'none', href: address(paths.newStrategy(), { demarche: towardsText(demarche) }) };
  const reference = String(strategy.reference);
  const detail = `${subjectTitle(strategy)} · Référence ${reference} · Responsable\u00a0: ${strategy.responsibleName}`;
  return { kind: 'idle', action: joinPath(demarche), reference, detail };
}

function sortLinks(path: string, { search, sort, descending }: Asked): EnrolledModel['sorts'] {
  return Object.entries(sorts).map(([name, label]) => {
    const current = name === sort;
    return { label, current, href: address(path, { q: search, tri: current && !descending ? `-${name}` : name }) };
  });
}

function nothingYet(addHref: string | null): EmptyProps {
  return addHref === null
    ? { title: 'Aucun produit n’est inscrit à cette démarche' }
    : {
        title: 'Aucun produit n’est inscrit à cette démarche',
        text: 'Ajoutez-y un produit de votre catalogue, ou un nouveau\u00a0: ses questionnaires s’ouvrent aussitôt.',
        action: { label: 'Ajouter un produit à la démarche', href: addHref },
      };
}

function nothingFound(search: string, path: string): EmptyProps {
  return {
    title: `Aucun produit inscrit ne correspond à «\u00a0${search}\u00a0»`,
    text: 'Cherchez par référence, par le début d’un nom ou par responsable.',
    action: { label: 'Voir tous les produits inscrits', href: path },
  };
}
