import { placeOf } from '../../answers/head.ts';
import { type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import type { Deps } from '../../deps.ts';
import { say } from '../../web/flash.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { type SignedVisit, wantsJson } from '../../web/visit.ts';
import { proofPanel } from '../panel.ts';

export interface Done {
  readonly title: string;
  readonly text: string;
}

/** What was done: a script gets the panel as it is now, a person comes back to the page of the criterion. */
export async function answerDone(
  { prisma, referential, template }: Pick<Deps, 'prisma' | 'referential' | 'template'>,
  visit: SignedVisit,
  done: Done,
): Promise<void> {
  const { req, res } = visit;
  const code = String(req.params.code);
  if (!wantsJson(req)) {
    const sheet = await reachSheet(prisma, referential, visit);
    say(req, 'success', done.title, done.text);
    res.redirect(303, paths.criterionProofs({ ...placeOf(sheet), code }));
    return;
  }
  const sheet = await reachSheet(prisma, referential, visit);
  const panel = proofPanel(sheet, code, visit);
  res.json({
    panel: panel === null ? '' : template('proofs/panel', panel),
    missing: panel?.missing ?? 0,
    said: done.title,
  });
}

/** What was refused, for a script; a person is shown the page again. */
export function refuseJson({ res }: Pick<SignedVisit, 'res'>, { status, errors }: Refused): void {
  const message = errors.map((one) => one.message).join(' ');
  res.status(status).json({ error: { title: 'Envoi refusé', message, fields: errors } });
}

/** For the audit: on what, and which questionnaire. */
export function about({ subject, title }: Pick<ReachedSheet, 'subject' | 'title'>, { actor, now, ip }: SignedVisit) {
  return { who: { at: now, actor, ip, target: String(subject.reference) }, where: { questionnaire: title } };
}
