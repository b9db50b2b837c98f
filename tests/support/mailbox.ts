import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Mailbox {
  readonly url: string;
  /** Everything received for this address, oldest first. */
  to(address: string): readonly ParsedMail[];
  close(): Promise<void>;
}

/** A real SMTP server, on a port of its own. */
export async function openMailbox(): Promise<Mailbox> {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    to: (wanted) => received.filter((mail) => addressesOf(mail).includes(wanted.toLowerCase())),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The private link of a mail, as its reader would click it: the path alone. */
export function linkIn(mail: ParsedMail | undefined): string {
  const url = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0];
  if (url === undefined) throw new Error(`No link in the mail « ${mail?.subject ?? 'none'} »`);
  return new URL(url).pathname;
}

function addressesOf(mail: ParsedMail): string[] {
  const to: AddressObject[] = [mail.to ?? []].flat();
  return to.flatMap((one) => one.value.map(({ address }) => (address ?? '').toLowerCase()));
}
