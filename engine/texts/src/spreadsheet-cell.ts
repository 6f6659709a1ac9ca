/** What a spreadsheet takes for a formula. A plain number is none, whatever its sign. */
const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,\u00a0\u202f]+$/.test(text);

/** Also what already has such a sign before it: one more comes before that one, so that what is written comes back. */
const needsGuard = (text: string): boolean => isFormula(text.replace(/^'+/, ''));

/** A cell that spreadsheets take for text: what they would take for a formula has a sign before it. */
export const withGuard = (text: string): string => (needsGuard(text) ? `'${text}` : text);

/** A cell without the sign that kept it from being a formula: what we wrote comes back as it was. */
export const withoutGuard = (text: string): string => (text.startsWith("'") && needsGuard(text) ? text.slice(1) : text);
