import type { Person } from '../../src/domain/accounts/person.ts';
import { aCompany, anAdministrator, aPerson, aProduct, aResponsible, aVerifier } from '../builders/people.ts';
import { aProof, expecting } from '../builders/proofs.ts';
import { anEnrolment, aResponse, aStrategy } from '../builders/subjects.ts';
import type { Agent } from '../support/agent.ts';
import type { TestApp } from '../support/app.ts';
import { type Kind, kinds } from './matrix.ts';

export interface Cast {
  /** All but the visitor. */
  readonly people: Readonly<Record<Exclude<Kind, 'visitor'>, { readonly id: string }>>;
  /** Who is below the Responsable. */
  readonly target: Person;
  readonly agents: ReadonlyMap<Kind, Agent>;
  /** A pattern's parameters: somebody real for a login, what does not exist for the rest. */
  readonly address: (pattern: string) => string;
}

/** New people for each route: an act tried by one kind changes nothing for the next. */
export async function cast(app: TestApp): Promise<Cast> {
  const company = await aCompany().inside(app);
  const other = await aCompany().inside(app);
  const responsible = await aResponsible().of(company).inside(app);
  const product = await aProduct('Carnet').of(company).ledBy(responsible).inside(app);
  const target = await aPerson().of(company).under(responsible).inside(app);
  const colleague = await aVerifier().inside(app);
  const people = {
    'before the CGU': await aResponsible().of(company).beforeTerms().inside(app),
    'other company': await aResponsible().of(other).inside(app),
    'contributor without access': await aPerson().of(company).under(responsible).inside(app),
    contributor: await aPerson().of(company).under(responsible).accessing(product).inside(app),
    validator: await aPerson().of(company).under(responsible).accessing(product).with({ validates: true }).inside(app),
    responsible,
    verifier: await aVerifier().inside(app),
    administrator: await anAdministrator().inside(app),
  };
  // One company has its strategy, the other has not begun
  await aStrategy().of(other).ledBy(people['other company']).inside(app);
  const agents = new Map<Kind, Agent>([['visitor', app.visitor()]]);
  for (const kind of kinds) if (kind !== 'visitor') agents.set(kind, await app.as(people[kind]));
  const [demarche] = app.deps.referential.demarches;
  if (demarche !== undefined) await anEnrolment(product, demarche.id).inside(app);
  // Its validation is asked for: whoever validates may send it back
  await aResponse(product, 'urbanisation').answering({}).draftedBy(responsible).requesting('').inside(app);
  // Proofs are expected by a questionnaire of compliance
  const proving = { demarche: 'telesoin', parcours: 'doctrine', slug: 'telesoin' };
  await anEnrolment(product, proving.demarche).inside(app);
  const [expected] = expecting(app, product, proving.demarche, proving.slug);
  const about = { questionnaire: proving.slug, criterion: expected?.code ?? '', type: expected?.types[0] ?? '' };
  const proof = await aProof(product, about).depositedBy(responsible).inside(app);
  const address = (pattern: string): string =>
    (pattern.includes('/preuves')
      ? pattern
          .replace(':parcours', proving.parcours)
          .replace(':demarche', proving.demarche)
          .replace(':slug', proving.slug)
          .replace(':code', about.criterion)
          .replace(':proof', proof.id)
      : pattern
    )
      .replace(':slug', pattern.startsWith('/parcours') ? 'urbanisation' : 'qualification')
      .replace(':code', 'A03.1')
      .replace(':parcours', demarche?.parcours ?? app.deps.referential.parcours[0]?.id ?? '')
      .replace(':demarche', demarche?.id ?? '')
      .replace(':login', pattern.startsWith('/administration') ? colleague.login : target.login)
      .replace(':siren', company.siren)
      .replace(':reference', String(product.reference))
      .replace(':number', '999999')
      .replace(':kind', 'kbis')
      .replace(':token', 'x'.repeat(43))
      .replace(':session', 'x'.repeat(16))
      .replace(':notification', '00000000-0000-7000-8000-000000000000')
      .replace(':mail', 'rien.eml');
  return { people, target, agents, address };
}
