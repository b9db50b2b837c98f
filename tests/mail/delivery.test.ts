import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { deliverDue } from '../../src/mail/delivery.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { openOutbox } from '../../src/mail/outbox.ts';
import { openMailFolder, openSmtp, type Transport } from '../../src/mail/transport.ts';
import { root } from '../../src/root.ts';
import { openLog } from '../../src/web/logs.ts';
import { openTemplates } from '../../src/web/templates.ts';
import { useTestDatabase } from '../support/database.ts';
import { openMailbox } from '../support/mailbox.ts';

const database = useTestDatabase();
const log = openLog('silent');
const template = openTemplates({ folder: join(root, 'views'), strict: true });
const HOUR = 3_600_000;
let now = new Date('2026-11-20T10:00:00Z');
const clock = (): Date => now;
const outbox = openOutbox({ template, support: 'support@exemple.fr', clock });

function mailTo(to: string): Mail {
  return {
    to,
    subject: 'Où en êtes-vous ?',
    paragraphs: ['Première ligne <b>'],
    action: { label: 'Ouvrir', url: 'https://exemple.fr/lien' },
  };
}

async function post(to: string): Promise<void> {
  await inTransaction(database().prisma, (transaction) => outbox.post(transaction, mailTo(to)));
}

function deliver(transport: Transport): Promise<number> {
  return deliverDue({ prisma: database().prisma, transport, log, clock });
}

describe('Mails leave with what they announce', () => {
  test('a transaction that fails takes its mail with it', async () => {
    const failed = inTransaction(database().prisma, async (transaction) => {
      await outbox.post(transaction, mailTo('jamais@exemple.fr'));
      throw new Error('in the middle');
    });
    await expect(failed).rejects.toThrow('in the middle');
    expect(await database().prisma.outboxMessage.count({ where: { recipient: 'jamais@exemple.fr' } })).toBe(0);
  });

  test('through SMTP a mail arrives whole, in text and in HTML, and its body is emptied here', async () => {
    const mailbox = await openMailbox();
    const smtp = openSmtp(mailbox.url, 'Convergence <ne-pas-repondre@exemple.fr>');
    await post('claire@exemple.fr');
    while ((await deliver(smtp)) > 0);
    const [mail] = mailbox.to('claire@exemple.fr');
    expect(mail?.subject).toBe('Où en êtes-vous ?');
    expect(mail?.text).toContain('Première ligne <b>');
    expect(mail?.html).toContain('Première ligne &lt;b&gt;');
    expect(mail?.text).toContain('https://exemple.fr/lien');
    const kept = await database().prisma.outboxMessage.findFirstOrThrow({ where: { recipient: 'claire@exemple.fr' } });
    expect([kept.text, kept.html, kept.sentAt]).toEqual(['', '', now]);
    smtp.close();
    await mailbox.close();
  });

  test('with the mail server away it waits, later and later, and leaves when the server is back', async () => {
    const closed = await closedPort();
    const nowhere = openSmtp(`smtp://127.0.0.1:${closed}`, 'a@exemple.fr');
    await post('hugo@exemple.fr');
    expect(await deliver(nowhere)).toBe(1);
    expect(await deliver(nowhere)).toBe(0);
    const waiting = await database().prisma.outboxMessage.findFirstOrThrow({ where: { recipient: 'hugo@exemple.fr' } });
    expect(waiting.lastError).toContain('ECONNREFUSED');
    expect(waiting.text).toContain('https://exemple.fr/lien');
    now = new Date(now.getTime() + HOUR);
    const mailbox = await openMailbox();
    const back = openSmtp(mailbox.url, 'a@exemple.fr');
    expect(await deliver(back)).toBe(1);
    expect(mailbox.to('hugo@exemple.fr')).toHaveLength(1);
    back.close();
    nowhere.close();
    await mailbox.close();
  });

  test('two workers at once send each mail once', async () => {
    const mailbox = await openMailbox();
    const smtp = openSmtp(mailbox.url, 'a@exemple.fr');
    for (let i = 0; i < 30; i += 1) await post(`personne${i}@exemple.fr`);
    const work = async (): Promise<void> => {
      while ((await deliver(smtp)) > 0);
    };
    await Promise.all([work(), work(), work()]);
    for (let i = 0; i < 30; i += 1) expect(mailbox.to(`personne${i}@exemple.fr`)).toHaveLength(1);
    smtp.close();
    await mailbox.close();
  });

  test('a worker killed while sending leaves the mail to another one', async () => {
    await post('ines@exemple.fr');
    const killed: Transport = { send: () => new Promise(() => undefined), close: () => undefined };
    void deliver(killed);
    const mailbox = await openMailbox();
    const smtp = openSmtp(mailbox.url, 'a@exemple.fr');
    await expect
      .poll(
        async () =>
          (await database().prisma.outboxMessage.findFirstOrThrow({ where: { recipient: 'ines@exemple.fr' } }))
            .attempts,
      )
      .toBe(1);
    expect(await deliver(smtp)).toBe(0);
    now = new Date(now.getTime() + HOUR);
    expect(await deliver(smtp)).toBe(1);
    expect(mailbox.to('ines@exemple.fr')).toHaveLength(1);
    smtp.close();
    await mailbox.close();
  });

  test('without SMTP each mail is a file that any mail program reads', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'convergence-courriels-'));
    const files = openMailFolder(folder, 'Convergence <ne-pas-repondre@exemple.fr>');
    await post('noe@exemple.fr');
    await deliver(files);
    const [name = ''] = await readdir(folder);
    const mail = await simpleParser(await readFile(join(folder, name)));
    expect(name).toMatch(/\.eml$/);
    expect([mail.subject, mail.from?.text]).toEqual([
      'Où en êtes-vous ?',
      '"Convergence" <ne-pas-repondre@exemple.fr>',
    ]);
  });

  test('an address or a subject cannot add a header', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'convergence-courriels-'));
    const files = openMailFolder(folder, 'a@exemple.fr');
    await files.send({
      id: 'x',
      to: 'lea@exemple.fr',
      subject: 'Bonjour\r\nBcc: victime@exemple.fr',
      text: '',
      html: '',
      at: now,
    });
    const [name = ''] = await readdir(folder);
    const mail = await simpleParser(await readFile(join(folder, name)));
    expect(mail.bcc).toBeUndefined();
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 1;
}
