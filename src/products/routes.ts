import { whatWasSent } from '../additions/addition.ts';
import { additionSteps } from '../additions/steps.ts';
import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { showAdded } from './actions/added.ts';
import { productAddition } from './addition.ts';

export function productRoutes(routes: Routes, deps: Deps): void {
  const { begin, toTheFirst, toIdentification, toQualification, toRecap } = additionSteps(deps, productAddition(deps));
  const schema = whatWasSent;

  routes.get(paths.newProduct, 'products.create', begin);
  routes.post(paths.newProduct, 'products.create', { schema, again: toIdentification.again }, toIdentification.act);
  routes.get(paths.newProductQualification, 'products.create', toTheFirst);
  routes.post(
    paths.newProductQualification,
    'products.create',
    { schema, again: toQualification.again },
    toQualification.act,
  );
  routes.get(paths.newProductRecap, 'products.create', toTheFirst);
  routes.post(paths.newProductRecap, 'products.create', { schema, again: toRecap.again }, toRecap.act);

  routes.get(paths.productAdded, 'products.list', showAdded(deps));
}
