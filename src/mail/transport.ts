import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: Date;
}

export interface Transport {
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** The same identifier at each attempt: a mail sent twice is shown once by most readers. */
function envelope(from: string, letter: Letter) {
  return {
    from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    date: letter.at,
    messageId: `<${letter.id}@convergence>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export function openSmtp(url: string, from: string): Transport {
  const smtp = createTransport(url, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  return {
    send: async (letter) => {
      await smtp.sendMail(envelope(from, letter));
    },
    close: () => smtp.close(),
  };
}

/** Without SMTP_URL each mail is a file, readable by any mail program. */
export function openMailFolder(folder: string, from: string): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    send: async (letter) => {
      await mkdir(folder, { recursive: true });
      const composed = await composer.sendMail(envelope(from, letter));
      if (!Buffer.isBuffer(composed.message)) throw new Error('The composer answered with a stream');
      const name = `${letter.at.toISOString().replace(/[:.]/g, '-')}_${letter.id}.eml`;
      const file = await open(join(folder, `.${name}`), 'w', 0o600);
      try {
        await file.writeFile(composed.message);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(join(folder, `.${name}`), join(folder, name));
    },
    close: () => composer.close(),
  };
}
