import type { Demarche } from '../domain/referential/demarche.ts';
import { grades } from '../domain/referential/level.ts';
import { paths } from '../web/paths.ts';
import type { ExcelColumn, Placed } from './excel.ts';
import type {
  ComplianceModel,
  DocumentModel,
  ItemModel,
  MaturityModel,
  QuestionModel,
  RequirementModel,
  ScenarioModel,
} from './models.ts';
import { textOf } from './sentence.ts';
import { gradeWords } from './words.ts';

const place: readonly ExcelColumn<ItemModel>[] = [
  { header: 'Section', width: 32, text: ({ path }) => path },
  { header: 'Code', width: 12, text: ({ item }) => item.code },
  { header: 'Titre', width: 36, text: ({ item }) => item.title },
];

const axis: ExcelColumn<ItemModel> = { header: 'Axe du radar', width: 24, text: (placed) => placed.axis };

const condition: ExcelColumn<MaturityModel | ComplianceModel | DocumentModel> = {
  header: 'Condition',
  width: 36,
  text: ({ item }) => textOf(item.shown),
};

export function maturityColumns(demarches: readonly Demarche[]): readonly ExcelColumn<MaturityModel>[] {
  return [
    ...place,
    axis,
    condition,
    { header: 'Objectif', width: 40, text: ({ item }) => item.objective.join('\n') },
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
    ...demarches.flatMap((demarche) => [nature(demarche), accepted(demarche), ownCondition(demarche)]),
  ];
}

export function complianceColumns(demarches: readonly Demarche[]): readonly ExcelColumn<ComplianceModel>[] {
  return [
    ...place,
    axis,
    condition,
    { header: 'Exigence', width: 60, text: ({ item }) => item.requirement.join('\n') },
    { header: 'Objectif', width: 40, text: ({ item }) => item.objective.join('\n') },
    { header: 'Conseil', width: 40, text: ({ item }) => item.advice.join('\n') },
    { header: 'Vérification', width: 60, text: ({ item }) => item.scenarios.map(stepsWords).join('\n\n') },
    { header: 'Preuves attendues', width: 50, text: ({ item }) => item.scenarios.flatMap(proofsWords).join('\n') },
    ...demarches.flatMap((demarche) => [nature(demarche), accepted(demarche), ownCondition(demarche)]),
  ];
}

export function documentColumns(demarches: readonly Demarche[]): readonly ExcelColumn<DocumentModel>[] {
  return [
    ...place,
    condition,
    { header: 'Marche à suivre', width: 70, text: ({ item }) => numbered(item.instructions) },
    { header: 'Dépôt', width: 30, text: ({ item }) => item.deposit },
    { header: 'Conteneur chiffré', width: 12, text: ({ item }) => yesOrNo(item.container) },
    { header: 'Modèle fourni', width: 30, text: ({ item }) => item.template ?? '' },
    ...demarches.flatMap((demarche) => [nature(demarche), ownCondition(demarche)]),
  ];
}

export const questionColumns: readonly ExcelColumn<QuestionModel>[] = [
  ...place,
  { header: 'Réponse attendue', width: 24, text: ({ item }) => item.answer },
  { header: 'Obligatoire', width: 12, text: ({ item }) => yesOrNo(item.required) },
  { header: 'Choix', width: 60, text: ({ item }) => item.options.map(({ title }) => title).join('\n') },
  { header: 'Aide', width: 60, text: ({ item }) => item.help.join('\n') },
  { header: 'Condition', width: 36, text: ({ item }) => (item.shown === null ? '' : textOf(item.shown)) },
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

function recommendedWords({ tiles, exceptions }: MaturityModel): string | number {
  const general = tiles.find(({ recommended }) => recommended)?.level ?? '';
  if (exceptions.length === 0) return general;
  return [String(general), ...exceptions.map(({ when }) => textOf(when))].join('\n');
}

function stepsWords({ id, title, steps }: ScenarioModel): string {
  return `${[id, title].filter(Boolean).join(' ')}\n${numbered(steps)}`;
}

function proofsWords({ proofs }: ScenarioModel): readonly string[] {
  return proofs.map(({ title, description, when }) =>
    [title, description, when === null ? '' : textOf(when)].filter(Boolean).join('\u00a0: '),
  );
}

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

function yesOrNo(value: boolean): string {
  return value ? 'Oui' : 'Non';
}
