import { expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { pdf } from '../builders/requests.ts';
import { anEnrolment, aProduct, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const demarche = 'referencement-avec-echange';

test('G5, Q3: the documents that a démarche asks are deposited one by one, then validated together; without them it is refused', async () => {
  const { company, claire } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, demarche).inside(app());
  const page = `/parcours/mon-espace-sante/${demarche}/${product.reference}/questionnaires/securite-mes`;
  const agent = await app().as(claire);
  const { text } = await agent.get(page);
  expect(text).toContain('Questionnaire et preuves Sécurité');
  expect(text).toContain('0/1 document déposé');
  const refused = await agent.post(page, { action: 'valider' });
  expect([refused.status, refused.text.includes('Questionnaire et preuves Sécurité')]).toEqual([422, true]);

  const deposit = { type: 'SECURITE', description: 'Le questionnaire rempli' };
  const file = { field: 'fichier', name: 'securite.pdf', content: pdf };
  expect((await agent.post(`${page}/preuves/SECURITE`, deposit, [file])).status).toBe(303);
  expect((await agent.get(page)).text).toContain('1/1 document déposé');
  expect((await agent.post(page, { action: 'valider' })).status).toBe(303);
  const responses = await app().deps.prisma.response.findMany({ where: { subjectId: product.id } });
  expect(responses).toMatchObject([{ status: 'VALIDATED', number: 1, frozen: { deposited: ['SECURITE'] } }]);
  const card = await agent.get(`/parcours/mon-espace-sante/${demarche}/${product.reference}`);
  expect(card.text).toContain('1/1 document déposé');
});
