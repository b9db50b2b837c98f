import type { Person } from '../../src/domain/accounts/person.ts';
import { noEvidence } from '../../src/domain/completion.ts';
import { freeze } from '../../src/domain/enrolment/frozen.ts';
import { noAnswer } from '../../src/domain/enrolment/work.ts';
import type { DeclaredAnswers, FormAnswers } from '../../src/domain/profile/profile.ts';
import type { Plan } from '../../src/domain/projection/plan.ts';
import { answerOf, type Grade } from '../../src/domain/referential/level.ts';
import type { Subject } from '../../src/domain/subjects/subject.ts';
import { publish } from '../../src/referential/publish.ts';
import { refreshProgress } from '../../src/subjects/progress.ts';
import { asSubject, storedDeclared, withProduct } from '../../src/subjects/rows.ts';
import { storedFrozen } from '../../src/subjects/work.ts';
import type { TestApp } from '../support/app.ts';

/** The guide's example product: 6 criteria of Urbanisation, 7 of Interopérabilité, 36 of Sécurité. */
export const guideQualification: FormAnswers = {
  'catalogue-mes': 'reference',
  'echanges-mes': 'aucun',
  'bouquet-services': 'non-reference',
  'echanges-bouquet': 'aucun',
  'mise-a-disposition': 'saas',
  'infrastructure-partage': 'interagit',
  documents: 'produit-et-consomme',
  'familles-documents': ['aucune'],
  messagerie: 'non',
  acteurs: ['usagers'],
  'donnees-sante': 'oui',
  'identites-usagers': 'recoit',
  'offre-sante': 'non-concerne',
  nomenclatures: 'oui',
  'services-echange': ['aucun'],
  supports: ['web'],
  fichiers: ['import'],
  telemaintenance: 'non',
  hebergement: 'tiers',
  facturation: 'non',
};

interface Facts {
  readonly name: string;
  readonly version: string;
  readonly companyId: string;
  readonly responsibleId: string;
  readonly coreId: string | null;
  readonly declared: DeclaredAnswers;
  readonly archived: boolean;
  readonly published: boolean;
}

/** `await aProduct('Carnet').of(company).ledBy(person).qualified({ 'catalogue-mes': 'reference' }).inside(app())` */
export function aProduct(name: string) {
  return {
    of: (company: { readonly id: string }) => ({
      ledBy: (responsible: { readonly id: string }) =>
        build({
          name,
          version: 'v1.0',
          companyId: company.id,
          responsibleId: responsible.id,
          coreId: null,
          declared: {},
          archived: false,
          published: false,
        }),
    }),
  };
}

function build(facts: Facts) {
  return {
    versioned: (version: string) => build({ ...facts, version }),
    qualified: (qualification: FormAnswers) => build({ ...facts, declared: { ...facts.declared, qualification } }),
    optionOf: (core: { readonly id: string }) => build({ ...facts, coreId: core.id }),
    archived: () => build({ ...facts, archived: true }),
    published: () => build({ ...facts, published: true }),
    inside: async ({ deps, now }: TestApp): Promise<Subject> => {
      const { version, coreId, declared, archived, published, ...fields } = facts;
      const row = await deps.prisma.subject.create({
        data: {
          ...fields,
          kind: 'PRODUCT',
          declared: storedDeclared(declared),
          createdAt: now(),
          qualifiedAt: now(),
          archivedAt: archived ? now() : null,
          product: {
            create: {
              version,
              coreId,
              published,
              type: coreId === null ? 'CORE' : 'OPTION',
              description: `Ce que fait ${fields.name}.`,
            },
          },
        },
        include: withProduct,
      });
      return asSubject(row);
    },
  };
}

/** `await aStrategy().of(company).ledBy(person).inside(app())` */
export function aStrategy(name = 'Stratégie globale') {
  return {
    of: (company: { readonly id: string }) => ({
      ledBy: (responsible: { readonly id: string }) => ({
        inside: async ({ deps, now }: TestApp): Promise<Subject> =>
          asSubject(
            await deps.prisma.subject.create({
              data: {
                companyId: company.id,
                kind: 'STRATEGY',
                name,
                responsibleId: responsible.id,
                declared: { 'strategy-qualification': { 'autres-services': 'non' } },
                createdAt: now(),
                qualifiedAt: now(),
              },
              include: withProduct,
            }),
          ),
      }),
    }),
  };
}

/** `await anEnrolment(product, 'telesoin').inside(app())` */
export function anEnrolment(subject: { readonly id: string }, demarche: string) {
  return {
    inside: async ({ deps, now }: TestApp): Promise<{ readonly id: string }> => {
      // As a start does: a draft pins the version that runs
      await publish(deps.prisma, deps.referential, now());
      const enrolment = await deps.prisma.enrolment.create({
        data: { subjectId: subject.id, demarche, createdBy: 'Camille Martin', createdAt: now() },
      });
      await refreshProgress(deps.prisma, deps.referential, [subject.id], now());
      return enrolment;
    },
  };
}

type Grades = Readonly<Record<string, Grade>>;

/** `await aResponse(product, 'urbanisation').answering({ 'A03.1': 2 }).draftedBy(person).inside(app())`; `.requesting('…')` asks for its validation. */
export function aResponse(subject: { readonly id: string }, questionnaire: string) {
  return {
    answering: (grades: Grades, comments: Readonly<Record<string, string>> = {}) => ({
      draftedBy: (person: Person) => {
        const inside = (app: TestApp, message?: string) =>
          drafted(app, subject, questionnaire, person, { grades, comments, message });
        return {
          inside: (app: TestApp) => inside(app),
          requesting: (message: string) => ({ inside: (app: TestApp) => inside(app, message) }),
        };
      },
      validatedBy: (person: Person) => ({
        inside: (app: TestApp) => {
          const answers = Object.fromEntries(Object.entries(grades).map(([code, grade]) => [code, answerOf(grade)]));
          const frozen = freeze({ ...noAnswer, answers, evidence: { ...noEvidence, comments } });
          return validated(app, subject, questionnaire, 'EVALUATION', person, frozen);
        },
      }),
    }),
    planning: (plan: Plan) => ({
      validatedBy: (person: Person) => ({
        inside: (app: TestApp) => validated(app, subject, questionnaire, 'PROJECTION', person, freeze(noAnswer, plan)),
      }),
    }),
  };
}

async function drafted(
  app: TestApp,
  subject: { readonly id: string },
  questionnaire: string,
  person: Person,
  said: {
    readonly grades: Grades;
    readonly comments: Readonly<Record<string, string>>;
    readonly message: string | undefined;
  },
): Promise<{ readonly id: string }> {
  const { deps, now } = app;
  const { grades, comments, message } = said;
  const request = {
    requestedAt: now(),
    requestedBy: nameOf(person),
    requestedById: person.id,
    requestMessage: message ?? '',
  };
  const response = await deps.prisma.response.create({
    data: {
      ...(await about(app, subject, questionnaire)),
      startedAt: now(),
      startedBy: nameOf(person),
      ...(message === undefined ? {} : request),
      answers: {
        create: Object.entries(grades).map(([criterion, grade]) => ({
          criterion,
          level: grade === 'na' ? null : grade,
          notApplicable: grade === 'na',
          comment: comments[criterion] ?? '',
          answeredAt: now(),
          answeredById: person.id,
          answeredBy: nameOf(person),
        })),
      },
    },
  });
  await refreshProgress(deps.prisma, deps.referential, [subject.id], now());
  return response;
}

async function validated(
  app: TestApp,
  subject: { readonly id: string },
  questionnaire: string,
  act: 'EVALUATION' | 'PROJECTION',
  person: Person,
  frozen: ReturnType<typeof freeze>,
): Promise<{ readonly id: string }> {
  const { deps, now } = app;
  const former = await deps.prisma.response.count({
    where: { subjectId: subject.id, questionnaire, act, status: 'VALIDATED' },
  });
  const response = await deps.prisma.response.create({
    data: {
      ...(await about(app, subject, questionnaire)),
      act,
      status: 'VALIDATED',
      number: former + 1,
      startedAt: now(),
      startedBy: nameOf(person),
      validatedAt: now(),
      validatedBy: nameOf(person),
      frozen: storedFrozen(frozen),
    },
  });
  await refreshProgress(deps.prisma, deps.referential, [subject.id], now());
  return response;
}

async function about({ deps, now }: TestApp, subject: { readonly id: string }, questionnaire: string) {
  const { questionnaires } = await publish(deps.prisma, deps.referential, now());
  const version = questionnaires.get(questionnaire);
  if (version === undefined) throw new Error(`${questionnaire} is not published`);
  return { subjectId: subject.id, questionnaire, versionId: version.id };
}

function nameOf({ firstName, lastName }: Person): string {
  return `${firstName} ${lastName}`;
}
