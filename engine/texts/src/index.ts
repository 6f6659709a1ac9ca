export { fillText } from './fill-text.ts';
export type { Fillings } from './fill-text.ts';
export { locales } from './locale.ts';
export type { Locale, TextLocale } from './locale.ts';
export { numberReadings } from './number-readings.ts';
export { withGuard, withoutGuard } from './spreadsheet-cell.ts';
