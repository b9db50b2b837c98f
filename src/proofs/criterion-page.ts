import { criterionAnchor } from '../answers/anchors.ts';
import { placeOf, sheetHead } from '../answers/head.ts';
import type { ReachedSheet } from '../answers/reach.ts';
import { answeringProblem } from '../domain/answers/rights.ts';
import { formatSize } from '../domain/french/sizes.ts';
import type { ProofPlace } from '../domain/proofs/places.ts';
import { formModel, type Refused } from '../web/forms.ts';
import { paths } from '../web/paths.ts';
import type { CriterionProofsModel } from './models.ts';
import type { ProofPanel } from './panel.ts';
import type { AttachableProof } from './store.ts';

export function criterionTitle({ code, title }: Pick<ProofPlace, 'code' | 'title'>): string {
  return code === title ? `Preuves\u00a0: ${title}` : `Preuves\u00a0: ${code} ${title}`;
}

/** The page of one criterion's proofs. */
export function criterionModel(
  sheet: ReachedSheet,
  place: ProofPlace,
  panel: ProofPanel,
  attachable: readonly AttachableProof[],
  refused?: Refused,
): CriterionProofsModel {
  const { typed } = formModel(refused);
  const address = placeOf(sheet);
  const { code } = place;
  const wanted = panel.open.find(({ id }) => panel.types.some((type) => type.id === id && !type.done)) ?? panel.open[0];
  const known = new Set(
    sheet.proofs.flatMap((one) => (one.criterion === code && one.archivedAt === null ? [one.sha256] : [])),
  );
  return {
    head: sheetHead(sheet, { title: criterionTitle(place), current: 'proofs', actions: [] }),
    panel,
    scenarios: place.scenarios.map(({ title, steps }) => ({ title: title ?? '', steps })),
    notice: answeringProblem(sheet.subject, sheet.closed)?.message ?? '',
    fields: {
      types: place.types.map(({ title, description, once }) => ({ title, description: description ?? '', once })),
      choices: panel.open.map(({ id, title, once }) => ({
        value: id,
        label: once ? `${title} (dépôt unique)` : title,
      })),
      once: panel.open.some(({ once }) => once),
      deposit: {
        type: typed.text('type') || (wanted?.id ?? ''),
        description: typed.text('description'),
      },
    },
    attach: {
      action: paths.attachProof({ ...address, code }),
      choices: attachable
        .filter(({ sha256 }) => !known.has(sha256))
        .map(({ id, name, criterion, size }) => ({ value: id, label: `${name} (${criterion}, ${formatSize(size)})` })),
      proof: typed.text('preuve'),
      type: typed.text('typeRattache'),
      description: typed.text('descriptionRattachee'),
    },
    back:
      sheet.questionnaire.kind === 'deposit'
        ? { label: `Retour à «\u00a0${sheet.title}\u00a0»`, href: paths.answer(address) }
        : { label: `Retour à l’exigence ${code}`, href: `${paths.answer(address)}#${criterionAnchor(code)}` },
  };
}
