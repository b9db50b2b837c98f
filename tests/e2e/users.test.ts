import { expect, test } from 'vitest';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';

describeInBrowser('Rights and hand-over, as a Responsable does them (A6, A7)', () => {
  const live = useLiveApp();

  test('A6: among many products one is found, ticked and kept in sight', async () => {
    const company = await aCompany().inside(live());
    const claire = await aResponsible().of(company).inside(live());
    const hugo = await aPerson().of(company).under(claire).inside(live());
    for (let n = 1; n <= 14; n += 1) await aProduct(`Produit ${n}`).of(company).ledBy(claire).inside(live());
    const telesuivi = await aProduct('Télésuivi').of(company).ledBy(claire).inside(live());

    const page = await live().windowOf(claire);
    await page.goto(`/utilisateurs/${hugo.login}/droits`);
    const search = page.getByLabel('Chercher un produit');
    await search.fill('telesui');
    await search.press('Enter');
    await page.getByRole('status').filter({ hasText: '1 sur 15' }).waitFor();
    await page.getByText('Produit 7').waitFor({ state: 'hidden' });
    await page.getByText('Télésuivi', { exact: false }).click();
    await search.fill('produit 7');
    await page.getByText('Télésuivi').waitFor();
    await page.getByText('Produit 7').waitFor();
    await page.getByText('Produit 8').waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Enregistrer les droits' }).click();
    await page.getByText('Les droits sont enregistrés').waitFor();
    const given = await live().deps.prisma.subjectAccess.findMany({ where: { userId: hugo.id } });
    expect(given.map(({ subjectId }) => subjectId)).toEqual([telesuivi.id]);
  });

  test.each([true, false])(
    'A7: what blocks a deletion is handed over in place (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const company = await aCompany().inside(live());
      const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(live());
      const hugo = await aPerson().of(company).under(claire).named('Hugo', 'Martin').inside(live());
      await aProduct('Carnet').of(company).ledBy(hugo).inside(live());

      const page = await live().windowOf(claire, { javaScriptEnabled });
      await page.goto('/utilisateurs');
      await page.getByRole('link', { name: 'Hugo Martin' }).click();
      await page.getByRole('link', { name: 'Supprimer le compte' }).click();
      await page.getByLabel(/^Carnet/).selectOption({ label: 'Claire Roux' });
      await page.getByRole('button', { name: 'Confier' }).click();
      await page.getByText('La passation est faite').waitFor();
      await page.getByRole('button', { name: 'Supprimer ce compte' }).click();
      await page.getByText('Le compte de Hugo Martin est supprimé').waitFor();
      await page.getByText('Aucun compte n’est rattaché au vôtre').waitFor();
    },
  );
});
