import type { Condition } from '../domain/condition/condition.ts';
import { demarchesAsking, publicRequirements } from '../domain/library.ts';
import type { Demarche, Nature } from '../domain/referential/demarche.ts';
import { compliant, type Grade, grades, nonCompliant } from '../domain/referential/level.ts';
import type { Criterion } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { paths } from '../web/paths.ts';
import type { Given } from './given.ts';
import type { RequirementModel, RequirementsModel } from './models/requirements.ts';
import type { Sentence } from './sentence.ts';
import { gradeWords, natures } from './words.ts';

/** What one démarche asks of a criterion or of a document. */
export interface Asked {
  readonly demarche: Demarche;
  readonly nature: Nature;
  /** null: no level is required. */
  readonly accepted: readonly Grade[] | null;
  readonly when: Condition | null;
}

/** By the code of a criterion or of a document, in the order of the screens. */
export type AskedByCode = ReadonlyMap<string, readonly Asked[]>;

/** Q10: what every démarche asks of a questionnaire. */
export function askedByCode(referential: Referential, questionnaire: string): AskedByCode {
  const documents = demarchesAsking(referential, questionnaire).flatMap(({ demarche }) =>
    (referential.documents(demarche.id, questionnaire) ?? []).map(({ document, nature, when }) => ({
      code: document.code,
      asked: { demarche, nature, accepted: null, when },
    })),
  );
  const byDocument = new Map<string, Asked[]>();
  for (const { code, asked } of documents) byDocument.set(code, [...(byDocument.get(code) ?? []), asked]);
  return new Map([...publicRequirements(referential, questionnaire), ...byDocument]);
}

/** What the démarches for which it is read ask of an item. */
export function askedOf(code: string, { asked, demarches }: Given): readonly Asked[] {
  return (asked.get(code) ?? []).filter(({ demarche }) => demarches.includes(demarche));
}

/** `conditions` are those of the démarches that differ. */
export function requirementsModel(
  about: string,
  columns: RequirementsModel['columns'],
  asked: readonly Asked[],
  conditions: ReadonlyMap<Demarche, Sentence>,
): RequirementsModel {
  const rows = asked.map(
    ({ demarche, nature, accepted }): RequirementModel => ({
      demarche: demarche.title,
      href: paths.demarche({ parcours: demarche.parcours, demarche: demarche.id }),
      nature: natures[nature],
      mandatory: nature === 'MANDATORY',
      accepted: accepted === null ? null : columns.map(({ level }) => accepted.includes(level)),
      when: conditions.get(demarche) ?? null,
    }),
  );
  return { caption: `Ce que chaque démarche demande\u00a0: ${about}`, columns, rows };
}

/** One column a grade: five for maturity, three for compliance, whether or not this criterion offers N/A. */
export function gradeColumns(kind: Criterion['kind']): RequirementsModel['columns'] {
  return kind === 'maturity' ? maturityColumns : complianceColumns;
}

const maturityColumns = grades.map((level) => ({
  level,
  label: gradeWords[level].name,
  short: level === 'na' ? 'N/A' : String(level),
}));

const complianceColumns: RequirementsModel['columns'] = [
  { level: 'na', label: 'Non applicable', short: 'N/A' },
  { level: nonCompliant, label: 'Non conforme', short: 'Non conforme' },
  { level: compliant, label: 'Conforme', short: 'Conforme' },
];
