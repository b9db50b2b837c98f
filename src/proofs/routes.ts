import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { archiveProof } from './actions/archive.ts';
import { attachProof } from './actions/attach.ts';
import { depositProofs } from './actions/deposit.ts';
import { finaliseProofs } from './actions/finalise.ts';
import { readProof } from './actions/read.ts';
import { showProofs } from './actions/show.ts';
import { archiveSchema, attachSchema, finaliseSchema, proofFiles, proofSchema } from './schemas.ts';

/** Q6, Q7. Whose subject it is, and what may be done to it, is asked of each (answers/reach). */
export function proofRoutes(routes: Routes, deps: Deps): void {
  const show = showProofs(deps);
  const { again } = show;
  const { opens, deposit } = depositProofs(deps);

  routes.get(paths.proofs, 'products.list', show.all);
  routes.get(paths.criterionProofs, 'products.list', (visit) => show.ofCriterion(visit));
  routes.post(
    paths.criterionProofs,
    'products.list',
    { schema: proofSchema, files: [proofFiles], again, opens },
    deposit,
  );
  routes.post(paths.attachProof, 'products.list', { schema: attachSchema, again }, attachProof(deps));
  routes.post(paths.finaliseProofs, 'products.list', { schema: finaliseSchema, again }, finaliseProofs(deps));
  routes.get(paths.proof, 'products.list', readProof(deps));
  routes.post(paths.archiveProof, 'products.list', { schema: archiveSchema, again }, archiveProof(deps));
}
