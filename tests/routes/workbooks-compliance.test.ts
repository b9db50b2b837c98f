import { describe, expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { everyCriterion } from '../builders/answers.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';
import { cellOf, download, opened, saved, sheetIn } from '../support/workbook.ts';

const app = useApp();
const mes = 'referencement-sans-echange';

describe('Q5: a compliance questionnaire as a workbook', () => {
  test('has its own words, what it requires, and the sections that are not applicable; they answer for their criteria', async () => {
    const { company, claire } = await aVendor(app());
    const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
    await anEnrolment(product, mes).inside(app());
    const answers = everyCriterion(app(), product, mes, 'ethique-mes', 3);
    const { id } = await aResponse(product, 'ethique-mes').answering(answers).draftedBy(claire).inside(app());
    const criteria = app().deps.referential.scope(mes, 'ethique-mes')?.criteria ?? [];
    const covered = criteria.find(
      ({ sections, criterion }) => criterion.code in answers && sections.some((one) => one.mayBeNotApplicable),
    );
    const section = covered?.sections.find((one) => one.mayBeNotApplicable)?.id ?? '';
    const code = covered?.criterion.code ?? '';
    const free = Object.keys(answers).find((one) => {
      const around = criteria.find(({ criterion }) => criterion.code === one)?.sections ?? [];
      return around.every((each) => each.id !== section);
    });
    await app().deps.prisma.sectionSwitch.create({
      data: {
        responseId: id,
        section,
        reason: 'Pas d’algorithme',
        switchedAt: app().now(),
        switchedById: claire.id,
        switchedBy: 'Claire Roux',
      },
    });
    const agent = await app().as(claire);
    const page = `/parcours/mon-espace-sante/${mes}/${product.reference}/questionnaires/ethique-mes`;
    const { sheets, rows, content } = await download(agent, `${page}/telecharger`);
    expect(sheets).toEqual(['Lisez-moi', 'Réponses', 'Synthèse', 'Historique']);
    const row = (one: string) => rows('Réponses').find(({ Code }) => Code === one);
    expect(row(code)).toMatchObject({
      Réponse: 'Non applicable',
      'Section non applicable': 'Oui\u00a0: Pas d’algorithme',
    });
    expect(row(free ?? '')).toMatchObject({ Réponse: 'Conforme', 'Section non applicable': null });
    expect(row(code)?.Exigence).not.toBeNull();

    const send = (file: Buffer) =>
      agent.post(`${page}/import`, {}, [{ field: 'classeur', name: 'a.xlsx', content: file }]);
    expect(textOf((await send(content)).text)).toContain('Aucun changement');
    const book = await opened(content);
    cellOf(sheetIn(book, 'Réponses'), code, 'Réponse').value = 'Non conforme';
    cellOf(sheetIn(book, 'Réponses'), free ?? '', 'Réponse').value = 'non conforme';
    const { text } = await send(await saved(book));
    expect(textOf(text)).toContain('Ce qui changera : 1 réponse');
    expect(text).toContain(`name="niveau.${free}" value="0"`);
    expect(textOf(text)).toContain(`${code} : leur section n’est pas applicable`);
    cellOf(sheetIn(book, 'Réponses'), code, 'Réponse').value = 'Niveau 2';
    expect(textOf((await send(await saved(book))).text)).toContain('(Non applicable, Non conforme, Conforme)');
  });
});
