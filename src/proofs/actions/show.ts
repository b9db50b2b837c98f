import { placeOf, sheetTrail } from '../../answers/head.ts';
import { reachSheet } from '../../answers/reach.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../domain/errors.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { queryText, type SignedVisit, wantsJson } from '../../web/visit.ts';
import { allProofsModel, allProofsTitle } from '../all-page.ts';
import { criterionModel, criterionTitle } from '../criterion-page.ts';
import { placeOrLeft } from '../editing.ts';
import { proofPanel } from '../panel.ts';
import { attachableProofs } from '../store.ts';
import { refuseJson } from './answer.ts';

export function showProofs({ prisma, referential, render }: Deps) {
  /** Of the whole questionnaire. */
  const all = async (visit: SignedVisit): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const { req } = visit;
    const wanted = { filter: queryText(req, 'filtre'), search: queryText(req, 'q').trim() };
    const page = { title: allProofsTitle(sheet), breadcrumb: sheetTrail(sheet) };
    render(visit, 'proofs/show', page, allProofsModel(sheet, visit, wanted));
  };

  /** Of one criterion, with the forms that add to them. */
  const ofCriterion = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const place = placeOrLeft(sheet, visit);
    const panel = proofPanel(sheet, place.code, visit);
    if (panel === null) throw new NotFound();
    const attachable = panel.answerable ? await attachableProofs(prisma, sheet.subject.id) : [];
    const trail = [...sheetTrail(sheet), { label: allProofsTitle(sheet), href: paths.proofs(placeOf(sheet)) }];
    render(
      visit,
      'proofs/criterion',
      { title: criterionTitle(place), breadcrumb: trail, refused },
      criterionModel(sheet, place, panel, attachable, refused),
    );
  };

  /** A form that was refused: a script is told why, a person is shown the page again. */
  const again = (visit: SignedVisit, refused: Refused): Promise<void> | void =>
    wantsJson(visit.req) ? refuseJson(visit, refused) : ofCriterion(visit, refused);

  return { all, ofCriterion, again };
}
