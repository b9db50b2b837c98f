import { expect, test } from 'vitest';
import { citedSubject } from '../../src/domain/subjects/subject.ts';
import { everyCriterion } from '../builders/answers.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, aStrategy, guideQualification } from '../builders/subjects.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { rowsOf, sheetIn } from '../support/workbook.ts';
import { dropped } from './pages/drop.ts';
import { guideByKeyboard, guidePage } from './pages/guide.ts';
import { DESK, MES, SOCLES } from './pages/questionnaires.ts';

/** How long a loaded machine may take. */
const LONG = { timeout: 300_000 };

describeInBrowser('The guide’s steps, from « Démarrer » to what comes next', () => {
  const live = useLiveApp();

  async function theProduct() {
    const company = await aCompany().inside(live());
    const claire = await aResponsible().of(company).named('Claire', 'Roux').with({ validates: true }).inside(live());
    const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(live());
    return { company, claire, product };
  }

  /** The strategy in its démarche, on its page. */
  async function theStrategy(options = {}) {
    const { company, claire } = await theProduct();
    const strategy = await aStrategy().of(company).ledBy(claire).inside(live());
    await anEnrolment(strategy, SOCLES.demarche).inside(live());
    const page = await live().windowOf(claire, { ...DESK, ...options });
    await page.goto(`/parcours/${SOCLES.parcours}/${SOCLES.demarche}/${strategy.reference}`);
    const codes = Object.keys(everyCriterion(live(), strategy, SOCLES.demarche, 'politique-globale', 2));
    const validated = () =>
      live().deps.prisma.response.findFirst({ where: { subjectId: strategy.id, status: 'VALIDATED' } });
    return { page, codes, validated };
  }

  test('Q2 to Q4, Q8, Q9: steps 4.1 to 5.2, Interopérabilité, by who answers and who validates', LONG, async () => {
    const { company, claire, product } = await theProduct();
    const option = await aProduct('Module Partage').of(company).ledBy(claire).optionOf(product).inside(live());
    const member = aPerson().of(company).under(claire);
    const hugo = await member.accessing(product, option).named('Hugo', 'Petit').inside(live());
    const validator = aPerson().of(company).under(claire).accessing(product).with({ validates: true });
    const ines = await validator.named('Inès', 'Robin').inside(live());
    await anEnrolment(product, SOCLES.demarche).inside(live());
    const subject = `/parcours/${SOCLES.parcours}/${SOCLES.demarche}/${product.reference}`;

    const answering = guidePage(await live().windowOf(hugo, DESK));
    await answering.page.goto(subject);
    await answering.follow('Démarrer', 'Interopérabilité');
    await answering.readInformation();
    const answers = {
      'A08.1.1': 'Niveau 2',
      'A08.3.1': 'N/A',
      'A08.4.1': 'Niveau 3',
      'A08.5.01': 'Niveau 3',
      'A08.5.23': 'Niveau 1',
      'A10.1': 'Niveau 1',
      'A10.2': 'Niveau 2',
    };
    for (const [code, level] of Object.entries(answers)) await answering.choose(code, level);
    await answering.comment('A08.1.1', 'Volets du CI-SIS en place depuis mars');
    await answering.dependsOn('A08.4.1', citedSubject(option));
    await answering.left.getByText('7/7 critères renseignés · prêt à être validé').waitFor();
    await answering.saved();
    expect(await answering.state.innerText()).toMatch(/^Brouillon enregistré à 11\sh\s00$/);
    expect(await answering.page.getByRole('button', { name: 'Valider', exact: true }).count()).toBe(0);
    await answering.askForValidation('Relisez A08.5.23.');

    const validating = guidePage(await live().windowOf(ines, DESK));
    const { page } = validating;
    await page.goto('/tableau-de-bord');
    await page.getByRole('link', { name: 'Relire : Relire et valider « Interopérabilité »' }).click();
    await page.getByText('« Relisez A08.5.23. »').waitFor();
    await validating.validate();
    // A08.5.23 is answered 1: the démarche accepts N/A, 2 and 3.
    await validating.card(
      'Interopérabilité',
      /7\/7 critères renseignés\s+Terminé\s+Non atteint · 1\scritère à relever/,
    );

    await validating.follow('Voir les résultats', 'Interopérabilité');
    await page.locator('.cv-radar canvas').waitFor();
    // S1: A10.1 and A10.2, answered 1 and 2.
    await page.getByRole('row', { name: '1,5' }).waitFor();
    await page.getByText('Volets du CI-SIS en place depuis mars').waitFor();
    await page.goto(subject);
    const book = await validating.download('Interopérabilité');
    const rows = rowsOf(sheetIn(book, 'Réponses'));
    expect(rows.find(({ Code }) => Code === 'A08.5.23')).toMatchObject({ Réponse: 'Niveau\u00a01' });

    // Q4: what is edited afterwards changes no result until it is validated.
    await validating.follow('Éditer', 'Interopérabilité');
    await page.getByRole('link', { name: /^A08.5.23 / }).click();
    await page
      .getByRole('heading', { name: /^A08.5.23/ })
      .and(page.locator(':focus'))
      .waitFor();
    await validating.choose('A08.5.23', 'Niveau 2');
    await validating.saved();
    await page.goto(subject);
    await validating.card('Interopérabilité', /En cours\s+Non atteint · 1\scritère à relever/);
    await validating.follow('Continuer', 'Interopérabilité');
    await validating.validate();
    await validating.card('Interopérabilité', /Terminé\s+Atteint/);
  });

  test('Q3, Q5, Q6, D5: steps 6.1 to 6.3, Éthique, the last questionnaire of its démarche', LONG, async () => {
    const { claire, product } = await theProduct();
    await anEnrolment(product, MES.demarche).inside(live());
    const every = (slug: string) => everyCriterion(live(), product, MES.demarche, slug, 3);
    for (const slug of ['urbanisation', 'interoperabilite', 'securite']) {
      await aResponse(product, slug).answering(every(slug)).validatedBy(claire).inside(live());
    }
    const page = await live().windowOf(claire, DESK);
    const on = guidePage(page);
    await page.goto(`/parcours/${MES.parcours}/${MES.demarche}/${product.reference}`);
    await on.follow('Démarrer', 'Éthique Mon espace santé');

    await page
      .getByRole('switch', { name: /^Non applicable/ })
      .first()
      .click();
    const [proved, notApplicable, left] = ['ACC.1.1', 'ACC.1.2', 'ACC.1.5'];
    const settled = [proved, notApplicable, left, 'QUA.1.1', 'QUA.1.2', 'QUA.1.3', 'QUA.1.4'];
    for (const code of Object.keys(every('ethique-mes')).filter((one) => !settled.includes(one))) {
      await on.choose(code, 'Non conforme');
    }
    await on.choose(proved, 'Conforme');
    await page.getByText('0/2 types de preuve déposés').waitFor();
    await on.choose(notApplicable, 'Non applicable');
    await on.criterion(notApplicable).getByText('obligatoire : expliquez pourquoi').waitFor();

    // Each point is a link to the field that settles it.
    await on.validate();
    await page.getByText('Le questionnaire n’est pas encore validé : il reste 5 points à régler.').first().waitFor();
    await on.criterion(notApplicable).getByText('obligatoire : expliquez pourquoi').waitFor();
    await on.settle(/dites pourquoi cette section n’est pas applicable/);
    await page.keyboard.type('Le produit n’édite aucun contenu');
    await on.settle(/^ACC.1.2 .*dites en commentaire pourquoi/);
    await page.keyboard.type('Application sans interface publique');
    await on.settle(/^ACC.1.5 .*choisissez une réponse/);
    await on.choose(left, 'Non conforme');
    await on.settle(/^ACC.1.1 .*« Description des publics »/);
    await on.deposit(proved, 'Description des publics', 'Les publics recensés', (content) =>
      dropped(page, proved, [{ name: 'publics.txt', content }]),
    );
    await page.getByText('1/2 types de preuve déposés').waitFor();
    await on.left.getByText('33/34 exigences complétées · 1 point à régler avant de valider').waitFor();
    await on.deposit(proved, 'Déclaration d’accessibilité', 'La déclaration publiée', (buffer, panel) =>
      panel
        .getByLabel('Déposez vos fichiers ici')
        .setInputFiles({ name: 'declaration.txt', mimeType: 'text/plain', buffer }),
    );
    await page.getByText('2/2 types de preuve déposés').waitFor();
    await on.left.getByText('34/34 exigences complétées · prêt à être validé').waitFor();
    await on.saved();
    await on.validate();
    const next = page.getByRole('dialog', { name: 'Vos questionnaires sont complets' });
    await next.getByText(`Référence à communiquer : ${product.reference}`).waitFor();
    await next.getByRole('link', { name: /^Portail du GIE SESAM-Vitale/ }).waitFor();
  });

  test('Q2, Q3: Politique globale whole, with the keyboard alone', LONG, async () => {
    const { page, codes, validated } = await theStrategy({ reducedMotion: 'reduce' });
    const keys = guideByKeyboard(page);
    await keys.follow('Démarrer');
    await page.waitForURL('**/questionnaires/politique-globale');
    for (const code of codes) await keys.answerNext(code, 2);
    await keys.follow('Ajouter un commentaire');
    await keys.fill('Commentaire', 'Sans la souris');
    await page.getByText(`${codes.length}/${codes.length} critères renseignés · prêt à être validé`).waitFor();
    await page.getByRole('link', { name: `Évaluation ${codes.length}/${codes.length}` }).waitFor();
    await keys.follow('Valider');
    await page.getByText('Questionnaire validé').waitFor();
    expect(Object.values(Object((await validated())?.frozen).answers)).toHaveLength(codes.length);
  });

  test('Q2, Q3: Politique globale whole, without scripts', LONG, async () => {
    const { page, codes, validated } = await theStrategy({ javaScriptEnabled: false });
    const on = guidePage(page);
    const [first = '', ...others] = codes;
    await on.follow('Démarrer', 'Politique globale');
    for (const code of others) await on.choose(code, 'Niveau 2');
    await on.comment(first, 'À voir avec la direction');
    await on.bar.getByRole('button', { name: 'Enregistrer comme brouillon' }).click();
    await page.getByText('Brouillon enregistré à').first().waitFor();
    await on.validate();
    await page.getByText('Le questionnaire n’est pas encore validé : il reste 1 point à régler.').first().waitFor();
    await on.settle(new RegExp(`^${first} .*choisissez un niveau`));
    await on.choose(first, 'Niveau 3');
    await on.validate();
    await on.card('Politique globale', /Terminé/);
    expect(await validated()).toMatchObject({ frozen: { answers: { [first]: 3 } } });
  });
});
