import { accept, refuse, refuseUnlessDigits, type Identifier } from './check.ts';
import { restDigits } from './mod97.ts';

const normalize = (written: string): string => written.replaceAll(/[\s+*/]/gu, '');

/** What a payer copies so that a payment is recognized: twelve digits, printed `+++090/9337/55493+++`. */
export const structuredCommunication: Identifier = {
  normalize,
  check: (written) => {
    const digits = normalize(written);
    const wrong = refuseUnlessDigits(digits, 12);
    if (wrong !== undefined) return wrong;
    return restDigits(digits.slice(0, 10)) === digits.slice(10) ? accept(digits, {}) : refuse('checkDigits');
  },
  format: (value) => value.replace(/^(\d{3})(\d{4})(\d{5})$/, '+++$1/$2/$3+++'),
};

/** A communication from a number of at most ten digits. */
export const makeStructuredCommunication = (number: number): string => {
  const digits = String(number).padStart(10, '0');
  return `${digits}${restDigits(digits)}`;
};
