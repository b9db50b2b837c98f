import type { ReachedSheet } from '../../answers/reach.ts';
import type { Mark } from '../written.ts';
import { UnreadableBook } from './archive.ts';

/** A workbook is imported where it was exported from. What it is about is said only as far as the workbook itself says it. */
export function mustBeAbout({ reference, slug, demarche }: Mark, sheet: ReachedSheet): void {
  const { subject, questionnaire, title } = sheet;
  if (reference !== subject.reference) {
    const [other, here] =
      subject.kind === 'STRATEGY' ? ['un autre objet', 'cette stratégie'] : ['un autre produit', 'ce produit'];
    throw new UnreadableBook(
      `Ce classeur est celui d’${other} (référence ${reference})\u00a0: choisissez celui de ${here} (référence ${subject.reference}).`,
    );
  }
  if (slug !== questionnaire.id) {
    throw new UnreadableBook(
      `Ce classeur est celui d’un autre questionnaire\u00a0: choisissez celui de «\u00a0${title}\u00a0».`,
    );
  }
  if (demarche !== sheet.demarche.id) {
    throw new UnreadableBook(
      `Ce classeur a été téléchargé pour une autre démarche\u00a0: choisissez celui de «\u00a0${sheet.demarche.title}\u00a0».`,
    );
  }
}
