import { accept, refuse, refuseUnlessDigits, type Identifier } from './check.ts';
import { complementDigits } from './mod97.ts';

interface Series {
  /** Digits with which such a number begins. */
  readonly starts: string;
  readonly format: (value: string) => string;
}

const normalize = (written: string): string => written.replaceAll(/[\s./-]/gu, '').replace(/^BE/iu, '');

const numbered = ({ starts, format }: Series): Identifier => ({
  normalize,
  format,
  check: (written) => {
    const digits = normalize(written);
    const wrong = refuseUnlessDigits(digits, 10);
    if (wrong !== undefined) return wrong;
    if (!starts.includes(digits.charAt(0))) return refuse('start', { found: digits.charAt(0) });
    return complementDigits(digits.slice(0, 8)) === digits.slice(8) ? accept(digits, {}) : refuse('checkDigits');
  },
});

/** A company in the crossroads bank for enterprises; with `BE` in front it is its VAT number. */
export const enterpriseNumber = numbered({
  starts: '01',
  format: (value) => value.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3'),
});

/** A place where a company works. */
export const establishmentUnit = numbered({
  starts: '2345678',
  format: (value) => value.replace(/^(\d)(\d{3})(\d{3})(\d{3})$/, '$1.$2.$3.$4'),
});

/** A number of a company or an establishment from its first eight digits. */
export const makeEnterpriseNumber = (stem: number): string => {
  const digits = String(stem).padStart(8, '0');
  return `${digits}${complementDigits(digits)}`;
};
