import type { Deps } from '../../deps.ts';
import { can } from '../../domain/accounts/rights.ts';
import { counted } from '../../domain/french/plural.ts';
import { maturityDemarche, maturityOf } from '../../portfolio/maturity.ts';
import type { ButtonProps } from '../../web/components.ts';
import { asked } from '../../web/lists.ts';
import { paths } from '../../web/paths.ts';
import { queryText, type SignedVisit } from '../../web/visit.ts';
import { beginningOf } from '../beginning.ts';
import { demarcheSorts, demarchesTable } from '../demarches.ts';
import { parcoursCards } from '../parcours.ts';
import { asRead } from '../places.ts';
import { foundProducts, productsModel, shownProducts } from '../products.ts';
import { resumeModel } from '../resume.ts';
import { evaluationsOf, type Node, nodesOf } from '../store/nodes.ts';
import { taskModel } from '../tasks.ts';
import { telling } from '../telling.ts';
import { todoOf } from '../todo.ts';

const TASKS = 6;

/** The dashboard of a vendor: four queries, however many products there are. */
export function showDashboard(deps: Deps) {
  const { prisma, referential, render } = deps;
  const mapped = maturityDemarche(referential);
  return async (visit: SignedVisit): Promise<void> => {
    const { actor, req } = visit;
    const how = asked(req, demarcheSorts, 'produit');
    const [theme, search] = [queryText(req, 'theme'), queryText(req, 'produit').trim()];
    const tri = queryText(req, 'tri');

    const nodes = inOrder((await nodesOf(prisma, actor)).map(asRead));
    const active = nodes.filter(({ archived }) => !archived);
    const products = active.filter(({ kind }) => kind === 'PRODUCT');
    const found = foundProducts(products, search);
    const todo = await todoOf(deps, actor, nodes);
    const enrolments = shownProducts(found).flatMap((node) => node.enrolments.map(({ id }) => id));
    const items = await evaluationsOf(prisma, enrolments);
    const maturity = await maturityOf(
      deps,
      actor,
      products.filter((node) => node.enrolments.some(({ demarche }) => demarche === mapped)),
      { theme, path: `${paths.dashboard()}#maturite`, kept: { q: how.search, tri, produit: search } },
    );

    const tell = telling(referential, visit, nodes, todo.drafts);
    const tasks = todo.tasks.flatMap((task) => taskModel(tell, task) ?? []);
    render(
      visit,
      'home/dashboard',
      { title: 'Tableau de bord', breadcrumb: null },
      {
        heading: { title: 'Tableau de bord', text: countsOf(visit, nodes, active), actions: actsOf(visit) },
        beginning: products.length === 0 ? beginningOf(actor) : [],
        todo: {
          total: tasks.length,
          tasks: tasks.slice(0, TASKS),
          allHref: tasks.length > TASKS ? paths.tasks() : null,
        },
        resume: resumeModel(tell),
        parcours: parcoursCards(referential, products),
        demarches: demarchesTable(referential, active, how, {
          path: `${paths.dashboard()}#demarches`,
          filters: { theme, produit: search },
        }),
        maturity,
        products:
          products.length === 0
            ? null
            : productsModel(referential, found, items, {
                search,
                path: `${paths.dashboard()}#produits`,
                kept: { q: how.search, tri, theme },
                me: actor.id,
              }),
      },
    );
  };
}

const french = new Intl.Collator('fr', { numeric: true });

function inOrder(nodes: readonly Node[]): readonly Node[] {
  return nodes.toSorted(
    (a, b) => french.compare(`${a.name} ${a.version}`, `${b.name} ${b.version}`) || a.reference - b.reference,
  );
}

/** “Entreprise de démonstration · 6 produits actifs, 1 archivé · 11 démarches” */
function countsOf({ actor }: SignedVisit, nodes: readonly Node[], active: readonly Node[]): string {
  const products = active.filter(({ kind }) => kind === 'PRODUCT').length;
  const archived = nodes.length - active.length;
  const demarches = active.reduce((total, { enrolments }) => total + enrolments.length, 0);
  const counts = [
    counted(products, 'produit actif', 'produits actifs'),
    ...(archived > 0 ? [counted(archived, 'archivé', 'archivés')] : []),
  ];
  return [actor.companyName ?? '', counts.join(', '), counted(demarches, 'démarche', 'démarches')].join(' · ');
}

/** What one may not do is not offered. */
function actsOf({ actor }: SignedVisit): readonly ButtonProps[] {
  const strategy = {
    label: 'Stratégie globale',
    kind: 'tertiary',
    href: paths.strategy(),
    icon: 'fr-icon-road-map-line',
  } as const;
  const add = {
    label: 'Ajouter un produit',
    kind: 'secondary',
    href: paths.newProduct(),
    icon: 'fr-icon-add-line',
  } as const;
  return [...(can(actor, 'strategy.open') ? [strategy] : []), ...(can(actor, 'products.create') ? [add] : [])];
}
