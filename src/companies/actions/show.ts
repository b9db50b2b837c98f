import type { Company, OneTimeToken } from '../../database/generated/client.ts';
import type { Deps } from '../../deps.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { formatSiren } from '../../domain/accounts/siren.ts';
import { successors } from '../../domain/accounts/succession.ts';
import { atTheTop } from '../../domain/accounts/tree.ts';
import { formatDate } from '../../domain/french/dates.ts';
import { counted } from '../../domain/french/plural.ts';
import { stateOf } from '../../users/state.ts';
import type { ButtonProps } from '../../web/components/forms.ts';
import type { SummaryProps } from '../../web/components/lists.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { roleLabels } from '../../web/render.ts';
import type { SignedVisit } from '../../web/visit.ts';
import type { BranchModel } from '../models.ts';
import { type Reached, reach } from '../reach.ts';
import { invitationsIn, type Member } from '../store.ts';

export function showCompany({ prisma, render }: Deps) {
  return async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const reached = await reach(prisma, visit);
    const { company, people } = reached;
    const links = await invitationsIn(company.id, prisma);
    render(
      visit,
      'companies/show',
      {
        title: company.legalName,
        breadcrumb: [{ label: 'Entreprises', href: paths.companies() }],
        refused,
      },
      {
        text: `SIREN ${formatSiren(company.siren)}`,
        actions: actionsFor(reached),
        facts: factsOf(company),
        people: atTheTop(people).map((top) => branch(top, reached, links, visit.now)),
        count: counted(people.length, 'compte', 'comptes'),
      },
    );
  };
}

/** What makes no sense is not offered. */
function actionsFor({ company: { siren }, people }: Reached): ButtonProps[] {
  const canDesignate = successors(people).length > 0;
  const invite: ButtonProps = {
    label: 'Inviter un nouveau Responsable',
    kind: canDesignate ? 'secondary' : 'primary',
    href: paths.inviteResponsible({ siren }),
  };
  if (!canDesignate) return [invite];
  return [{ label: 'Désigner un nouveau Responsable', href: paths.designateResponsible({ siren }) }, invite];
}

function factsOf(company: Company): SummaryProps {
  const { legalForm, street, postalCode, city, createdAt } = company;
  return {
    items: [
      { label: 'Forme juridique', values: [legalForm], change: null },
      { label: 'Adresse', values: [street, `${postalCode} ${city}`], change: null },
      { label: 'Compte ouvert le', values: [formatDate(createdAt)], change: null },
    ],
  };
}

function branch(
  person: Member,
  reached: Reached,
  links: ReadonlyMap<string, OneTimeToken>,
  now: Date,
  above: readonly string[] = [],
): BranchModel {
  const { company, people } = reached;
  const path = [...above, person.id];
  const link = links.get(person.id) ?? null;
  const isTop = above.length === 0;
  return {
    name: fullName(person),
    role: [roleLabels[person.role], person.position].filter((one) => one !== '').join(' · '),
    email: person.email,
    state: stateOf(person, link, now),
    inviteAction:
      isTop && !person.hasPassword ? paths.inviteResponsibleAgain({ siren: company.siren, login: person.login }) : '',
    below: people
      .filter(({ id, parentId }) => parentId === person.id && !path.includes(id))
      .map((one) => branch(one, reached, links, now, path)),
  };
}
