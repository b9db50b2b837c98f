import type { Sheet } from '../../exports/workbook.ts';
import type { ItemModel, SectionModel } from '../models/section.ts';
import type { Reading } from '../reading.ts';
import { complianceColumns, documentColumns, maturityColumns, questionColumns } from './columns.ts';
import { presentationSheet } from './presentation.ts';

/** An item where it stands. */
export interface Placed<Item extends ItemModel> {
  readonly item: Item;
  /** From the top; the last one holds the item. */
  readonly sections: readonly SectionModel[];
}

export interface ExcelColumn<Item extends ItemModel> {
  readonly header: string;
  readonly width: number;
  readonly text: (placed: Placed<Item>) => string | number;
}

/** A questionnaire as a workbook: one row for each criterion, document or question; then what it says of itself. */
export function questionnaireSheets(reading: Reading): readonly Sheet[] {
  return [itemSheet(reading), presentationSheet(reading.head)];
}

function itemSheet(reading: Reading): Sheet {
  const placed = placedItems(reading.sections(null), []);
  switch (reading.questionnaire.kind) {
    case 'maturity':
      return sheet('Critères', maturityColumns(reading.demarches), placed.filter(isOf('maturity')));
    case 'compliance':
      return sheet('Exigences', complianceColumns(reading.demarches), placed.filter(isOf('compliance')));
    case 'deposit':
      return sheet('Documents', documentColumns(reading.demarches), placed.filter(isOf('deposit')));
    case 'form':
      return sheet('Questions', questionColumns, placed.filter(isOf('form')));
  }
}

function sheet<Item extends ItemModel>(
  name: string,
  columns: readonly ExcelColumn<Item>[],
  placed: readonly Placed<Item>[],
): Sheet {
  return { name, columns, rows: placed.map((one) => columns.map(({ text }) => text(one))) };
}

function placedItems(sections: readonly SectionModel[], above: readonly SectionModel[]): readonly Placed<ItemModel>[] {
  return sections.flatMap((section) => {
    const here = [...above, section];
    return [...section.items.map((item) => ({ item, sections: here })), ...placedItems(section.sections, here)];
  });
}

function isOf<Kind extends ItemModel['kind']>(kind: Kind) {
  return (placed: Placed<ItemModel>): placed is Placed<Extract<ItemModel, { kind: Kind }>> => placed.item.kind === kind;
}
