import { expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { expecting } from '../builders/proofs.ts';
import { pdf, png } from '../builders/requests.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { dropped } from './pages/drop.ts';

const desk = { viewport: { width: 1440, height: 900 } };
const demarche = 'referencement-sans-echange';

describeInBrowser('Q6, Q7: step 6.3 of the guide, proofs in the questionnaire', () => {
  const live = useLiveApp();

  /** A requirement that expects two types of proof, answered « Conforme ». */
  async function thePage(options = {}) {
    const { company, claire } = await aVendor(live());
    const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(live());
    await anEnrolment(product, demarche).inside(live());
    const place = expecting(live(), product, demarche, 'ethique-mes').find(({ types }) => types.length === 2);
    if (place === undefined) throw new Error('No requirement expects two types of proof');
    const { code } = place;
    await aResponse(product, 'ethique-mes')
      .answering({ [code]: 3 })
      .draftedBy(claire)
      .inside(live());
    const page = await live().windowOf(claire, { ...desk, ...options });
    const base = `/parcours/mon-espace-sante/${demarche}/${product.reference}/questionnaires/ethique-mes`;
    await page.goto(`${base}#c-${code}`);
    const panel = page.getByRole('group', { name: `Preuves, ${code}` });
    const proofs = () =>
      live().deps.prisma.proof.findMany({ where: { subjectId: product.id }, orderBy: { id: 'asc' } });
    return { page, panel, proofs, base, code };
  }

  test('files are dropped, described and sent one after the other; what is refused says why and is removed', async () => {
    const { page, panel, proofs, code } = await thePage();
    await panel.getByLabel('Description').fill('La procédure, datée');
    await dropped(page, code, [
      { name: 'procedure.pdf', content: pdf },
      { name: 'programme.exe', content: Buffer.from('MZ') },
      { name: 'faux.png', content: Buffer.from('<svg onload="alert(1)"/>') },
    ]);
    await panel.getByRole('link', { name: /^procedure\.pdf/ }).waitFor();
    await panel.getByText('ce type de fichier n’est pas accepté').waitFor();
    await panel.getByText('le contenu de «\u00a0faux.png\u00a0» n’est pas celui d’un fichier png').waitFor();
    expect((await proofs()).map(({ name }) => name)).toEqual(['procedure.pdf']);
    await panel.getByRole('button', { name: 'Retirer programme.exe' }).click();
    await panel.getByText('programme.exe', { exact: true }).waitFor({ state: 'detached' });
  });

  test('without a description nothing is sent until it is written', async () => {
    const { panel, proofs } = await thePage();
    await panel
      .getByLabel('Déposez vos fichiers ici')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png });
    await panel.getByText('Décrivez ce que le vérificateur doit y voir\u00a0: l’envoi commence ensuite.').waitFor();
    expect(await proofs()).toEqual([]);
    await panel.getByLabel('Description').fill('La capture');
    await panel.getByLabel('Description').press('Enter');
    await panel.getByRole('link', { name: /^a\.png/ }).waitFor();
    expect(await proofs()).toMatchObject([{ name: 'a.png', description: 'La capture' }]);
  });

  test('an archived proof is put back; the finished deposit is closed, and opened again', async () => {
    const { page, panel, proofs } = await thePage();
    const choose = panel.getByLabel('Déposez vos fichiers ici');
    await panel.getByLabel('Description').fill('La procédure');
    await choose.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf });
    await panel.getByRole('button', { name: 'Archiver a.pdf' }).click();
    await panel.getByText('Voir les preuves archivées (1)').click();
    await panel.getByRole('button', { name: 'Remettre a.pdf' }).click();
    await panel.getByRole('button', { name: 'Archiver a.pdf' }).waitFor();
    await panel.getByLabel('Description').fill('La capture');
    await choose.setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: png });
    await panel.getByRole('link', { name: /^b\.png/ }).waitFor();
    await panel.getByText('Le dépôt des preuves est finalisé').click();
    await panel.getByText('dépôt finalisé, preuves déposées').waitFor();
    expect((await proofs()).every(({ final }) => final)).toBe(true);
    await panel.getByText('Le dépôt des preuves est finalisé').click();
    await panel.getByLabel('Déposez vos fichiers ici').waitFor({ state: 'attached' });
    await page.close();
  });

  test('Q6: the page says at once what is still missing', async () => {
    const { page, panel, code } = await thePage();
    await page.evaluate(() => {
      document.addEventListener('proofs:changed', (event) => {
        document.title = event instanceof CustomEvent ? `missing ${event.detail.missing}` : '';
      });
    });
    await panel.getByLabel('Description').fill('La procédure');
    await panel
      .getByLabel('Déposez vos fichiers ici')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.waitForFunction(() => document.title === 'missing 1');
    expect(await page.locator(`[data-criterion="${code}"]`).getAttribute('data-missing-proofs')).toBe('1');
  });

  test('without JavaScript the same is done on the page of the requirement', async () => {
    const { page, panel, proofs, code } = await thePage({ javaScriptEnabled: false });
    await panel.getByRole('link', { name: `Gérer les preuves\u00a0: ${code}` }).click();
    await page.getByLabel('Description').first().fill('La procédure');
    await page.getByLabel('Fichiers').setInputFiles([
      { name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf },
      { name: 'b.png', mimeType: 'image/png', buffer: png },
    ]);
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.getByText('2\u00a0preuves déposées').first().waitFor();
    expect(await proofs()).toHaveLength(2);
    await page.getByRole('button', { name: 'Archiver a.pdf' }).click();
    await page.getByText('Voir les preuves archivées (1)').click();
    await page.getByRole('button', { name: 'Remettre a.pdf' }).click();
    await page.getByRole('button', { name: 'Archiver a.pdf' }).waitFor();
  });
});
