import type { Agent } from '../support/agent.ts';
import type { TestApp } from '../support/app.ts';
import { aCompany, aPerson, aResponsible } from './people.ts';
import { guideQualification } from './subjects.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export const productSteps = {
  identification: '/produits/nouveau/identification',
  qualification: '/produits/nouveau/qualification',
  recap: '/produits/nouveau/recapitulatif',
};
export const strategySteps = {
  identification: '/strategie-globale/nouvelle/identification',
  qualification: '/strategie-globale/nouvelle/qualification',
  recap: '/strategie-globale/nouvelle/recapitulatif',
};

/** The guide's example product, as the first step types it; `responsible` is a login. */
export function identified(responsible: string, over: Fields = {}): Fields {
  return {
    name: 'Careoptim',
    version: 'v0.1',
    type: 'CORE',
    nil: '123456789',
    responsible,
    description: 'Ce produit est créé dans le cadre de la rédaction du guide utilisateur.',
    certifications: 'Certification 01 - Certification 02',
    'interests.dispositifs': ['catalogue-mes'],
    ...over,
  };
}

/** The twenty answers of the guide, as the second step types them. */
export const qualified: Fields = Object.fromEntries(
  Object.entries(guideQualification).map(([id, value]) => [`qualification.${id}`, value as string | readonly string[]]),
);

/** What a page's hidden fields hold: what its next step sends besides what is typed there. */
export function hiddenIn(html: string): Fields {
  const fields = new Map<string, string[]>();
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    if (name !== '_csrf') fields.set(name, [...(fields.get(name) ?? []), unescaped(value)]);
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

/** From the first step to the last, as a browser does it: what « Valider » sends. */
export async function walkedTo(
  agent: Agent,
  steps: typeof productSteps,
  first: Fields,
  second: Fields,
  query = '',
): Promise<Fields> {
  const opened = await agent.get(`${steps.identification}${query}`);
  const qualification = await agent.post(steps.qualification, { ...hiddenIn(opened.text), ...first });
  const recap = await agent.post(steps.recap, { ...hiddenIn(qualification.text), ...second });
  return { ...hiddenIn(recap.text), act: 'valider' };
}

function unescaped(text: string): string {
  return text
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A company, its Responsable, and somebody below who accesses nothing. */
export async function aVendor(app: TestApp) {
  const company = await aCompany().inside(app);
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app);
  const hugo = await aPerson().of(company).under(claire).named('Hugo', 'Petit').inside(app);
  return { company, claire, hugo };
}

export function subjectsOf({ deps }: TestApp, company: { readonly id: string }) {
  return deps.prisma.subject.findMany({
    where: { companyId: company.id },
    include: { product: true, accesses: true, enrolments: true },
    orderBy: { reference: 'asc' },
  });
}
