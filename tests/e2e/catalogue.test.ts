import { expect, test } from 'vitest';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aStrategy, guideQualification } from '../builders/subjects.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';

const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1360, height: 900 } };

describeInBrowser('The catalogue and the page of a product, by their labels', () => {
  const live = useLiveApp();

  test.each([
    ['a phone', phone],
    ['a desk', desk],
    ['a desk without JavaScript', { ...desk, javaScriptEnabled: false }],
  ])('P6, P7, P9: archived and brought back, duplicated, published, made an option, on %s', async (_, options) => {
    const company = await aCompany().inside(live());
    const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(live());
    await aPerson().of(company).under(claire).named('Hugo', 'Martin').inside(live());
    const carnet = await aProduct('Carnet').of(company).ledBy(claire).qualified(guideQualification).inside(live());
    await anEnrolment(carnet, 'telesoin').inside(live());

    const page = await live().windowOf(claire, options);
    await page.goto('/produits');
    await page.getByRole('link', { name: 'Carnet', exact: true }).click();
    await page.getByRole('button', { name: 'Archiver' }).click();
    await page.getByText('« Carnet – v1.0 » est archivé').waitFor();
    await page.goto('/produits');
    await page.getByText('Tous vos produits sont archivés').waitFor();
    await page.getByRole('link', { name: 'Voir les produits archivés' }).click();
    await page.getByRole('button', { name: 'Désarchiver' }).click();
    await page.getByText('« Carnet – v1.0 » est désarchivé').waitFor();

    await page.getByRole('link', { name: 'Dupliquer' }).click();
    await page.getByLabel('Nom du produit').fill('Carnet Pro');
    await page.getByRole('button', { name: 'Dupliquer' }).click();
    await page.getByText('« Carnet Pro – v1.0 » est ajouté').waitFor();
    await page.getByText('Ce produit n’est inscrit à aucune démarche').waitFor();

    await page.getByRole('link', { name: 'Publier dans l’Observatoire' }).click();
    await page.getByRole('button', { name: 'Publier dans l’Observatoire' }).click();
    await page.getByText('Les données de « Carnet Pro – v1.0 » sont publiées').waitFor();

    await page.getByRole('link', { name: 'Convertir en option' }).click();
    await page
      .getByLabel('Produit socle dont il devient l’option')
      .selectOption({ label: `Carnet – v1.0 – ${carnet.reference}` });
    await page.getByRole('button', { name: 'Convertir en produit option' }).click();
    await page.getByText('« Carnet Pro – v1.0 » est maintenant un produit option').waitFor();

    await page.getByRole('link', { name: 'Confier à quelqu’un d’autre' }).click();
    await page.getByLabel('Nouveau responsable du produit').selectOption({ label: 'Hugo Martin (en reçoit l’accès)' });
    await page.getByRole('button', { name: 'Confier' }).click();
    await page.getByText('« Carnet Pro – v1.0 » est confié à Hugo Martin').waitFor();

    await page.goto('/produits?q=hugo');
    await page.getByRole('link', { name: 'Carnet Pro', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Carnet', exact: true }).count()).toBe(0);
  });

  test('on paper, the page of a product keeps what it says, without its acts', async () => {
    const { claire, carnet } = await aCatalogue();
    const page = await live().windowOf(claire, desk);
    await page.goto(`/produits/${carnet.reference}`);
    const acts = page.getByRole('link', { name: /^(Modifier|Confier|Publier|Dupliquer)/ });
    expect(await acts.count()).toBeGreaterThan(3);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { name: 'Observatoire' }).waitFor();
    expect(await acts.count()).toBe(0);
  });

  test.each(['/produits', '/tableau-de-bord'])(
    'on a phone, each card of %s is headed by its name, without what is empty',
    async (path) => {
      const { claire, carnet } = await aCatalogue();
      const page = await live().windowOf(claire, phone);
      await page.goto(path);
      const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Carnet' }) });
      const [heading, reference] = [
        await row.getByRole('rowheader').boundingBox(),
        await row.locator('[data-text^="Réf."]', { hasText: String(carnet.reference) }).boundingBox(),
      ];
      expect(heading?.y).toBeLessThan(reference?.y ?? 0);
      const strategy = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: 'Stratégie globale' }) });
      expect(await strategy.count()).toBe(path === '/tableau-de-bord' ? 1 : 0);
      expect(await strategy.locator('[data-text="Version"]:visible').count()).toBe(0);
      expect(await row.locator('[data-text="Version"]:visible').count()).toBe(1);
    },
  );

  async function aCatalogue() {
    const company = await aCompany().inside(live());
    const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(live());
    const carnet = await aProduct('Carnet').of(company).ledBy(claire).qualified(guideQualification).inside(live());
    await anEnrolment(carnet, 'telesoin').inside(live());
    const strategy = await aStrategy('Edicare').of(company).ledBy(claire).inside(live());
    await anEnrolment(strategy, 'evaluation-et-projection-socles').inside(live());
    return { claire, carnet };
  }

  test('P4: « Nouvelle démarche », then it is among the product’s', async () => {
    const company = await aCompany().inside(live());
    const claire = await aResponsible().of(company).inside(live());
    const carnet = await aProduct('Carnet').of(company).ledBy(claire).qualified(guideQualification).inside(live());
    const page = await live().windowOf(claire, desk);
    await page.goto(`/produits/${carnet.reference}`);
    await page.getByRole('link', { name: 'Nouvelle démarche' }).click();
    await page.getByRole('button', { name: /^Commencer.*Télésoin/ }).click();
    await page.getByRole('heading', { level: 1, name: /Télésoin/ }).waitFor();
    await page.goto(`/produits/${carnet.reference}`);
    await page.getByRole('link', { name: /^Ouvrir.*Télésoin/ }).waitFor();
  });

  test('P8: narrowed by its filters, the page says how many are left; nothing overflows on a phone', async () => {
    const company = await aCompany().inside(live());
    const claire = await aResponsible().of(company).inside(live());
    const carnet = await aProduct('Carnet').of(company).ledBy(claire).inside(live());
    await aProduct('Module').of(company).ledBy(claire).optionOf(carnet).inside(live());
    for (const options of [desk, phone]) {
      const page = await live().windowOf(claire, options);
      await page.goto('/produits');
      await page.getByLabel('Type').selectOption({ label: 'Option' });
      await page.getByRole('main').getByRole('button', { name: 'Rechercher' }).click();
      await page.getByText('1 produit', { exact: true }).waitFor();
      for (const path of ['/produits', `/produits/${carnet.reference}`]) {
        await page.goto(path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([path, options.viewport.width, overflow <= 0]).toEqual([path, options.viewport.width, true]);
      }
    }
  });
});
