import { subjectsOf } from '../../accounts/company.ts';
import { rightsInWords, subjectName } from '../../accounts/words.ts';
import type { Subject } from '../../database/generated/client.ts';
import type { Deps } from '../../deps.ts';
import { accessesProduct, fullName, isStaff, type Person } from '../../domain/accounts/person.ts';
import { formatPhone } from '../../domain/accounts/phone.ts';
import { relationTo } from '../../domain/accounts/relation.ts';
import { formatRelative } from '../../domain/french/dates.ts';
import type { SummaryProps } from '../../web/components/lists.ts';
import { paths } from '../../web/paths.ts';
import { roleLabels } from '../../web/render.ts';
import { hashOfSession } from '../../web/session-store.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { deviceInWords } from '../device.ts';
import { type Myself, myself } from '../myself.ts';
import { type OpenSession, sessionsOf } from '../store.ts';

export function showAccount({ prisma, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const { actor, now } = visit;
    const mine = await myself(prisma, visit);
    const subjects = actor.companyId === null ? [] : await subjectsOf(prisma, actor.companyId);
    const current = hashOfSession(visit.req.sessionID);
    const sessions = await sessionsOf(prisma, actor.id, current, now);
    const { person } = mine;
    render(
      visit,
      'account/show',
      { title: 'Mon compte' },
      {
        text: [fullName(person), actor.companyName ?? 'Agence du Numérique en Santé'].join(' · '),
        profile: profileOf(person),
        profileHref: paths.accountProfile(),
        emailHref: paths.accountEmail(),
        passwordHref: paths.accountPassword(),
        rightsTitle: isStaff(person) ? 'Rôle' : 'Droits et produits',
        rights: rightsOf(person, subjects),
        manager: managerOf(mine),
        responsibleFor: subjects.filter(({ responsibleId }) => responsibleId === person.id).map(subjectName),
        handOverHref: paths.handOver({ login: person.login }),
        sessions: sessions.map((session) => deviceLine(session, session.id === current, now)),
        sessionsHref: paths.accountSessions(),
      },
    );
  };
}

function profileOf(person: Person): SummaryProps {
  return summary([
    ['Nom', [fullName(person)]],
    ['Fonction', person.position === '' ? [] : [person.position]],
    ['Téléphone', person.phone === '' ? [] : [formatPhone(person.phone)]],
    ['Nom d’utilisateur', [person.login]],
    ['Adresse électronique', [person.email]],
  ]);
}

function rightsOf(person: Person, subjects: readonly Subject[]): SummaryProps {
  if (isStaff(person)) return summary([['Rôle', [roleLabels[person.role]]]]);
  const rights = rightsInWords(person);
  const products = subjects
    .filter(({ id, kind }) => kind === 'PRODUCT' && accessesProduct(person, id))
    .map(subjectName);
  return summary([
    ['Rôle', [roleLabels[person.role]]],
    ['Droits', rights.length === 0 ? ['Aucun droit particulier'] : rights],
    ['Produits', products.length === 0 ? ['Aucun produit'] : products],
  ]);
}

/** A6: nobody manages their own rights: the page says whom to ask. */
function managerOf({ person, people }: Myself): string {
  if (isStaff(person)) return '';
  const managers = people.filter((one) => relationTo(one, person, people) === 'below');
  const manager = managers.find(({ id }) => id === person.parentId) ?? managers[0];
  return manager === undefined
    ? 'Votre compte n’est rattaché à aucun autre : vous représentez l’entreprise auprès de l’Agence.'
    : `Vos droits et vos produits sont gérés par ${fullName(manager)} (${manager.email}) : demandez-lui ce qui vous manque.`;
}

function deviceLine(session: OpenSession, isCurrent: boolean, now: Date): string {
  const used = isCurrent ? 'cette session' : `utilisé ${formatRelative(session.lastSeenAt, now)}`;
  return `${deviceInWords(session.userAgent)}, ${used}`;
}

function summary(rows: readonly (readonly [label: string, values: readonly string[]])[]): SummaryProps {
  return { items: rows.map(([label, values]) => ({ label, values, change: null })) };
}
