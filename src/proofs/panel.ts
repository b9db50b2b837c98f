import { placeOf } from '../answers/head.ts';
import type { ReachedSheet } from '../answers/reach.ts';
import type { ProofRow } from '../answers/sheet.ts';
import { answeringProblem } from '../domain/answers/rights.ts';
import { NotFound } from '../domain/errors.ts';
import { formatDate } from '../domain/french/dates.ts';
import { plural } from '../domain/french/plural.ts';
import { finalisingProblem } from '../domain/proofs/acts.ts';
import { countedTypes, isFinalised, liveOf, missingTypes } from '../domain/proofs/deposited.ts';
import { extensions, MOST_OCTETS } from '../domain/proofs/kinds.ts';
import { type ProofPlace, proofPlace } from '../domain/proofs/places.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';
import { type FileRow, fileRow } from './files.ts';
import { DESCRIPTION_LIMIT } from './schemas.ts';

/** Who looks, and when: “déposée par vous hier à 17 h 08”. */
export type Looking = Pick<SignedVisit, 'actor' | 'now'>;

/** The panel of one criterion, in the questionnaire and on its own page. */
export interface ProofPanel {
  readonly code: string;
  /** Ids of the page start so: several panels meet in one page. */
  readonly id: string;
  readonly types: readonly {
    readonly id: string;
    readonly title: string;
    /** “Procédure de mise à jour : 1”, “Capture : 0, au moins une attendue” */
    readonly words: string;
    readonly done: boolean;
    readonly once: boolean;
  }[];
  /** Those that still take a file. */
  readonly open: readonly { readonly id: string; readonly title: string; readonly once: boolean }[];
  /** How many expected types have none (Q6). */
  readonly missing: number;
  /** “dépôt finalisé le 18 novembre 2026”; null while it is not. */
  readonly finalised: string | null;
  /** Whether whoever looks may deposit: the questionnaire is open, its subject not archived. */
  readonly answerable: boolean;
  readonly finalisation: {
    readonly action: string;
    /** What is missing to finalise; '' when nothing is. */
    readonly problem: string;
    /** It may be opened again: not all of its types are single deposits. */
    readonly reversible: boolean;
    /** Something is deposited that may still be closed. */
    readonly offered: boolean;
  };
  readonly files: readonly FileRow[];
  readonly archived: readonly FileRow[];
  /** Where it is handled without scripts, and where deposits are sent. */
  readonly href: string;
  readonly maxOctets: number;
  readonly extensions: readonly string[];
  readonly descriptionLimit: number;
}

/** Null where nothing is expected and nothing was deposited. */
export function proofPanel(sheet: ReachedSheet, code: string, looking: Looking): ProofPanel | null {
  const place = proofPlace(sheet, code);
  const proofs = sheet.proofs.filter(({ criterion }) => criterion === code);
  if (place === null && proofs.length === 0) return null;
  const expected = place ?? { code, title: code, types: [], scenarios: [] };
  const counts = countedTypes(expected, proofs);
  const answerable = answeringProblem(sheet.subject, sheet.closed) === null;
  const address = { ...placeOf(sheet), code };
  const row = (proof: ProofRow): FileRow => fileRow(proof, typeTitle(place, proof.type), address, looking, answerable);
  const finalised = place !== null && isFinalised(place, proofs);
  return {
    code,
    id: `preuves-${code.replace(/[^\w-]+/g, '-')}`,
    types: counts.map(({ type: { id, title, once }, live }) => ({
      id,
      title,
      once,
      done: live > 0,
      words: `${title}\u00a0: ${live === 0 ? '0, au moins une attendue' : live}`,
    })),
    open: counts.flatMap(({ type: { id, title, once }, closed }) => (closed ? [] : [{ id, title, once }])),
    missing: missingTypes(expected, proofs).length,
    finalised: finalised ? finalisedWords(liveOf(proofs, code)) : null,
    answerable,
    finalisation: {
      action: paths.finaliseProofs(address),
      problem: finalisingProblem(expected, proofs) ?? '',
      reversible: expected.types.some(({ once }) => !once),
      offered: counts.some(({ type: { once } }) => !once),
    },
    files: proofs.filter(({ archivedAt }) => archivedAt === null).map(row),
    archived: proofs.filter(({ archivedAt }) => archivedAt !== null).map(row),
    href: paths.criterionProofs(address),
    maxOctets: MOST_OCTETS,
    extensions,
    descriptionLimit: DESCRIPTION_LIMIT,
  };
}

/** The day of the last deposit: nothing came after it. */
function finalisedWords(live: readonly ProofRow[]): string {
  const last = live.map(({ depositedAt }) => depositedAt).sort((one, other) => other.getTime() - one.getTime())[0];
  const words = plural(live.length, 'preuve déposée', 'preuves déposées');
  return last === undefined ? 'dépôt finalisé' : `dépôt finalisé, ${words} le ${formatDate(last)}`;
}

/** As the place calls it; the id of a type that is expected no more. */
export function typeTitle(place: Pick<ProofPlace, 'types'> | null, type: string): string {
  return place?.types.find(({ id }) => id === type)?.title ?? type;
}

/** The proof that the address names, of the criterion that it names. */
export function proofIn({ proofs }: Pick<ReachedSheet, 'proofs'>, { req }: Pick<SignedVisit, 'req'>): ProofRow {
  const { proof: id, code } = req.params;
  const found = proofs.find((one) => one.id === id && one.criterion === code);
  if (found === undefined) throw new NotFound('Cette preuve est introuvable.');
  return found;
}
