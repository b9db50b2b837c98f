import { subjectsOf } from '../../accounts/company.ts';
import { lastInvitation } from '../../accounts/invitations.ts';
import { rightsInWords, subjectName } from '../../accounts/words.ts';
import type { OneTimeToken, Subject } from '../../database/generated/client.ts';
import type { Deps } from '../../deps.ts';
import { invitationState } from '../../domain/accounts/invitation.ts';
import { accessesProduct, fullName, type Person } from '../../domain/accounts/person.ts';
import { formatPhone } from '../../domain/accounts/phone.ts';
import { peopleBelow } from '../../domain/accounts/relation.ts';
import { subtree } from '../../domain/accounts/tree.ts';
import { formatDateTime } from '../../domain/french/dates.ts';
import { counted } from '../../domain/french/plural.ts';
import type { SummaryProps } from '../../web/components/lists.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { roleLabels } from '../../web/render.ts';
import type { SignedVisit } from '../../web/visit.ts';
import type { UserModel } from '../models.ts';
import { type Reached, reach } from '../reach.ts';
import { stateOf } from '../state.ts';

export function showUser({ prisma, render }: Deps) {
  return async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const reached = await reach(prisma, visit);
    const { person, relation, companyId } = reached;
    if (relation === 'self') return visit.res.redirect(303, paths.account());
    const subjects = await subjectsOf(prisma, companyId);
    const link = person.hasPassword ? null : await lastInvitation(reached, prisma, person.id);
    const login = person.login;
    render(
      visit,
      'users/show',
      { title: fullName(person), breadcrumb: [{ label: 'Utilisateurs', href: paths.users() }], refused },
      {
        text: `${roleLabels[person.role]} · ${person.position}`,
        state: stateOf(person, link, visit.now),
        actions: [
          {
            label: 'Supprimer le compte',
            kind: 'tertiary',
            href: paths.deleteUser({ login }),
            icon: 'fr-icon-delete-line',
          },
        ],
        invitation: invitationOf(person, link, visit.now),
        profile: profileOf(person),
        profileHref: paths.userProfile({ login }),
        rights: rightsOf(reached, subjects),
        rightsHref: paths.userRights({ login }),
        responsibleFor: subjects.filter(({ responsibleId }) => responsibleId === person.id).map(subjectName),
        handOverHref: paths.handOver({ login }),
        attached: attachedTo(reached),
      },
    );
  };
}

function invitationOf(person: Person, link: OneTimeToken | null, now: Date): UserModel['invitation'] {
  const state = invitationState(person, link, now);
  if (state === 'active') return null;
  const action = paths.inviteAgain({ login: person.login });
  if (state === 'invited' && link !== null) {
    return {
      title: 'Cette personne n’a pas encore choisi son mot de passe',
      text: `Une invitation lui a été envoyée le ${formatDateTime(link.createdAt)}. Son lien fonctionne jusqu’au ${formatDateTime(link.expiresAt)}.`,
      action,
    };
  }
  return {
    title: 'Le lien d’invitation ne fonctionne plus',
    text: 'Cette personne n’a pas choisi son mot de passe à temps. Envoyez-lui un nouveau lien, valable 72 heures.',
    action,
  };
}

function profileOf(person: Person): SummaryProps {
  return summary([
    ['Nom d’utilisateur', [person.login]],
    ['Adresse électronique', [person.email]],
    ['Téléphone', [formatPhone(person.phone)]],
    ['Fonction', [person.position]],
  ]);
}

function rightsOf({ actor, person, people }: Reached, subjects: readonly Subject[]): SummaryProps {
  const parent = people.find(({ id }) => id === person.parentId);
  return summary([
    ['Rôle', [roleLabels[person.role]]],
    ['Droits', rightsInWords(person).length === 0 ? ['Aucun droit particulier'] : rightsInWords(person)],
    ['Produits', productsOf(actor, person, subjects)],
    ['Rattaché à', [parent === undefined || parent.id === actor.id ? 'Vous' : fullName(parent)]],
  ]);
}

/** A6: the products that the actor does not see are counted, not named. */
function productsOf(actor: Person, person: Person, subjects: readonly Subject[]): readonly string[] {
  if (person.role === 'RESPONSIBLE') return ['Tous les produits de l’entreprise'];
  const given = subjects.filter(({ id, kind }) => kind === 'PRODUCT' && accessesProduct(person, id));
  if (given.length === 0) return ['Aucun produit'];
  const seen = given.filter(({ id }) => accessesProduct(actor, id));
  const hidden = given.length - seen.length;
  return [
    ...seen.map(subjectName),
    ...(hidden === 0 ? [] : [`${counted(hidden, 'produit', 'produits')} que vous ne voyez pas`]),
  ];
}

function attachedTo({ actor, person, people }: Reached): UserModel['attached'] {
  const names = new Map(people.map((one) => [one.id, fullName(one)]));
  const reachable = new Set(peopleBelow(actor, people).map(({ id }) => id));
  return subtree(people, person.id)
    .filter(({ id }) => reachable.has(id))
    .map((one) => ({
      name: fullName(one),
      href: paths.user({ login: one.login }),
      note:
        one.parentId === person.id
          ? roleLabels[one.role]
          : `${roleLabels[one.role]}, rattaché à ${names.get(one.parentId ?? '') ?? ''}`,
    }));
}

function summary(rows: readonly (readonly [label: string, values: readonly string[]])[]): SummaryProps {
  return { items: rows.map(([label, values]) => ({ label, values, change: null })) };
}
