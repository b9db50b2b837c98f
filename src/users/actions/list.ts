import { rightsInLine } from '../../accounts/words.ts';
import type { Deps } from '../../deps.ts';
import { type Actor, fullName } from '../../domain/accounts/person.ts';
import { peopleBelow } from '../../domain/accounts/relation.ts';
import { can } from '../../domain/accounts/rights.ts';
import { counted } from '../../domain/french/plural.ts';
import { matches } from '../../domain/search.ts';
import type { Cell, EmptyProps } from '../../web/components/lists.ts';
import { asked, listState, rowsBefore } from '../../web/lists.ts';
import { paths } from '../../web/paths.ts';
import { roleLabels } from '../../web/render.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { companyOf } from '../reach.ts';
import { stateOf } from '../state.ts';
import { detailsOf, type Node, type NodeDetails, nodesOf } from '../store.ts';

const PAGE_SIZE = 20;

export function listUsers({ prisma, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const { actor, now } = visit;
    const how = asked(visit.req, ['nom', 'identifiant', 'role'], 'nom');
    const scope = { companyId: companyOf(actor) };
    const nodes = await nodesOf(scope, prisma);
    const below = peopleBelow(actor, nodes);
    const found = below
      .filter((node) => matches(how.search, fullName(node), node.login, node.email))
      .sort((a, b) => order(how.sort, a, b) * (how.descending ? -1 : 1));
    const first = rowsBefore(how, found.length, PAGE_SIZE);
    const shown = found.slice(first, first + PAGE_SIZE);
    const details = new Map(
      (
        await detailsOf(
          scope,
          prisma,
          shown.map(({ id }) => id),
        )
      ).map((one) => [one.id, one]),
    );
    const names = new Map(nodes.map((node) => [node.id, node.id === actor.id ? 'Vous' : fullName(node)]));
    const state = {
      path: paths.users(),
      searchLabel: 'Nom, nom d’utilisateur ou adresse',
      things: ['utilisateur', 'utilisateurs'] as const,
      total: found.length,
      pageSize: PAGE_SIZE,
    };
    render(
      visit,
      'users/list',
      { title: 'Utilisateurs' },
      {
        add: can(actor, 'people.create')
          ? [{ label: 'Ajouter un utilisateur', href: paths.newUser(), icon: 'fr-icon-user-add-line' }]
          : [],
        table: {
          caption: 'Utilisateurs rattachés à votre compte',
          columns: [
            { label: 'Nom', sort: 'nom' },
            { label: 'Nom d’utilisateur', sort: 'identifiant' },
            { label: 'Rôle', sort: 'role' },
            { label: 'Droits' },
            { label: 'Rattaché à' },
            { label: 'Produits' },
            { label: 'État' },
          ],
          rows: shown.map((node) => row(node, details.get(node.id), names, now)),
          empty: below.length === 0 ? nobodyYet(actor) : nobodyFound(how.search),
          list: below.length === 0 ? null : listState(how, state),
        },
      },
    );
  };
}

function row(node: Node, details: NodeDetails | undefined, names: ReadonlyMap<string, string>, now: Date): Cell[] {
  return [
    { text: fullName(node), href: paths.user({ login: node.login }), note: node.email },
    node.login,
    roleLabels[node.role],
    rightsInLine({ role: node.role, rights: node }) || 'Aucun droit particulier',
    names.get(node.parentId ?? '') ?? '',
    node.role === 'RESPONSIBLE' ? 'Tous' : counted(details?.products ?? 0, 'produit', 'produits'),
    details === undefined ? '' : { view: 'components/state', props: stateOf(details, linkOf(details), now) },
  ];
}

function linkOf({ sentAt, expiresAt, usedAt }: NodeDetails) {
  return sentAt === null || expiresAt === null ? null : { createdAt: sentAt, expiresAt, usedAt };
}

function order(sort: string, a: Node, b: Node): number {
  const byName = `${a.lastName} ${a.firstName}`.localeCompare(`${b.lastName} ${b.firstName}`, 'fr');
  if (sort === 'role') return roleLabels[a.role].localeCompare(roleLabels[b.role], 'fr') || byName;
  return sort === 'identifiant' ? a.login.localeCompare(b.login, 'fr') : byName;
}

function nobodyYet(actor: Actor): EmptyProps {
  const title = 'Aucun compte n’est rattaché au vôtre';
  return can(actor, 'people.create')
    ? {
        title,
        text: 'Invitez un collègue : son compte sera rattaché au vôtre, et vous choisirez ses droits et ses produits.',
        action: { label: 'Ajouter un utilisateur', href: paths.newUser() },
      }
    : {
        title,
        text: 'Votre compte n’a pas le droit d’en créer. Pour inviter un collègue, adressez-vous à la personne qui gère vos droits : son nom est sur la page « Mon compte ».',
        action: { label: 'Voir mon compte', href: paths.account() },
      };
}

function nobodyFound(search: string): EmptyProps {
  return {
    title: `Aucun utilisateur ne correspond à «\u00a0${search}\u00a0»`,
    text: 'Cherchez par le début d’un nom, d’un nom d’utilisateur ou d’une adresse électronique.',
    action: { label: 'Voir tous les utilisateurs', href: paths.users() },
  };
}
