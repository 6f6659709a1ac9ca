import { accept, refuse, refuseUnlessDigits, type Identifier } from './check.ts';
import { complementDigits, twoDigits } from './mod97.ts';

/** Of the national register, or of the register of those who are not in it. */
type Register = 'national' | 'bis';
type Century = 1900 | 2000;

interface NationalNumberSaid {
  readonly register: Register;
  /** In which century the check digits say that the person was born; nothing else in the number does. */
  readonly century: Century;
}

/** The sex is not known yet, or it is: bis numbers add 20 or 40 to the month of birth. */
const surchargeOf = (month: number): number => {
  if (month >= 40) return 40;
  return month >= 20 ? 20 : 0;
};

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

interface Birth {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Where month or day are not known they are 00; days without a month count on when serial numbers run out. */
const isBirth = ({ year, month, day }: Birth): boolean => {
  if (month > 12 || day > 31) return false;
  return month === 0 || day === 0 || day <= daysIn(year, month);
};

const numberAt = (digits: string, from: number, to: number): number => Number(digits.slice(from, to));

/** Numbers of people born from 2000 on are checked with a 2 in front. */
const centuryOf = (digits: string): Century | undefined => {
  const stem = digits.slice(0, 9);
  const check = digits.slice(9);
  if (complementDigits(stem) === check) return 1900;
  return complementDigits(`2${stem}`) === check ? 2000 : undefined;
};

const normalize = (written: string): string => written.replaceAll(/[\s./-]/gu, '');

/**
 * The number of a person in the national or the bis register. It is a key: numbers are replaced, and neither age nor sex
 * may be read from one.
 */
export const nationalNumber: Identifier<NationalNumberSaid> = {
  normalize,
  check: (written) => {
    const digits = normalize(written);
    const wrong = refuseUnlessDigits(digits, 11);
    if (wrong !== undefined) return wrong;
    const century = centuryOf(digits);
    if (century === undefined) return refuse('checkDigits');
    const month = numberAt(digits, 2, 4);
    const surcharge = surchargeOf(month);
    const birth = { year: century + numberAt(digits, 0, 2), month: month - surcharge, day: numberAt(digits, 4, 6) };
    if (!isBirth(birth)) return refuse('birthDate');
    if (numberAt(digits, 6, 9) === 0) return refuse('shape');
    return accept(digits, { register: surcharge === 0 ? 'national' : 'bis', century });
  },
  format: (value) => value.replace(/^(\d{2})(\d{2})(\d{2})(\d{3})(\d{2})$/, '$1.$2.$3-$4.$5'),
};

export interface NewNationalNumber extends Birth {
  /** From 1 to 998; to 999 where the date is not complete. */
  readonly serial: number;
  /** Whether it is one of the bis register, and whether the sex is known there. */
  readonly bis?: 'sexKnown' | 'sexUnknown';
}

const surcharges = { sexKnown: 40, sexUnknown: 20 } as const;

/** A number with right check digits; what is not known of the birth date is 0. */
export const makeNationalNumber = ({ year, month, day, serial, bis }: NewNationalNumber): string => {
  const marked = month + (bis === undefined ? 0 : surcharges[bis]);
  const stem = `${twoDigits(year % 100)}${twoDigits(marked)}${twoDigits(day)}${String(serial).padStart(3, '0')}`;
  return `${stem}${complementDigits(year < 2000 ? stem : `2${stem}`)}`;
};
