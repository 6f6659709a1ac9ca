import { accept, refuse, type Identifier } from './check.ts';
import { lettersAsNumbers, mod97, twoDigits } from './mod97.ts';

const normalize = (written: string): string => written.replaceAll(/\s/gu, '').toUpperCase();

const checkDigitsOf = (reference: string): string => twoDigits(98 - mod97(lettersAsNumbers(`${reference}RF00`)));

const MAX_LENGTH = 25;
const MIN_LENGTH = 5;

/** A reference that a creditor of any country gives to a payment (ISO 11649): `RF18 5390 0754 7034`. */
export const creditorReference: Identifier = {
  normalize,
  check: (written) => {
    const text = normalize(written);
    if (text === '') return refuse('empty');
    const stranger = /[^0-9A-Z]/u.exec(text)?.[0];
    if (stranger !== undefined) return refuse('character', { found: stranger });
    if (!text.startsWith('RF')) return refuse('start', { found: text.slice(0, 2) });
    if (text.length > MAX_LENGTH) return refuse('length', { expected: MAX_LENGTH, found: text.length });
    if (text.length < MIN_LENGTH) return refuse('length', { expected: MIN_LENGTH, found: text.length });
    return checkDigitsOf(text.slice(4)) === text.slice(2, 4) ? accept(text, {}) : refuse('checkDigits');
  },
  format: (value) => value.match(/.{1,4}/gu)?.join(' ') ?? value,
};

/** A reference from at most 21 letters and digits. */
export const makeCreditorReference = (reference: string): string => {
  const text = normalize(reference);
  return `RF${checkDigitsOf(text)}${text}`;
};
