import { withGuard } from '@irisflow/texts';

const cellOf = (text: string): string => `"${withGuard(text).replaceAll('"', '""')}"`;

/** A line of RFC 4180 as the spreadsheets of Belgium read it; what they would take for a formula is text. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(';')}\r\n`;

/** A spreadsheet reads accents only after a mark that says how they are written. */
export const csvMark = '\ufeff';

export { withoutGuard } from '@irisflow/texts';
