import type { Response } from 'supertest';
import type { AccountRequest } from '../../src/database/generated/client.ts';
import { isoDay } from '../../src/domain/french/dates.ts';
import type { Sent, SentFile } from '../support/agent.ts';
import type { TestApp } from '../support/app.ts';
import { linkIn } from '../support/mailbox.ts';
import { sirenOf } from './people.ts';

let count = 0;

/** What a visitor types, of a company and a person that no other request has. */
export function aForm(said: Sent = {}) {
  count += 1;
  return {
    legalName: `Santé Logiciels ${count}`,
    legalForm: 'SAS',
    siren: sirenOf(500_000 + count),
    street: '12 rue de la Paix',
    postalCode: '75002',
    city: 'Paris',
    country: 'FR',
    firstName: 'Élodie',
    lastName: 'Durand',
    position: 'Directrice générale',
    email: `elodie${count}@logiciels.example`,
    phone: '01 23 45 67 89',
    capacity: 'LEGAL_REPRESENTATIVE',
    login: `elodie.durand${count}`,
    ...said,
  };
}

export type Form = ReturnType<typeof aForm>;

export const pdf: Buffer = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const png: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const bothPapers: readonly SentFile[] = [
  { field: 'identity', name: 'carte.png', content: png },
  { field: 'kbis', name: 'kbis.pdf', content: pdf },
];

/** A request as its visitor left it, and the private link that the mail brought. */
export interface Asked {
  readonly form: Form;
  readonly link: string;
  /** As it is now. */
  row(): Promise<AccountRequest>;
}

export async function aRequest(app: TestApp, said: Sent = {}): Promise<Asked> {
  const form = aForm(said);
  const answer = await app.visitor().post('/demande-de-compte', form);
  if (answer.status !== 303) throw new Error(`The request was answered with ${answer.status}`);
  return {
    form,
    link: await latestLink(app, form.email),
    row: () => app.deps.prisma.accountRequest.findFirstOrThrow({ where: { email: form.email } }),
  };
}

/** The same, its papers deposited: it waits for a verifier. */
export async function aSubmittedRequest(app: TestApp, said: Sent = {}): Promise<Asked & { readonly number: number }> {
  const request = await aRequest(app, said);
  const answer = await deposit(app, request.link);
  if (answer.status !== 303) throw new Error(`The papers were answered with ${answer.status}`);
  return { ...request, number: (await request.row()).number };
}

export function deposit(
  app: TestApp,
  link: string,
  kbisDate = isoDay(app.now()),
  files = bothPapers,
): Promise<Response> {
  return app.visitor().post(link, { kbisDate }, files);
}

export async function latestLink(app: TestApp, email: string): Promise<string> {
  await app.deliver();
  return linkIn(app.mailbox.to(email).at(-1));
}
