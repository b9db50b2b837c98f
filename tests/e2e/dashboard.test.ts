import { beforeAll, expect, test } from 'vitest';
import type { Person } from '../../src/domain/accounts/person.ts';
import { notify } from '../../src/notifications/notify.ts';
import { aCompany, aPerson, aResponsible } from '../builders/people.ts';
import { anEnrolment, aProduct, aResponse, aStrategy, guideQualification } from '../builders/subjects.ts';
import { describeInBrowser } from '../support/browser.ts';
import { type LiveApp, useLiveApp } from '../support/live.ts';
import { firstLook, wrongIn } from './walk/looks.ts';

const SOCLES = 'evaluation-et-projection-socles';
const LONG = 300_000;

/** A company at work: something to validate, to read again, to complete, to begin and to read; every kind of cell in the map. */
async function aCompanyAtWork(app: LiveApp): Promise<Person> {
  const { prisma } = app.deps;
  const company = await aCompany().inside(app);
  const claire = await aResponsible().of(company).named('Claire', 'Fontaine').inside(app);
  const enrolled = async (name: string) => {
    const product = await aProduct(name).of(company).ledBy(claire).qualified(guideQualification).inside(app);
    await anEnrolment(product, SOCLES).inside(app);
    return product;
  };
  const carnet = await enrolled('Carnet de suivi Web');
  const passerelle = await enrolled('Passerelle DMP');
  await anEnrolment(passerelle, 'telesoin').inside(app);
  for (let n = 1; n <= 9; n += 1) await enrolled(`Télésuivi ${n}`);
  const ines = await aPerson().of(company).under(claire).accessing(carnet).named('Inès', 'Robin').inside(app);
  await aResponse(carnet, 'securite')
    .answering({ '01.01': 0, '01.02': 1, '02.01': 1, '03.01': 2, '05.01': 3, '06.01': 'na' })
    .validatedBy(claire)
    .inside(app);
  await aResponse(passerelle, 'securite').answering({ '01.01': 3, '01.02': 2 }).draftedBy(claire).inside(app);
  const asked = await aResponse(carnet, 'urbanisation').answering({ 'A04.1': 2 }).draftedBy(ines).inside(app);
  const requested = { requestedAt: app.now(), requestedBy: 'Inès Robin' };
  await prisma.response.update({ where: { id: asked.id }, data: requested });
  const mark = { questionnaire: 'interoperabilite', since: app.now(), changedBy: 'Inès Robin', appeared: ['A08.3.1'] };
  await prisma.rereading.create({ data: { ...mark, subjectId: carnet.id, vanished: ['A10.2'] } });
  await anEnrolment(await aStrategy().of(company).ledBy(claire).inside(app), SOCLES).inside(app);
  await notify(prisma, [claire.id], { title: 'Vos droits ont changé', body: 'Un droit.', href: '/compte' });
  return claire;
}

describeInBrowser('The dashboard and the cartography', () => {
  const live = useLiveApp();
  let claire: Person;

  beforeAll(async () => {
    claire = await aCompanyAtWork(live());
  }, LONG);

  test.each(['/tableau-de-bord?theme=securite', '/tableau-de-bord/a-faire', '/cartographie?theme=securite'])(
    '%s of a company at work: in light and dark, on a desk and on a phone, axe finds nothing and nothing overflows',
    async (path) => {
      const page = await live().windowOf(claire, firstLook);
      await page.goto(path);
      expect(await wrongIn(page, path)).toEqual([]);
    },
    LONG,
  );

  test.each([true, false])(
    'is searched, sorted and turned without losing its place (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const page = await live().windowOf(claire, { javaScriptEnabled });
      await page.goto('/tableau-de-bord');
      await page.getByRole('link', { name: 'Sécurité', exact: true }).click();
      await page.getByRole('heading', { name: 'Sécurité', exact: true }).waitFor();
      await page.getByText('Pas encore validé\u00a0: brouillon à 2/36').waitFor();
      await page.getByRole('searchbox', { name: 'Rechercher un produit' }).fill('passer');
      await page.getByRole('searchbox', { name: 'Rechercher un produit' }).press('Enter');
      await page.getByRole('link', { name: 'Télésuivi 1 – v1.0', exact: true }).waitFor({ state: 'detached' });
      await page.getByRole('columnheader', { name: 'Statut' }).getByRole('link').click();
      await page.locator('th[aria-sort=ascending]', { hasText: 'Statut' }).waitFor();
      // The search of products and the theme are as they were.
      expect(await page.getByRole('searchbox', { name: 'Rechercher un produit' }).inputValue()).toBe('passer');
      await page.getByRole('heading', { name: 'Sécurité', exact: true }).waitFor();
      expect(new URL(page.url()).hash).toBe('#demarches');
    },
  );

  test('on a phone, what is not validated yet and where to begin it are read without scrolling the map', async () => {
    const page = await live().windowOf(claire, { viewport: { width: 390, height: 844 } });
    await page.goto('/tableau-de-bord?theme=interoperabilite');
    const begin = page.getByRole('link', { name: /^Commencer\s: Carnet de suivi Web/ });
    const box = await begin.boundingBox();
    expect(box).not.toBeNull();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  });

  test('a notification is opened, and read, from the to-do list', async () => {
    const page = await live().windowOf(claire);
    await page.goto('/tableau-de-bord/a-faire');
    await page.getByRole('button', { name: 'Ouvrir : Vos droits ont changé' }).click();
    await page.waitForURL('**/compte');
    await page.goto('/tableau-de-bord/a-faire');
    await page.getByRole('heading', { name: 'Tout ce qui vous attend' }).waitFor();
    expect(await page.getByText('Vos droits ont changé').count()).toBe(0);
  });

  test(
    'an empty account, in the four looks',
    async () => {
      const company = await aCompany().inside(live());
      const alone = await aResponsible().of(company).inside(live());
      const page = await live().windowOf(alone, firstLook);
      await page.goto('/tableau-de-bord');
      await page.getByRole('heading', { name: 'Pour commencer' }).waitFor();
      expect(await wrongIn(page, 'the empty dashboard')).toEqual([]);
      await page.goto('/cartographie');
      expect(await wrongIn(page, 'the empty cartography')).toEqual([]);
    },
    LONG,
  );
});
