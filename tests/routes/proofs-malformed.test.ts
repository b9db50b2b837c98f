import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { honest, zip } from '../builders/files.ts';
import { expecting } from '../builders/proofs.ts';
import { pdf, png } from '../builders/requests.ts';
import { anEnrolment, aProduct, guideQualification } from '../builders/subjects.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const demarche = 'referencement-sans-echange';

let page = '';
let type = '';
let agent: Agent;
let token = '';

beforeAll(async () => {
  const { company, claire } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, demarche).inside(app());
  const [place] = expecting(app(), product, demarche, 'ethique-mes');
  page = `/parcours/mon-espace-sante/${demarche}/${product.reference}/questionnaires/ethique-mes/preuves/${place?.code}`;
  type = place?.types[0] ?? '';
  agent = await app().as(claire);
  token = /name="_csrf" value="([^"]+)"/.exec((await agent.get(page)).text)?.[1] ?? '';
});

type Named = readonly [name: string, content: Buffer, field?: string];

async function send(...files: readonly Named[]) {
  const post = agent.raw('post', page).accept('application/json');
  post.field('_csrf', token).field('type', type).field('description', 'Ce qui s’y voit');
  for (const [name, content, field = 'fichier'] of files) post.attach(field, content, { filename: name });
  const answer = await post;
  return { status: answer.status, said: String(answer.body.error?.message ?? '') };
}

const proofs = () => app().deps.prisma.proof.findMany({ include: { file: true }, orderBy: { id: 'asc' } });

/** Finished or not. */
async function onDisk(): Promise<string[]> {
  const folder = join(app().deps.config.dataDir, 'fichiers');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

const html = Buffer.from('<!DOCTYPE html><html><script>alert(document.cookie)</script></html>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
const program = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(200)]);
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
const bomb = zip({ 'zeros.bin': Buffer.alloc(50_000_000) });
const kinds = Object.keys(honest);
const texts = ['txt', 'csv'];
const big = (start: Buffer) => Buffer.concat([start, Buffer.alloc(11_000_000 - start.length, 0x20)]);
const wrong = 'n’est pas celui d’un fichier';
const unaccepted = 'n’est pas d’un type accepté';

const refused: readonly (readonly [what: string, name: string, content: Buffer, said: string])[] = [
  ...kinds.map((kind) => [`an empty .${kind}`, `vide.${kind}`, Buffer.alloc(0), 'est vide'] as const),
  ...kinds.map((kind) => [`a program named .${kind}`, `jeu.${kind}`, program, wrong] as const),
  ...kinds
    .filter((kind) => !texts.includes(kind))
    .map((kind) => [`a page of HTML named .${kind}`, `page.${kind}`, html, wrong] as const),
  ...kinds
    .filter((kind) => ![...texts, 'xml'].includes(kind))
    .map(
      (kind) =>
        [`the two first octets of a .${kind}`, `coupe.${kind}`, (honest[kind] ?? pdf).subarray(0, 2), wrong] as const,
    ),
  ['an SVG with a script named .png', 'image.png', svg, wrong],
  ['an image named .pdf', 'image.pdf', png, wrong],
  ['a PDF named .png', 'document.png', pdf, wrong],
  ['an archive named .docx', 'archive.docx', honest.zip ?? pdf, wrong],
  ['a spreadsheet named .docx', 'tableur.docx', honest.xlsx ?? pdf, wrong],
  ['a text document named .ods', 'texte.ods', honest.odt ?? pdf, wrong],
  ['a text with a NUL', 'nul.txt', Buffer.from('Bonjour\0'), wrong],
  [
    'a text that becomes binary far from its beginning',
    'long.csv',
    Buffer.concat([Buffer.alloc(300_000, 0x61), Buffer.from([1])]),
    wrong,
  ],
  ['an image named .txt', 'image.txt', png, wrong],
  ['a text named .xml', 'texte.xml', Buffer.from('Bonjour'), wrong],
  ['a PDF of 11 Mo', 'gros.pdf', big(pdf), 'dépasse 10\u00a0Mo'],
  ['a text of 11 Mo', 'gros.txt', big(Buffer.from('a')), 'dépasse 10\u00a0Mo'],
  ['an image of 11 Mo', 'gros.png', big(png), 'dépasse 10\u00a0Mo'],
  ['a program', 'jeu.exe', program, unaccepted],
  ['a script', 'page.js', Buffer.from('alert(1)'), unaccepted],
  ['an SVG', 'image.svg', svg, unaccepted],
  ['a page', 'page.html', html, unaccepted],
  ['no extension', 'procedure', pdf, unaccepted],
  ['nothing before the extension', ' .pdf', pdf, unaccepted],
  ['two extensions, the last one of a program', 'procedure.pdf.exe', pdf, unaccepted],
  ['an extension of 300 letters', `a.${'x'.repeat(300)}`, pdf, unaccepted],
];

const stored: readonly (readonly [what: string, name: string, content: Buffer, kept: string])[] = [
  ...kinds.map((kind) => [`an honest .${kind}`, `honnete.${kind}`, honest[kind] ?? pdf, `honnete.${kind}`] as const),
  ['an extension in capitals', 'PROCEDURE.PDF', pdf, 'PROCEDURE.PDF'],
  ['a name of 300 letters', `${'é'.repeat(300)}.pdf`, pdf, `${'é'.repeat(120)}.pdf`],
  ['a name whose 120th letter is an emoji', `${'a'.repeat(119)}😀b.pdf`, pdf, `${'a'.repeat(119)}😀.pdf`],
  ['a name that is a path', '../../etc/passwd.pdf', pdf, 'passwd.pdf'],
  ['a name that is a path of Windows', 'C:\\Windows\\system32\\a.pdf', pdf, 'a.pdf'],
  ['a name that turns the text around', 'facture\u202efdp.exe.pdf', pdf, 'facturefdp.exe.pdf'],
  ['a name with what breaks headers and pages', 'a"<b>|c?.pdf', pdf, 'abc.pdf'],
  ['a page of HTML named .txt', 'page.txt', html, 'page.txt'],
  ['an SVG named .xml', 'image.xml', svg, 'image.xml'],
  ['the EICAR text', 'eicar.txt', eicar, 'eicar.txt'],
  ['an archive that unpacks to 50 Mo', 'bombe.zip', bomb, 'bombe.zip'],
  ['a document under a password', 'secret.docx', honest.doc ?? pdf, 'secret.docx'],
  ['a text of Windows', 'ancien.txt', Buffer.from('Proc\xe9dure', 'latin1'), 'ancien.txt'],
  ['a text of Excel, in UTF-16', 'export.csv', Buffer.from('\ufeffa;b', 'utf16le'), 'export.csv'],
  ['a document cut before its end', 'coupe.pdf', pdf.subarray(0, 40), 'coupe.pdf'],
];

describe('Q7: a malformed upload is refused with a message that helps, and leaves nothing', () => {
  test.each(refused)('%s', async (_, name, content, said) => {
    const before = await onDisk();
    const answer = await send([name, content]);
    expect([answer.status, answer.said]).toEqual([422, expect.stringContaining(said)]);
    expect(await onDisk()).toEqual(before);
    expect(await proofs()).toEqual([]);
  });

  test('among the three files of one form, one that is refused takes the others with it', async () => {
    const before = await onDisk();
    const answer = await send(['a.pdf', pdf], ['faux.png', svg], ['b.txt', Buffer.from('Bonjour')]);
    expect([answer.status, answer.said]).toEqual([422, expect.stringContaining('faux.png')]);
    expect(await onDisk()).toEqual(before);
  });

  test('a file in a field of another name, or more files than may be sent at once', async () => {
    const before = await onDisk();
    expect((await send(['a.pdf', pdf, 'autre'])).status).toBe(422);
    const many = Array.from({ length: 11 }, (_, n) => [`${n}.pdf`, pdf] as const);
    expect(await send(...many)).toMatchObject({ status: 422, said: expect.stringContaining('10 fichiers au plus') });
    const toomany = Array.from({ length: 25 }, (_, n) => [`${n}.pdf`, pdf] as const);
    expect((await send(...toomany)).status).toBe(422);
    await expect.poll(onDisk).toEqual(before);
  });
});

describe('Q7: a form with files that cannot be read says what to do', () => {
  const cases = [
    ['a text of more than 100 ko', 'description', 'x'.repeat(100_001), 413, 'raccourcissez votre saisie'],
    ['a field without a name', '', 'x', 400, 'n’a pas compris cette demande'],
  ] as const;

  test.each(cases)('%s', async (_, name, value, status, said) => {
    const before = await onDisk();
    const line = '--b\r\nContent-Disposition: form-data; name=';
    const field = (of: string, text: string) => `${line}"${of}"\r\n\r\n${text}\r\n`;
    const answer = await agent
      .raw('post', page)
      .accept('application/json')
      .type('multipart/form-data; boundary=b')
      .send(`${field('_csrf', token)}${line}"fichier"; filename="a.pdf"\r\n\r\n${pdf}\r\n${field(name, value)}--b--`);
    expect([answer.status, answer.body.error?.message]).toEqual([status, expect.stringContaining(said)]);
    await expect.poll(onDisk).toEqual(before);
  });
});

describe('Q7: whatever is accepted is kept harmlessly', () => {
  test.each(stored)('%s', async (_, name, content, kept) => {
    expect(await send([name, content])).toEqual({ status: 200, said: '' });
    const [proof] = await proofs();
    expect(proof).toMatchObject({ name: kept, file: { size: content.length } });
    // Where it is, nothing is left of its name
    expect(proof?.file.key).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/);
    const read = await agent.get(`${page}/${proof?.id}`);
    expect(read.status).toBe(200);
    expect(read.headers['content-disposition']).toMatch(/^attachment;/);
    expect(read.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    expect(read.headers['x-content-type-options']).toBe('nosniff');
    await app().deps.prisma.proof.deleteMany();
  });
});
