import { criterionAnchor } from '../../answers/anchors.ts';
import { placeOf, sheetHead } from '../../answers/head.ts';
import type { ReachedSheet } from '../../answers/reach.ts';
import type { AnswerFilter } from '../../domain/answers/filters.ts';
import { answeringProblem } from '../../domain/answers/rights.ts';
import { formatRelative } from '../../domain/french/dates.ts';
import { address } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import type { AnswerModel } from '../models.ts';
import type { Kit } from './criterion.ts';
import { footModel } from './foot.ts';
import { noticesOf } from './notices.ts';
import { railModel } from './rail.ts';
import { sectionModels } from './sections.ts';
import { type Back, type Shown, shownOf } from './shown.ts';
import { startWindow } from './start.ts';

/** « Évaluation : Sécurité ». */
export function answerTitle({ title }: Pick<ReachedSheet, 'title'>): string {
  return `Évaluation\u00a0: ${title}`;
}

/** The page where a questionnaire of criteria is answered. */
export function answerModel(
  kit: Kit,
  sheet: ReachedSheet,
  { actor, now }: Pick<SignedVisit, 'actor' | 'now'>,
  { filter, back }: { readonly filter: AnswerFilter | null; readonly back: Back },
): AnswerModel {
  const shown = shownOf(sheet, now, actor, back);
  const place = placeOf(sheet);
  const path = paths.answer(place);
  const rail = railModel(kit, shown, path, filter);
  const current = rail.filters.find((one) => one.current);
  const kept = filter === null ? shown.criteria : shown.criteria.filter(({ filters }) => filters.includes(filter));
  const locked = answeringProblem(sheet.subject, sheet.closed) !== null;
  const action = current?.href ?? path;
  return {
    head: sheetHead(sheet, {
      title: answerTitle(sheet),
      current: 'answer',
      actions: [
        { label: 'Télécharger (Excel)', href: paths.downloadAnswers(place), icon: 'fr-icon-download-line' },
        ...(locked
          ? []
          : [{ label: 'Importer un fichier Excel', href: paths.importAnswers(place), icon: 'fr-icon-upload-line' }]),
        { label: 'Informations utiles au démarrage', opens: startId, icon: 'fr-icon-information-line' },
      ],
    }),
    kind: rail.kind,
    action,
    saveAction: paths.saveAnswers(place),
    switchAction: paths.switchSection(place),
    signInHref: address(paths.signIn(), { retour: path }),
    keep: `${actor.id}/${sheet.subject.reference}/${sheet.questionnaire.id}`,
    locked,
    notices: noticesOf(sheet, { actor, now }),
    resume: resumeOf(shown),
    start: startWindow(startId, rail.kind),
    acceptedWords: `Accepté pour «\u00a0${sheet.demarche.title}\u00a0»`,
    rail,
    sections: sectionModels(kit, shown, kept),
    empty: emptyOf(shown, filter === null ? null : (current?.label ?? ''), path),
    foot: footModel(shown, rail, actor, locked),
  };

  function emptyOf({ criteria }: Shown, label: string | null, all: string): AnswerModel['empty'] {
    if (kept.length > 0) return null;
    return criteria.length === 0 || label === null
      ? { title: 'Rien ne s’applique à cet objet\u00a0: il reste à valider.' }
      : {
          title: `${rail.kind === 'maturity' ? 'Aucun critère' : 'Aucune exigence'} sous «\u00a0${label}\u00a0».`,
          action: { label: 'Tout afficher', href: all },
        };
  }
}

const startId = 'informations-utiles';

/** « Vous en étiez au critère 04.04 …, aujourd’hui à 19 h 12. » */
function resumeOf({ criteria, now, reader }: Shown): AnswerModel['resume'] {
  const [last] = criteria
    .filter(({ saved }) => saved !== null && saved.revision > 0 && saved.answeredById === reader.id)
    .toSorted((one, other) => (other.saved?.answeredAt.getTime() ?? 0) - (one.saved?.answeredAt.getTime() ?? 0));
  if (last?.saved == null) return null;
  return {
    title: `${last.code} ${last.criterion.title}`,
    when: formatRelative(last.saved.answeredAt, now),
    href: `#${criterionAnchor(last.code)}`,
  };
}
