import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface WrittenMail {
  readonly name: string;
  readonly to: string;
  readonly subject: string;
  readonly at: Date;
  readonly paragraphs: readonly (readonly { readonly text: string; readonly href: string | null }[])[];
}

const NAME = /^[\w.-]+\.eml$/;

/** The newest first, at most a hundred: what a developer looks for was just sent. */
export async function latestMails(folder: string): Promise<WrittenMail[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const newest = names
    .filter((name) => NAME.test(name) && !name.startsWith('.'))
    .sort()
    .reverse()
    .slice(0, 100);
  return Promise.all(newest.map((name) => read(folder, name)));
}

export async function findMail(folder: string, name: string): Promise<WrittenMail | null> {
  const names = await readdir(folder).catch((): string[] => []);
  return NAME.test(name) && names.includes(name) ? read(folder, name) : null;
}

/** The parser is a development dependency: production has neither this page nor the package. */
async function read(folder: string, name: string): Promise<WrittenMail> {
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(await readFile(join(folder, name)));
  const to = [mail.to ?? []]
    .flat()
    .map((one) => one.text)
    .join(', ');
  const paragraphs = (mail.text ?? '').split(/\n{2,}/).map((paragraph) => withLinks(paragraph.trim()));
  return { name, to, subject: mail.subject ?? '', at: mail.date ?? new Date(0), paragraphs };
}

function withLinks(text: string): WrittenMail['paragraphs'][number] {
  return text
    .split(/(https?:\/\/\S+)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, href: /^https?:\/\//.test(part) ? new URL(part).pathname : null }));
}
