import { accept, refuse, type Identifier } from './check.ts';

/** The slash has one place: whoever leaves it out still says where it stands. */
const normalize = (written: string): string =>
  written
    .replaceAll(/\s/gu, '')
    .toUpperCase()
    .replace(/^(\d{5}[A-Z]\d{4})(\d{2}[A-Z_]\d{3})$/, '$1/$2');

const LENGTH = 17;

/** A parcel of the land register: division, section, root number, bis number, exponent and power. */
export const capakey: Identifier = {
  normalize,
  format: normalize,
  check: (written) => {
    const text = normalize(written);
    if (text === '') return refuse('empty');
    const stranger = /[^0-9A-Z_/]/u.exec(text)?.[0];
    if (stranger !== undefined) return refuse('character', { found: stranger });
    if (text.length !== LENGTH) return refuse('length', { expected: LENGTH, found: text.length });
    return /^\d{5}[A-Z]\d{4}\/\d{2}[A-Z_]\d{3}$/.test(text) ? accept(text, {}) : refuse('shape');
  },
};

interface Parcel {
  readonly division: number;
  readonly section: string;
  readonly root: number;
  readonly bis?: number;
  /** A letter, where there is one. */
  readonly exponent?: string;
  readonly power?: number;
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

export const makeCapakey = ({ division, section, root, bis = 0, exponent = '_', power = 0 }: Parcel): string =>
  `${padded(division, 5)}${section}${padded(root, 4)}/${padded(bis, 2)}${exponent}${padded(power, 3)}`;
