import { describe, expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { everyCriterion } from '../builders/answers.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';
import { hasLibreOffice, typedInLibreOffice } from '../support/libreoffice.ts';
import { cellOf, download, sheetIn } from '../support/workbook.ts';

const app = useApp();
const socles = 'evaluation-et-projection-socles';

describe('Q9: LibreOffice', () => {
  test.skipIf(!hasLibreOffice)(
    'opens the workbook, edits a cell, saves; the import sees exactly that change',
    async () => {
      const { company, claire } = await aVendor(app());
      const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
      await anEnrolment(product, socles).inside(app());
      const page = `/parcours/doctrine/${socles}/${product.reference}/questionnaires/securite`;
      const answers = everyCriterion(app(), product, socles, 'securite', 2);
      const [first = '', second = '', third = ''] = Object.keys(answers);
      const comments = { [second]: '=SOMME(1;2)', [third]: 'Sur deux\nlignes, à « 100 % » _x000D_ et plus' };
      await aResponse(product, 'securite')
        .answering({ ...answers, [third]: 'na' }, comments)
        .draftedBy(claire)
        .inside(app());
      const agent = await app().as(claire);
      const { content, book } = await download(agent, `${page}/telecharger`);
      const cell = cellOf(sheetIn(book, 'Réponses'), first, 'Réponse').address;
      const typed = await typedInLibreOffice(content, { sheet: 'Réponses', cell, text: 'Niveau 3' });
      expect(typed.equals(content)).toBe(false);
      const preview = await agent.post(`${page}/import`, {}, [{ field: 'classeur', name: 'a.xlsx', content: typed }]);
      expect(textOf(preview.text)).toContain('Ce qui changera : 1 réponse');
      const fields = [...preview.text.matchAll(/name="(niveau\.[^"]+)" value="(\w*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]);
      expect(fields).toEqual([[`niveau.${first}`, '3']]);
    },
  );
});
