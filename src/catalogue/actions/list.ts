import type { Deps } from '../../deps.ts';
import type { Actor } from '../../domain/accounts/person.ts';
import { can } from '../../domain/accounts/rights.ts';
import { address, type EmptyProps } from '../../web/components.ts';
import { type Asked, asked, listState, rowsBefore } from '../../web/lists.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { archiveChoices, type Filters, filtersIn, found, sorted, sorts, stateChoices, typeChoices } from '../found.ts';
import type { FiltersModel } from '../models.ts';
import { catalogueCells, columns } from '../rows.ts';
import { catalogueOf } from '../store.ts';

const PAGE_SIZE = 20;

/** P8: « Votre catalogue produits ». One query, however many products there are. */
export function listProducts({ prisma, referential, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const { actor } = visit;
    const how = asked(visit.req, sorts, 'produit');
    const filters = filtersIn(visit, referential);
    const rows = await catalogueOf(prisma, actor);
    const matching = sorted(found(rows, how.search, filters), how);
    const before = rowsBefore(how, matching.length, PAGE_SIZE);
    const shown = matching.slice(before, before + PAGE_SIZE);
    const none = rows.length === 0;
    render(
      visit,
      'catalogue/list',
      { title: 'Votre catalogue produits' },
      {
        add: can(actor, 'products.create')
          ? [{ label: 'Ajouter un nouveau produit', href: paths.newProduct(), icon: 'fr-icon-add-line' }]
          : [],
        filters: none ? null : filtersModel(how, filters, referential.demarches),
        table: {
          caption: 'Produits de votre catalogue',
          columns,
          rows: shown.map((row) => catalogueCells(row, actor, referential)),
          empty: none
            ? nothingYet(actor)
            : nothingFound(
                how,
                filters,
                rows.some(({ archivedAt }) => archivedAt !== null),
              ),
          list: none
            ? null
            : listState(how, {
                path: paths.products(),
                searchLabel: '',
                things: ['produit', 'produits'],
                total: matching.length,
                pageSize: PAGE_SIZE,
                filters: { ...filters },
              }),
        },
      },
    );
  };
}

function filtersModel(
  how: Asked,
  filters: Filters,
  demarches: readonly { readonly id: string; readonly title: string; readonly subjects: readonly string[] }[],
): FiltersModel {
  const ofProducts = demarches
    .filter(({ subjects }) => subjects.includes('product'))
    .map(({ id, title }) => ({ value: id, label: title }));
  const select = (
    name: keyof Filters,
    label: string,
    placeholder: string,
    choices: FiltersModel['selects'][number]['choices'],
  ) => ({
    name,
    label,
    placeholder,
    choices,
    value: filters[name],
  });
  return {
    path: paths.products(),
    search: how.search,
    sort: `${how.descending ? '-' : ''}${how.sort}`,
    selects: [
      select('type', 'Type', 'Tous', typeChoices),
      select('demarche', 'Démarche', 'Toutes', ofProducts),
      select('etat', 'État', 'Tous', stateChoices),
      select('archives', 'Archivage', 'En activité', archiveChoices),
    ],
  };
}

function nothingYet(actor: Actor): EmptyProps {
  return can(actor, 'products.create')
    ? {
        title: 'Votre catalogue est vide',
        text:
          actor.role === 'RESPONSIBLE'
            ? 'Ajoutez votre premier produit\u00a0: vous l’identifiez, vous le qualifiez, puis il peut rejoindre une démarche.'
            : 'Vous n’accédez encore à aucun produit. Ajoutez-en un, ou demandez l’accès à un produit à la personne qui gère vos droits.',
        action: { label: 'Ajouter un nouveau produit', href: paths.newProduct() },
      }
    : { title: 'Votre catalogue est vide' };
}

function nothingFound({ search }: Asked, filters: Filters, anyArchived: boolean): EmptyProps {
  const narrowed = search !== '' || Object.values(filters).some((value) => value !== '');
  if (!narrowed) {
    return {
      title: 'Tous vos produits sont archivés',
      text: 'Désarchivez-en un pour le retrouver ici, ou ajoutez un nouveau produit.',
      action: { label: 'Voir les produits archivés', href: address(paths.products(), { archives: 'seuls' }) },
    };
  }
  const hint = 'Cherchez par référence, par le début d’un nom ou par responsable, ou retirez un filtre.';
  return {
    title:
      search === ''
        ? 'Aucun produit ne correspond à ces filtres'
        : `Aucun produit ne correspond à «\u00a0${search}\u00a0»`,
    text:
      anyArchived && filters.archives === '' ? `${hint} Les produits archivés ne sont montrés que sur demande.` : hint,
    action: { label: 'Voir tout le catalogue', href: paths.products() },
  };
}
