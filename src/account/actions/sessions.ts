import { closeSessions } from '../../accounts/sessions.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { formatRelative } from '../../domain/french/dates.ts';
import { counted } from '../../domain/french/plural.ts';
import { say } from '../../web/flash.ts';
import { paths } from '../../web/paths.ts';
import { hashOfSession } from '../../web/session-store.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { deviceInWords } from '../device.ts';
import type { SessionModel } from '../models.ts';
import { closeSession, type OpenSession, publicId, sessionsOf } from '../store.ts';

export function ownSessions({ prisma, render }: Deps) {
  const list = async (visit: SignedVisit): Promise<void> => {
    const current = hashOfSession(visit.req.sessionID);
    const sessions = await sessionsOf(prisma, visit.actor.id, current, visit.now);
    render(
      visit,
      'account/sessions',
      { title: 'Sessions ouvertes', breadcrumb: [{ label: 'Mon compte', href: paths.account() }] },
      {
        sessions: sessions.map((session) => sessionModel(session, session.id === current, visit.now)),
        closeOthersAction: sessions.some(({ id }) => id !== current) ? paths.revokeOtherSessions() : null,
        passwordHref: paths.accountPassword(),
      },
    );
  };

  const closeOne = async (visit: SignedVisit): Promise<void> => {
    const { actor, req, now, ip } = visit;
    const current = hashOfSession(req.sessionID);
    const device = await inTransaction(prisma, async (transaction) => {
      const sessions = await sessionsOf(transaction, actor.id, current, now);
      const session = sessions.find((one) => publicId(one) === req.params.session);
      if (session === undefined) throw new NotFound('Cette session est introuvable : elle est peut-être déjà fermée.');
      if (session.id === current) {
        throw new RuleBroken('A8', 'C’est la session que vous utilisez : pour la fermer, déconnectez-vous.');
      }
      await closeSession(transaction, actor.id, session.id);
      const device = deviceInWords(session.userAgent);
      await record(transaction, {
        at: now,
        actor,
        ip,
        action: 'session.closed',
        target: actor.login,
        details: { Appareil: device },
      });
      return device;
    });
    say(req, 'success', 'La session est fermée', `${device} : la prochaine page ouverte y demandera de se connecter.`);
    visit.res.redirect(303, paths.accountSessions());
  };

  const closeOthers = async (visit: SignedVisit): Promise<void> => {
    const { actor, req, now, ip } = visit;
    const count = await inTransaction(prisma, async (transaction) => {
      const closed = await closeSessions(transaction, actor.id, hashOfSession(req.sessionID));
      if (closed > 0)
        await record(transaction, {
          at: now,
          actor,
          ip,
          action: 'session.othersClosed',
          target: actor.login,
          details: { Sessions: closed },
        });
      return closed;
    });
    if (count === 0) say(req, 'info', 'Vous n’aviez pas d’autre session ouverte');
    else say(req, 'success', counted(count, 'autre session est fermée', 'autres sessions sont fermées'));
    visit.res.redirect(303, paths.accountSessions());
  };

  return { list, closeOne, closeOthers };
}

function sessionModel(session: OpenSession, isCurrent: boolean, now: Date): SessionModel {
  return {
    device: deviceInWords(session.userAgent),
    address: session.ip === '' ? 'inconnue' : session.ip,
    opened: formatRelative(session.createdAt, now),
    seen: formatRelative(session.lastSeenAt, now),
    closeAction: isCurrent ? null : paths.revokeSession({ session: publicId(session) }),
  };
}
