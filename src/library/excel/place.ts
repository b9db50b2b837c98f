import type { ComplianceModel, MaturityModel } from '../models/criterion.ts';
import type { DocumentModel } from '../models/document.ts';
import type { ItemModel } from '../models/section.ts';
import { textOf } from '../sentence.ts';
import type { ExcelColumn } from './sheets.ts';
import { linkWords, yesOrNo } from './words.ts';

/** Where an item stands, and what its sections say of it. */
export const place: readonly ExcelColumn<ItemModel>[] = [
  {
    header: 'Section',
    width: 32,
    text: ({ sections }) => sections.map(({ code, title }) => [code, title].filter(Boolean).join(' ')).join(' › '),
  },
  { header: 'Code', width: 12, text: ({ item }) => item.code },
  { header: 'Titre', width: 36, text: ({ item }) => item.title },
];

export const introduction: ExcelColumn<ItemModel> = {
  header: 'Présentation de la section',
  width: 40,
  text: ({ sections }) => sections.flatMap((section) => section.introduction).join('\n'),
};

export const axis: ExcelColumn<MaturityModel | ComplianceModel> = {
  header: 'Axe du radar',
  width: 24,
  text: ({ sections }) => sections.at(-1)?.axis ?? '',
};

export const condition: ExcelColumn<MaturityModel | ComplianceModel | DocumentModel> = {
  header: 'Condition',
  width: 36,
  text: ({ item }) => (item.shown === null ? 'Selon la démarche' : textOf(item.shown)),
};

/** Its own, else that of the nearest section that has one. */
export const target: ExcelColumn<MaturityModel | ComplianceModel> = {
  header: 'Cible',
  width: 40,
  text: ({ item, sections }) => {
    const own = item.kind === 'maturity' ? item.target : [];
    const nearest = [own, ...sections.map((section) => section.target).toReversed()].find(({ length }) => length > 0);
    return (nearest ?? []).join('\n');
  },
};

export const asides: readonly ExcelColumn<MaturityModel | ComplianceModel>[] = [
  {
    header: 'Références',
    width: 40,
    text: ({ item, sections }) => linkWords([...item.links, ...sections.flatMap(({ links }) => links)]),
  },
  {
    header: 'Section déclarable non applicable',
    width: 16,
    text: ({ sections }) => yesOrNo(sections.some(({ mayBeNotApplicable }) => mayBeNotApplicable)),
  },
  {
    header: 'Diffère souvent d’un distributeur à l’autre',
    width: 16,
    text: ({ item }) => yesOrNo(item.differsByDistributor),
  },
];
