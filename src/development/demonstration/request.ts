import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOfSecret } from '../../accounts/tokens.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { emailKey, loginKey } from '../../domain/accounts/identifiers.ts';
import { fullName, type Person } from '../../domain/accounts/person.ts';
import { linkExpiry } from '../../domain/accounts/token.ts';
import { notify } from '../../notifications/notify.ts';
import { paths } from '../../web/paths.ts';
import { type Content, folder } from './content.ts';

type Paper = Awaited<ReturnType<typeof storePaper>>;

export async function storePaper({ storage, clock }: Deps, name: string, kind: 'IDENTITY' | 'KBIS') {
  const path = join(folder, name);
  const stored = await storage.write(createReadStream(path), { maxBytes: (await stat(path)).size });
  return {
    kind,
    issuedOn: kind === 'KBIS' ? clock() : null,
    file: { create: { ...stored, originalName: name, contentType: 'application/pdf' } },
  };
}

export async function addRequest(
  transaction: Transaction,
  deps: Deps,
  fields: Content['request'],
  papers: Paper[],
  staff: readonly Person[],
): Promise<void> {
  const now = deps.clock();
  const request = await transaction.accountRequest.create({
    data: {
      ...fields,
      loginKey: loginKey(fields.login),
      emailKey: emailKey(fields.email),
      status: 'SUBMITTED',
      tokenHash: hashOfSecret('the link of the demonstration request opens nothing'),
      tokenExpiresAt: linkExpiry('DEPOSIT_PAPERS', now),
      submittedAt: now,
      papers: { create: papers },
    },
  });
  const verifiers = staff.filter((one) => one.role === 'VERIFIER').map((one) => one.id);
  await notify(transaction, verifiers, {
    title: 'Une demande de compte attend votre examen',
    body: `${fullName(fields)}, pour l’entreprise ${fields.legalName}, a déposé ses pièces.`,
    href: paths.request({ number: request.number }),
  });
}
