import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { placeOf, sheetTrail } from '../../answers/head.ts';
import { type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import type { ProofRow } from '../../answers/sheet.ts';
import type { Deps } from '../../deps.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { formatSize } from '../../domain/french/sizes.ts';
import { previewOf } from '../../domain/proofs/kinds.ts';
import { FileMissing } from '../../storage/storage.ts';
import { address } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import { decodedText } from '../../web/text-content.ts';
import { queryText, type SignedVisit } from '../../web/visit.ts';
import { warningOf } from '../files.ts';
import { proofIn } from '../panel.ts';
import { keyOf } from '../store.ts';

/** As much of a text as a page shows. */
const SHOWN_OCTETS = 200_000;
/** Whatever somebody put in it, nothing runs and nothing is fetched in our origin. */
const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";
/** Browsers refuse to show a PDF in a sandbox: their own reader is one. */
const PDF_READER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** A proof is downloaded under its own name, or looked at where that can do no harm. */
export function readProof({ prisma, referential, storage, render, log }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const proof = proofIn(sheet, visit);
    // Q7: what a scanner has not cleared is read by nobody
    if (proof.state !== 'READY') throw new RuleBroken('Q7', warningOf(proof));
    const key = await keyOf(prisma, proof.id);
    const content = await storage.read(key).catch((failure: unknown) => {
      if (!(failure instanceof FileMissing)) throw failure;
      log.error({ proof: proof.id, file: key }, 'the file of a proof is missing');
      throw new NotFound(
        'Ce fichier manque dans notre stockage\u00a0: l’équipe en est informée. Vous pouvez le déposer de nouveau.',
      );
    });
    const preview = queryText(visit.req, 'apercu') === '' ? null : previewOf(proof);
    if (preview === 'pdf') return sent(visit, proof, content, 'inline', PDF_READER);
    if (preview === 'text') return shown(visit, sheet, proof, await beginningOf(content));
    if (preview === 'image' && queryText(visit.req, 'apercu') === 'image')
      return sent(visit, proof, content, 'inline', SANDBOX);
    if (preview === 'image') {
      content.destroy();
      return shown(visit, sheet, proof, null);
    }
    return sent(visit, proof, content, 'attachment', SANDBOX);
  };

  function shown(visit: SignedVisit, sheet: ReachedSheet, proof: ProofRow, beginning: Buffer | null): void {
    const place = { ...placeOf(sheet), code: proof.criterion };
    const href = paths.proof({ ...place, proof: proof.id });
    const back = { label: `Retour aux preuves de ${proof.criterion}`, href: paths.criterionProofs(place) };
    render(
      visit,
      'proofs/preview',
      {
        title: proof.name,
        breadcrumb: [...sheetTrail(sheet), { label: `Preuves\u00a0: ${proof.criterion}`, href: back.href }],
      },
      {
        name: proof.name,
        detail: [proof.description, formatSize(proof.size)].join(' · '),
        image: beginning === null ? address(href, { apercu: 'image' }) : null,
        text: beginning === null ? null : decodedText(beginning),
        cut:
          beginning !== null && beginning.length < proof.size
            ? `Seuls les ${formatSize(beginning.length)} du début sont affichés\u00a0: téléchargez le fichier pour le lire en entier.`
            : '',
        href,
        back,
      },
    );
  }
}

async function sent(
  { res }: SignedVisit,
  { name, contentType, size }: ProofRow,
  content: Readable,
  disposition: 'inline' | 'attachment',
  policy: string,
): Promise<void> {
  res.attachment(name);
  const named = String(res.getHeader('Content-Disposition')).replace(/^attachment/, disposition);
  res.set({
    'Content-Type': contentType,
    'Content-Length': String(size),
    'Content-Disposition': named,
    'Content-Security-Policy': policy,
  });
  await pipeline(content, res).catch((failure: unknown) => {
    // Whoever closes the tab before the end is no failure.
    if (!res.destroyed) throw failure;
  });
}

async function beginningOf(content: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of content) {
    parts.push(part);
    length += part.length;
    if (length >= SHOWN_OCTETS) break;
  }
  return Buffer.concat(parts).subarray(0, SHOWN_OCTETS);
}
