import type { Demarche } from '../../domain/referential/demarche.ts';
import { grades } from '../../domain/referential/level.ts';
import { paths } from '../../web/paths.ts';
import type { ComplianceModel, MaturityModel } from '../models/criterion.ts';
import type { DocumentModel } from '../models/document.ts';
import type { QuestionModel } from '../models/question.ts';
import type { RequirementModel } from '../models/requirements.ts';
import { textOf } from '../sentence.ts';
import { gradeWords } from '../words.ts';
import { asides, axis, condition, introduction, place, target } from './place.ts';
import type { ExcelColumn, Placed } from './sheets.ts';
import {
  linkWords,
  numbered,
  optionWords,
  proofsWords,
  recommendedWords,
  stepsWords,
  templateWords,
  yesOrNo,
} from './words.ts';

export function maturityColumns(demarches: readonly Demarche[]): readonly ExcelColumn<MaturityModel>[] {
  return [
    ...place,
    introduction,
    axis,
    condition,
    { header: 'Objectif', width: 40, text: ({ item }) => item.objective.join('\n') },
    target,
    ...grades.map((grade) => ({
      header: `${gradeWords[grade].name}, ${gradeWords[grade].meaning}`,
      width: 40,
      text: ({ item }: Placed<MaturityModel>) => item.tiles.find(({ level }) => level === grade)?.text ?? 'Non proposé',
    })),
    { header: 'Niveau recommandé', width: 14, text: ({ item }) => recommendedWords(item) },
    ...([1, 2, 3] as const).map((grade) => ({
      header: `Pour atteindre le niveau\u00a0${grade}`,
      width: 40,
      text: ({ item }: Placed<MaturityModel>) => item.toReach.find(({ level }) => level === grade)?.text ?? '',
    })),
    ...asides,
    ...demarches.flatMap((demarche) => [nature(demarche), accepted(demarche), ownCondition(demarche)]),
  ];
}

export function complianceColumns(demarches: readonly Demarche[]): readonly ExcelColumn<ComplianceModel>[] {
  return [
    ...place,
    introduction,
    axis,
    condition,
    { header: 'Exigence', width: 60, text: ({ item }) => item.requirement.join('\n') },
    { header: 'Objectif', width: 40, text: ({ item }) => item.objective.join('\n') },
    target,
    { header: 'Conseil', width: 40, text: ({ item }) => item.advice.join('\n') },
    { header: 'Vérification', width: 60, text: ({ item }) => item.scenarios.map(stepsWords).join('\n\n') },
    { header: 'Preuves attendues', width: 50, text: ({ item }) => item.scenarios.flatMap(proofsWords).join('\n') },
    ...asides,
    ...demarches.flatMap((demarche) => [nature(demarche), accepted(demarche), ownCondition(demarche)]),
  ];
}

export function documentColumns(demarches: readonly Demarche[]): readonly ExcelColumn<DocumentModel>[] {
  return [
    ...place,
    introduction,
    condition,
    { header: 'Marche à suivre', width: 70, text: ({ item }) => numbered(item.instructions) },
    { header: 'Dépôt', width: 30, text: ({ item }) => item.deposit },
    { header: 'Conteneur chiffré', width: 12, text: ({ item }) => yesOrNo(item.container) },
    { header: 'Modèle fourni', width: 30, text: ({ item }) => templateWords(item.template) },
    { header: 'Références', width: 40, text: ({ item }) => linkWords(item.links) },
    ...demarches.flatMap((demarche) => [nature(demarche), ownCondition(demarche)]),
  ];
}

export const questionColumns: readonly ExcelColumn<QuestionModel>[] = [
  ...place,
  introduction,
  { header: 'Réponse attendue', width: 24, text: ({ item }) => item.answer },
  { header: 'Obligatoire', width: 12, text: ({ item }) => yesOrNo(item.required) },
  { header: 'Choix', width: 60, text: ({ item }) => item.options.map(optionWords).join('\n') },
  { header: 'Aide', width: 60, text: ({ item }) => item.help.join('\n') },
  { header: 'Condition', width: 36, text: ({ item }) => (item.shown === null ? '' : textOf(item.shown)) },
  {
    header: 'Questions qui suivent',
    width: 20,
    text: ({ item }) => item.followUps.map(({ label }) => label).join(', '),
  },
  { header: 'Origine', width: 30, text: ({ item }) => item.source ?? '' },
];

type Asked = MaturityModel | ComplianceModel | DocumentModel;

function column(
  demarche: Demarche,
  what: string,
  width: number,
  text: (asked: RequirementModel, item: Asked) => string,
): ExcelColumn<Asked> {
  const href = paths.demarche({ parcours: demarche.parcours, demarche: demarche.id });
  return {
    header: `${demarche.title}\u00a0: ${what}`,
    width,
    text: ({ item }) => {
      const asked = item.requirements.rows.find((row) => row.href === href);
      return asked === undefined ? 'Non demandé' : text(asked, item);
    },
  };
}

function nature(demarche: Demarche): ExcelColumn<Asked> {
  return column(demarche, 'nature', 16, (asked) => asked.nature);
}

function accepted(demarche: Demarche): ExcelColumn<Asked> {
  return column(demarche, 'niveaux acceptés', 20, ({ accepted }, { requirements }) =>
    accepted === null
      ? 'Aucun minimum'
      : requirements.columns
          .filter((_, index) => accepted[index])
          .map(({ label }) => label)
          .join(', '),
  );
}

function ownCondition(demarche: Demarche): ExcelColumn<Asked> {
  return column(demarche, 'condition propre', 30, ({ when }) => (when === null ? '' : textOf(when)));
}
