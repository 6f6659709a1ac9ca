import { restDigits } from '@irisflow/identifiers';

/** Letters count as numbers, so that a swapped prefix is noticed too. */
const checkOf = (stem: string): string => restDigits(stem.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''));

/** `BH-RA-2026-000042-NN`: prefix, year, number within the year and two check digits. */
export const caseReference = ({ prefix, year, number }: { prefix: string; year: number; number: number }): string => {
  const stem = `${prefix}-${year}-${String(number).padStart(6, '0')}`;
  return `${stem}-${checkOf(stem)}`;
};

/** Whether the check digits fit; tells a mistyped reference from an unknown one. */
export const isCaseReference = (text: string): boolean => {
  const match = /^([A-Z][A-Z0-9-]*-\d{4}-\d{6,})-(\d{2})$/.exec(text);
  return match !== null && match[1] !== undefined && checkOf(match[1]) === match[2];
};
