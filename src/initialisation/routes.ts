import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { editIdentification } from './actions/identification.ts';
import { editQualification } from './actions/qualification.ts';
import { changeSchema as schema } from './schemas.ts';

/** P5. Which product may be changed is asked of each (domain/subjects/rights). */
export function initialisationRoutes(routes: Routes, deps: Deps): void {
  const product = {
    identification: editIdentification(deps, 'PRODUCT'),
    qualification: editQualification(deps, 'PRODUCT'),
  };
  const strategy = {
    identification: editIdentification(deps, 'STRATEGY'),
    qualification: editQualification(deps, 'STRATEGY'),
  };

  routes.get(paths.productIdentification, 'products.list', (visit) => product.identification.show(visit));
  routes.post(
    paths.productIdentification,
    'products.list',
    { schema, again: product.identification.show },
    product.identification.save,
  );
  routes.get(paths.productQualification, 'products.list', product.qualification.show);
  routes.post(
    paths.productQualification,
    'products.list',
    { schema, again: product.qualification.again },
    product.qualification.act,
  );

  routes.get(paths.strategyIdentification, 'strategy.open', (visit) => strategy.identification.show(visit));
  routes.post(
    paths.strategyIdentification,
    'strategy.open',
    { schema, again: strategy.identification.show },
    strategy.identification.save,
  );
  routes.get(paths.strategyQualification, 'strategy.open', strategy.qualification.show);
  routes.post(
    paths.strategyQualification,
    'strategy.open',
    { schema, again: strategy.qualification.again },
    strategy.qualification.act,
  );
}
