const MODULUS = 97n;

/** Digits and letters as one number, letters counting from A = 10, so that a swapped prefix is noticed too. */
const numberOf = (text: string): bigint => {
  const digits = text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits);
};

const checkOf = (stem: string): string => {
  const rest = numberOf(stem) % MODULUS;
  return String(rest === 0n ? MODULUS : rest).padStart(2, '0');
};

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
