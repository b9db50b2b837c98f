import { pipeline } from 'node:stream/promises';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../domain/errors.ts';
import type { Refused } from '../../web/forms.ts';
import { asked } from '../../web/lists.ts';
import { paths } from '../../web/paths.ts';
import { queryText, type SignedVisit } from '../../web/visit.ts';
import { examineModel } from '../models/examining.ts';
import { isTab, queueModel, sorts, tabs } from '../models/queue.ts';
import { fileName, isImage, kindOf, labelOf, papersOf } from '../papers.ts';
import { countByStatus, listRequests } from '../queue.ts';
import { type AccountRequest, findByNumber } from '../store.ts';
import { historyOf, nameOf } from '../trail.ts';

const trail = [{ label: 'Demandes de compte', href: paths.requests() }];

/** A2: a verifier reads the requests and their papers. */
export function examiningActions(deps: Deps) {
  const { prisma, render, storage } = deps;

  const list = async (visit: SignedVisit): Promise<void> => {
    const wanted = queryText(visit.req, 'etat');
    const tab = isTab(wanted) ? wanted : 'a-examiner';
    const how = asked(visit.req, sorts, tabs[tab].order);
    const counts = await countByStatus(prisma);
    const found = await listRequests(prisma, tabs[tab], how);
    render(visit, 'requests/queue', { title: 'Demandes de compte' }, queueModel(tab, how, counts, found));
  };

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const request = await requested(visit);
    const model = examineModel(request, await papersOf(prisma, request.id), await historyOf(prisma, request), refused);
    render(
      visit,
      'requests/examine',
      { title: `${nameOf(request)} : ${request.legalName}`, breadcrumb: trail, refused },
      model,
    );
  };

  const requested = async ({ req }: SignedVisit): Promise<AccountRequest> => {
    const request = await findByNumber(prisma, numberOf(req.params.number));
    if (request === null)
      throw new NotFound('Cette demande est introuvable : elle n’existe pas, ou elle a été effacée faute de pièces.');
    return request;
  };

  /** Each access is recorded before anything is read. */
  const showPaper = async (visit: SignedVisit): Promise<void> => {
    const { req, res, actor, now, ip } = visit;
    const request = await requested(visit);
    const kind = kindOf(String(req.params.kind));
    const paper = (await papersOf(prisma, request.id)).find((one) => one.kind === kind);
    if (paper === undefined) throw new NotFound('Cette pièce n’est pas, ou n’est plus, dans la demande.');
    const details = { paper: labelOf[paper.kind] };
    await inTransaction(prisma, (transaction) =>
      record(transaction, { at: now, actor, ip, action: 'request.paperSeen', target: nameOf(request), details }),
    );
    const content = await storage.read(paper.key);
    const shown = isImage(paper) && queryText(req, 'telecharger') === '';
    res.set({
      'Content-Type': paper.contentType,
      'Content-Length': String(paper.size),
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="${fileName(request, paper)}"`,
      // Whatever a stranger put in it, nothing runs and nothing is fetched in our origin.
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    });
    await pipeline(content, res).catch((failure: unknown) => {
      // Whoever closes the tab before the end is no failure.
      if (!res.destroyed) throw failure;
    });
  };

  return { list, show, showPaper };
}

/** What no request can have as a number is not found. */
export function numberOf(text: unknown): number {
  const number = typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
  if (number === null) throw new NotFound('Cette demande est introuvable.');
  return number;
}
