import { accept, refuse, type Identifier } from './check.ts';

const LENGTH = 17;
/** Never used, because they are read as digits. */
const lookalikes: Readonly<Record<string, string>> = { I: '1', O: '0', Q: '0' };

const values: Readonly<Record<string, number>> = {
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9, S: 2, T: 3, U: 4, V: 5,
  W: 6, X: 7, Y: 8, Z: 9,
}; // prettier-ignore
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const CHECK_PLACE = 8;

const valueOf = (character: string): number => values[character] ?? Number(character);

const checkCharacterOf = (text: string): string => {
  const sum = weights.reduce((total, weight, place) => total + weight * valueOf(text.charAt(place)), 0);
  return sum % 11 === 10 ? 'X' : String(sum % 11);
};

const normalize = (written: string): string => written.replaceAll(/[\s.-]/gu, '').toUpperCase();

const check: Identifier['check'] = (written) => {
  const text = normalize(written);
  if (text === '') return refuse('empty');
  const found = /[IOQ]/u.exec(text)?.[0] ?? '';
  const meant = lookalikes[found];
  if (meant !== undefined) return refuse('lookalike', { found, meant });
  const stranger = /[^0-9A-Z]/u.exec(text)?.[0];
  if (stranger !== undefined) return refuse('character', { found: stranger });
  if (text.length !== LENGTH) return refuse('length', { expected: LENGTH, found: text.length });
  return accept(text, {});
};

const format = (value: string): string => value;

/** What is stamped into a vehicle (ISO 3779). European makers need not keep the check character. */
export const vin: Identifier = { check, normalize, format };

/** The same where the maker keeps the check character in the ninth place, as in North America and China. */
export const vinWithCheck: Identifier = {
  normalize,
  format,
  check: (written) => {
    const checked = check(written);
    if (!checked.ok) return checked;
    return checkCharacterOf(checked.value) === checked.value.charAt(CHECK_PLACE) ? checked : refuse('checkDigits');
  },
};

/** The number with its ninth character made right. */
export const makeVin = (text: string): string =>
  `${text.slice(0, CHECK_PLACE)}${checkCharacterOf(text)}${text.slice(CHECK_PLACE + 1)}`;
