import type { ProofRow } from '../answers/sheet.ts';
import { formatRelative } from '../domain/french/dates.ts';
import { formatSize } from '../domain/french/sizes.ts';
import { type Preview, previewOf } from '../domain/proofs/kinds.ts';
import { address } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { Looking } from './panel.ts';

/** One deposited file, as lists show it. */
export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly icon: 'pdf' | 'image' | 'text' | 'other' | 'archived' | 'bad';
  /** Its type, its weight, who deposited it and when, what became of it. */
  readonly detail: string;
  readonly description: string;
  /** Why it is not read; '' when it is. */
  readonly warning: string;
  /** Null while it may not be read. */
  readonly href: string | null;
  readonly previewHref: string | null;
  /** Where it is archived, or put back; null when it may not be. */
  readonly archiveHref: string | null;
}

interface Place {
  readonly parcours: string;
  readonly demarche: string;
  readonly reference: number;
  readonly slug: string;
  readonly code: string;
}

export function fileRow(
  proof: ProofRow,
  type: string,
  place: Place,
  { actor, now }: Looking,
  answerable: boolean,
): FileRow {
  const { id, name, description, final, archivedAt, archivedBy, state } = proof;
  const by = (person: string): string => (person === actor.name ? 'vous' : person);
  const archived =
    archivedAt === null
      ? `déposée par ${by(proof.depositedBy)} ${formatRelative(proof.depositedAt, now)}`
      : `archivée par ${by(archivedBy ?? '')} ${formatRelative(archivedAt, now)}, reste consultable`;
  const scanned = state === 'READY' && proof.scannedAt !== null ? ['contrôlée'] : [];
  const detail = [type, formatSize(proof.size), archived, ...scanned, ...(final ? ['dépôt finalisé'] : [])];
  const href = paths.proof({ ...place, proof: id });
  const preview = previewOf(proof);
  const readable = state === 'READY';
  return {
    id,
    name,
    icon: archivedAt !== null ? 'archived' : state === 'QUARANTINED' ? 'bad' : iconOf(preview),
    detail: detail.join(' · '),
    description,
    warning: warningOf(proof),
    href: readable ? href : null,
    previewHref: readable && preview !== null ? address(href, { apercu: 'oui' }) : null,
    archiveHref: answerable && !(final && archivedAt === null) ? paths.archiveProof({ ...place, proof: id }) : null,
  };
}

function iconOf(preview: Preview | null): FileRow['icon'] {
  return preview ?? 'other';
}

/** Why a file is not read. */
export function warningOf({ state, finding }: Pick<ProofRow, 'state' | 'finding'>): string {
  if (state === 'WAITING') return 'L’antivirus examine ce fichier\u00a0: il pourra être ouvert ensuite.';
  if (state === 'READY') return '';
  const found = finding === null ? '' : ` (${finding})`;
  return `L’antivirus a mis ce fichier en quarantaine${found}\u00a0: il ne compte pas comme preuve. Vérifiez votre poste, puis déposez un fichier sain.`;
}
