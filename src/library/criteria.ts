import { counted } from '../domain/french/plural.ts';
import { offeredGrades } from '../domain/referential/criterion.ts';
import type {
  ComplianceCriterion,
  CriteriaQuestionnaire,
  Criterion,
  MaturityCriterion,
  Scenario,
  Section,
} from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { type Picture, paragraphs, type Text } from '../domain/referential/text.ts';
import { anchorOf, sectionAnchor } from './anchors.ts';
import type { Given } from './given.ts';
import type { ComplianceModel, LevelTileModel, MaturityModel, ScenarioModel } from './models/criterion.ts';
import type { PictureModel } from './models/item.ts';
import type { SectionModel } from './models/section.ts';
import { type Asked, askedOf, gradeColumns, requirementsModel } from './requirements.ts';
import { withCount } from './sections.ts';
import { conditionSentence } from './sentence.ts';
import { shownIn } from './shown.ts';
import { gradeWords } from './words.ts';

interface Reading extends Given {
  readonly questionnaire: CriteriaQuestionnaire;
}

/** The sections of a questionnaire of criteria, as they are read. */
export function criteriaSections(questionnaire: CriteriaQuestionnaire, given: Given): readonly SectionModel[] {
  return sectionModels(questionnaire.sections, { ...given, questionnaire }, 2);
}

function sectionModels(sections: readonly Section[], reading: Reading, level: number): readonly SectionModel[] {
  return sections.map((section) => sectionModel(section, reading, level)).filter(({ total }) => total > 0);
}

function sectionModel(section: Section, reading: Reading, level: number): SectionModel {
  const items = section.criteria.flatMap((criterion) => {
    const asked = askedOf(criterion.code, reading);
    if (reading.chosen !== null && asked.length === 0) return [];
    const read = { asked, level: level + 1, reading };
    return [criterion.kind === 'maturity' ? maturityModel(criterion, read) : complianceModel(criterion, read)];
  });
  return withCount(reading.questionnaire.kind, {
    id: sectionAnchor(section.id),
    code: section.code,
    title: section.title,
    level,
    introduction: optional(section.introduction),
    target: optional(section.target),
    links: section.links,
    picture: pictureModel(section.picture, reading),
    axis: reading.questionnaire.axes.find(({ id }) => id === section.axis)?.title ?? null,
    mayBeNotApplicable: section.mayBeNotApplicable,
    items,
    sections: sectionModels(section.sections, reading, level + 1),
  });
}

/** A criterion as these démarches ask it. */
interface Read {
  readonly asked: readonly Asked[];
  readonly level: number;
  readonly reading: Reading;
}

function common(criterion: Criterion, { asked, level, reading }: Read) {
  const shown = shownIn(reading.demarches, { kind: criterion.kind, asked }, reading.referential.questions);
  return {
    id: anchorOf(criterion.code),
    code: criterion.code,
    title: criterion.title,
    level,
    excerpt: criterion.objective ?? '',
    objective: optional(criterion.objective),
    shown: shown.sentence,
    links: criterion.links,
    picture: pictureModel(criterion.picture, reading),
    requirements: requirementsModel(criterion.code, gradeColumns(criterion.kind), asked, shown.byDemarche),
    differsByDistributor: criterion.differsByDistributor,
  };
}

function maturityModel(criterion: MaturityCriterion, read: Read): MaturityModel {
  const { questions } = read.reading.referential;
  return {
    kind: 'maturity',
    ...common(criterion, read),
    target: optional(criterion.target),
    tiles: tiles(criterion, read.reading.chosen === null ? [] : (read.asked[0]?.accepted ?? [])),
    naOffered: criterion.na !== null,
    exceptions: criterion.recommendedWhen.map(({ level, when }) => ({
      level,
      when: conditionSentence(`${gradeWords[level].name} recommandé`, when, questions),
    })),
    toReach: ([1, 2, 3] as const).map((level) => ({ level, text: criterion.toReach[level] })),
  };
}

function tiles(criterion: MaturityCriterion, accepted: NonNullable<Asked['accepted']>): readonly LevelTileModel[] {
  return offeredGrades(criterion).map((level) => ({
    level,
    ...gradeWords[level],
    text: level === 'na' ? (criterion.na ?? '') : criterion.levels[level],
    recommended: level === criterion.recommended,
    accepted: accepted.includes(level),
  }));
}

function complianceModel(criterion: ComplianceCriterion, read: Read): ComplianceModel {
  const proofs = criterion.scenarios.reduce((count, scenario) => count + scenario.proofs.length, 0);
  return {
    kind: 'compliance',
    ...common(criterion, read),
    excerpt: criterion.requirement,
    requirement: paragraphs(criterion.requirement),
    advice: optional(criterion.advice),
    checks: [
      counted(criterion.scenarios.length, 'scénario de vérification', 'scénarios de vérification'),
      counted(proofs, 'preuve attendue', 'preuves attendues'),
    ].join(', '),
    scenarios: criterion.scenarios.map((scenario) => scenarioModel(scenario, read.reading.referential)),
  };
}

function scenarioModel({ id, title, steps, proofs }: Scenario, { questions }: Referential): ScenarioModel {
  return {
    id,
    title: title ?? '',
    steps,
    proofs: proofs.map(({ title, description, once, when }) => ({
      title,
      description: description ?? '',
      once,
      when: when === null ? null : conditionSentence('Demandée', when, questions),
    })),
  };
}

function pictureModel(picture: Picture | null, reading: Reading): PictureModel | null {
  return picture === null ? null : { src: reading.files.url(picture.file), alternative: picture.alternative };
}

function optional(text: Text | null): readonly string[] {
  return text === null ? [] : paragraphs(text);
}
