import type { Numbers } from './views/numbers.ts';

const columns = [
  'month',
  'inflow',
  'ended',
  'stock',
  'medianDays',
  'p90Days',
  'withinTerm',
  'late',
  'complete',
] as const;

/** The months as CSV by RFC 4180: numbers and names of columns alone, so that no spreadsheet takes a cell for a formula. */
export const numbersCsv = ({ months }: Pick<Numbers, 'months'>): string =>
  [columns.join(','), ...months.map((month) => columns.map((column) => month[column] ?? '').join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
