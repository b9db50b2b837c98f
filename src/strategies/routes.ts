import { whatWasSent } from '../additions/addition.ts';
import { additionSteps } from '../additions/steps.ts';
import type { Deps } from '../deps.ts';
import { companyOf } from '../subjects/reach.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { strategyAddition } from './addition.ts';
import { hasStrategy } from './store.ts';

export function strategyRoutes(routes: Routes, deps: Deps): void {
  const { begin, toTheFirst, toIdentification, toQualification, toRecap } = additionSteps(deps, strategyAddition(deps));
  const schema = whatWasSent;

  routes.get(paths.newStrategy, 'strategy.open', async (visit) => {
    // One per company: it is initialised once
    if (await hasStrategy(deps.prisma, companyOf(visit.actor, 'STRATEGY'))) visit.res.redirect(303, paths.strategy());
    else await begin(visit);
  });
  routes.post(paths.newStrategy, 'strategy.open', { schema, again: toIdentification.again }, toIdentification.act);
  routes.get(paths.newStrategyQualification, 'strategy.open', toTheFirst);
  routes.post(
    paths.newStrategyQualification,
    'strategy.open',
    { schema, again: toQualification.again },
    toQualification.act,
  );
  routes.get(paths.newStrategyRecap, 'strategy.open', toTheFirst);
  routes.post(paths.newStrategyRecap, 'strategy.open', { schema, again: toRecap.again }, toRecap.act);
}
