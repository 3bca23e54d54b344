import { cleanText } from 'shared';
import type { Cell } from './csv';

/** Every text is a text cell, which no spreadsheet takes for a formula, a number or a date. */
const cellOf = (value: Cell) => {
  if (value === null) return null;
  if (value instanceof Date) return { type: Date, value, format: 'yyyy-mm-dd' };
  return typeof value === 'number'
    ? { type: Number, value }
    : { type: String, value: cleanText(value), alignVertical: 'top' as const, wrap: true };
};

const columnWidth = 24;

/**
 * Returns rows as a workbook with one sheet (Office Open XML). The first row has the headings and stays in sight.
 * @param name of the sheet
 */
export const spreadsheet = async (name: string, [headings = [], ...rows]: readonly (readonly Cell[])[]) => {
  const top = headings.map((value) => ({
    type: String,
    value: typeof value === 'string' ? value : '',
    fontWeight: 'bold' as const,
  }));
  const sheet = { sheet: name, columns: headings.map(() => ({ width: columnWidth })), stickyRowsCount: 1 };
  // Loaded when somebody asks for the first one: the CMS starts sooner, and most never need it.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([top, ...rows.map((row) => row.map(cellOf))], sheet).toBuffer();
};
