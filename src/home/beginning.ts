import type { Actor } from '../domain/accounts/person.ts';
import { can } from '../domain/accounts/rights.ts';
import { paths } from '../web/paths.ts';
import type { DashboardModel } from './models.ts';

/** How one begins, while one sees no product. */
export function beginningOf(actor: Actor): DashboardModel['beginning'] {
  return [
    {
      title: 'Ajoutez un produit',
      text: 'Identification, qualification, récapitulatif\u00a0: la qualification décide des critères qui concernent votre produit. Un produit déjà ajouté par un collègue\u00a0? Demandez-lui de vous y donner accès.',
      href: can(actor, 'products.create') ? paths.newProduct() : null,
    },
    {
      title: 'Choisissez une démarche',
      text: 'Une fois le produit ajouté, sélectionnez ci-dessous le parcours qui répond à votre besoin, puis ajoutez le produit à l’une de ses démarches.',
      href: null,
    },
    {
      title: 'Répondez aux questionnaires',
      text: 'Ils sont publics\u00a0: lisez dès maintenant les critères, les niveaux recommandés et ce que chaque démarche accepte.',
      href: paths.questionnaires(),
    },
  ];
}
