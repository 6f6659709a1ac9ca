import { composeIBAN, countrySpecs, isSEPACountry, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import { accept, refuse, type Identifier, type RefusalCode } from './check.ts';
import { restDigits } from './mod97.ts';

const normalize = (written: string): string => written.replaceAll(/[\s.-]/gu, '').toUpperCase();

/** Which of the library's findings is told first, and as what. */
const findings: readonly (readonly [ValidationErrorsIBAN, RefusalCode])[] = [
  [ValidationErrorsIBAN.WrongBBANFormat, 'shape'],
  [ValidationErrorsIBAN.ChecksumNotNumber, 'shape'],
  [ValidationErrorsIBAN.WrongIBANChecksum, 'checkDigits'],
  [ValidationErrorsIBAN.WrongAccountBankBranchChecksum, 'checkDigits'],
];

interface Account {
  /** Two letters of ISO 3166. */
  readonly country: string;
}

/** An account of the area in which euro payments are made; the domestic check digits of its country count too. */
export const iban: Identifier<Account> = {
  normalize,
  check: (written) => {
    const text = normalize(written);
    if (text === '') return refuse('empty');
    const stranger = /[^0-9A-Z]/u.exec(text)?.[0];
    if (stranger !== undefined) return refuse('character', { found: stranger });
    const country = text.slice(0, 2);
    const expected = countrySpecs[country]?.chars ?? null;
    if (expected === null) return refuse('country', { found: country });
    if (!isSEPACountry(country)) return refuse('outsideSepa', { found: country });
    if (text.length !== expected) return refuse('length', { expected, found: text.length });
    const { errorCodes } = validateIBAN(text);
    const told = findings.find(([finding]) => errorCodes.includes(finding));
    return told === undefined ? accept(text, { country }) : refuse(told[1]);
  },
  format: (value) => value.match(/.{1,4}/gu)?.join(' ') ?? value,
};

/** A Belgian account from the ten digits before its own check digits. */
export const makeBelgianIban = (account: number): string => {
  const digits = String(account).padStart(10, '0');
  const made = composeIBAN({ countryCode: 'BE', bban: `${digits}${restDigits(digits)}` });
  if (made === null) throw new RangeError(`Expected an account of at most ten digits, but found ${account}`);
  return made;
};
