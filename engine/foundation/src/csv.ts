/** What a spreadsheet takes for a formula. A plain number is none, whatever its sign. */
const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,\u00a0\u202f]+$/.test(text);

const cellOf = (text: string): string => `"${(isFormula(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** A line of RFC 4180 as the spreadsheets of Belgium read it; what they would take for a formula is text. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(';')}\r\n`;

/** A spreadsheet reads accents only after a mark that says how they are written. */
export const csvMark = '\ufeff';

/** A cell without the sign that kept it from being a formula: what we wrote comes back as it was. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
