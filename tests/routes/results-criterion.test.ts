import { expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const demarche = 'evaluation-et-projection-socles';

test('Q4: the history of one criterion: the draft, then each validated answer, the latest first, with who, when and what was said', async () => {
  const { company, claire } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, demarche).inside(app());
  const page = `/parcours/doctrine/${demarche}/${product.reference}/questionnaires/urbanisation`;
  const agent = await app().as(claire);
  expect((await agent.get(page)).text).not.toContain('Historique de ce critère');
  const empty = await agent.get(`${page}/criteres/A04.1`);
  expect([empty.status, empty.text.includes('Aucune réponse n’a encore été enregistrée')]).toEqual([200, true]);

  const said = (level: 1 | 'na', comment: string) =>
    aResponse(product, 'urbanisation').answering({ 'A04.1': level }, { 'A04.1': comment });
  await said(1, 'Au début').validatedBy(claire).inside(app());
  await said('na', 'Plus concerné').validatedBy(claire).inside(app());
  await agent.post(`${page}/enregistrement`, {
    critere: 'A04.1',
    revision: '0',
    niveau: '3',
    commentaire: 'Depuis <mars>',
  });
  expect((await agent.get(page)).text).toContain(`href="${page}/criteres/A04.1"`);
  const { text } = await agent.get(`${page}/criteres/A04.1`);
  const order = [
    'Brouillon',
    'Depuis &lt;mars&gt;',
    'Réponse n°\u00a02',
    'Plus concerné',
    'Réponse n°\u00a01',
    'Au début',
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).toContain(`href="${page}/historique/2"`);
  expect((await agent.get(`${page}/criteres/Z99`)).status).toBe(404);
});
