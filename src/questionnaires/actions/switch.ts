import { sectionAnchor } from '../../answers/anchors.ts';
import { placeOf } from '../../answers/head.ts';
import { reachSheet } from '../../answers/reach.ts';
import { type Switched, switchSections } from '../../answers/switch.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { formatTime } from '../../domain/french/dates.ts';
import { paths } from '../../web/paths.ts';
import { type SignedVisit, wantsJson } from '../../web/visit.ts';

/** Q5: a section's switch, by itself. */
export function switchSection({ prisma, referential }: Deps) {
  return async (visit: SignedVisit, switched: Switched): Promise<void> => {
    const { section, reason } = switched;
    const sheet = await inTransaction(prisma, async (transaction) => {
      await switchSections(transaction, referential, visit, [switched]);
      return reachSheet(transaction, referential, visit);
    });
    if (wantsJson(visit.req)) {
      const by = visit.actor.name;
      visit.res.json({ section, notApplicable: reason !== null, reason: reason ?? '', by, at: formatTime(visit.now) });
      return;
    }
    visit.res.redirect(303, `${paths.answer(placeOf(sheet))}#${sectionAnchor(section)}`);
  };
}
