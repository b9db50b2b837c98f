import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { archiveProduct } from './actions/archive.ts';
import { convertProduct } from './actions/convert.ts';
import { duplicateProduct } from './actions/duplicate.ts';
import { handOverProduct } from './actions/hand-over.ts';
import { listProducts } from './actions/list.ts';
import { showNewDemarche } from './actions/new-demarche.ts';
import { publishProduct } from './actions/publish.ts';
import { downloadSheet } from './actions/sheet.ts';
import { showProduct } from './actions/show.ts';
import { showStrategy } from './actions/strategy.ts';
import { archiveSchema, convertSchema, duplicateSchema, handOverSchema, publishSchema } from './schemas.ts';

/** Which product may be seen or acted upon is asked of each (domain/subjects/rights). */
export function catalogueRoutes(routes: Routes, deps: Deps): void {
  const show = showProduct(deps);
  const archiving = archiveProduct(deps, show);
  const duplication = duplicateProduct(deps);
  const conversion = convertProduct(deps);
  const publication = publishProduct(deps);
  const handOver = handOverProduct(deps);

  routes.get(paths.products, 'products.list', listProducts(deps));
  routes.get(paths.product, 'products.list', (visit) => show(visit));
  routes.get(paths.productSheet, 'products.list', downloadSheet(deps));
  routes.get(paths.productDemarches, 'products.list', showNewDemarche(deps));
  routes.post(
    paths.archiveProduct,
    'products.list',
    { schema: archiveSchema, again: archiving.again },
    archiving.archive,
  );

  routes.get(paths.duplicateProduct, 'products.list', (visit) => duplication.show(visit));
  routes.post(
    paths.duplicateProduct,
    'products.list',
    { schema: duplicateSchema, again: duplication.show },
    duplication.save,
  );
  routes.get(paths.convertProduct, 'products.list', (visit) => conversion.show(visit));
  routes.post(
    paths.convertProduct,
    'products.list',
    { schema: convertSchema, again: conversion.show },
    conversion.save,
  );
  routes.get(paths.publishProduct, 'products.list', (visit) => publication.show(visit));
  routes.post(
    paths.publishProduct,
    'products.list',
    { schema: publishSchema, again: publication.show },
    publication.save,
  );
  routes.get(paths.handOverProduct, 'products.list', (visit) => handOver.show(visit));
  routes.post(paths.handOverProduct, 'products.list', { schema: handOverSchema, again: handOver.show }, handOver.save);

  routes.get(paths.strategy, 'strategy.open', showStrategy(deps));
}
