import type { Static } from 'typebox';

import type { CrmFields } from './names.ts';

type Row = Static<typeof CrmFields>;

/** How the bulk interface of the CRM writes that a field is to be emptied; an empty one leaves it as it was. */
const EMPTIED = '#N/A';

/** Rows as CSV with LF and a line of names; a row that lacks a field leaves it as it was. */
export const bulkCsv = (rows: readonly Row[]): string => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => names.map((name) => cell(row, name)).join(','));
  return `${[names.map(quoted).join(','), ...lines].join('\n')}\n`;
};

const cell = (row: Row, name: string): string => {
  if (!Object.hasOwn(row, name)) return '';
  const value = row[name];
  return quoted(value === null ? EMPTIED : String(value));
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
