import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { designateResponsible } from './actions/designate.ts';
import { inviteResponsible } from './actions/invite.ts';
import { inviteResponsibleAgain } from './actions/invite-again.ts';
import { listCompanies } from './actions/list.ts';
import { showCompany } from './actions/show.ts';
import { designationSchema, invitationSchema } from './schemas.ts';

export function companyRoutes(routes: Routes, deps: Deps): void {
  const show = showCompany(deps);
  const designation = designateResponsible(deps);
  const invitation = inviteResponsible(deps);

  routes.get(paths.companies, 'companies.manage', listCompanies(deps));
  routes.get(paths.company, 'companies.manage', (visit) => show(visit));

  routes.get(paths.designateResponsible, 'companies.manage', (visit) => designation.show(visit));
  routes.post(
    paths.designateResponsible,
    'companies.manage',
    { schema: designationSchema, again: designation.show },
    designation.save,
  );
  routes.get(paths.inviteResponsible, 'companies.manage', (visit) => invitation.show(visit));
  routes.post(
    paths.inviteResponsible,
    'companies.manage',
    { schema: invitationSchema, again: invitation.show },
    invitation.save,
  );
  routes.post(
    paths.inviteResponsibleAgain,
    'companies.manage',
    { schema: nothing, again: show },
    inviteResponsibleAgain(deps),
  );
}
