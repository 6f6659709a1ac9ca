import { accept, refuse, type Identifier } from './check.ts';

/** What a plate is for, as its first characters say. */
export type PlateSeries =
  | 'ordinary' | 'international' | 'reserved' | 'old' | 'taxi' | 'limousine' | 'motorcycle' | 'oldtimer' | 'trailer'
  | 'moped' | 'farm' | 'temporary' | 'diplomatic' | 'personalized'; // prettier-ignore

interface Shape {
  readonly series: PlateSeries;
  readonly pattern: RegExp;
  readonly printed: string;
}

/** The shapes without separators, and how each is printed; the first one that fits counts. */
const shapes: readonly Shape[] = [
  { series: 'ordinary', pattern: /^([1-7])([A-Z]{3})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'international', pattern: /^(8)([A-Z]{3})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'reserved', pattern: /^(9)([A-Z]{3})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'reserved', pattern: /^(9)(\d{3})([A-Z]{3})$/, printed: '$1-$2-$3' },
  { series: 'diplomatic', pattern: /^(CD)([A-Z]{2})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'taxi', pattern: /^(T)(X[A-Z]{2})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'limousine', pattern: /^(T)(L[A-Z]{2})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'motorcycle', pattern: /^(M)([A-Z]{3})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'oldtimer', pattern: /^(O)([A-Z]{3})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'trailer', pattern: /^(Q)([A-Z]{3})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'moped', pattern: /^(S)([A-Z]{3})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'farm', pattern: /^(G)([A-Z]{3})(\d{3})$/, printed: '$1-$2-$3' },
  { series: 'temporary', pattern: /^([WXYZ][A-Z])(\d{2})([A-Z]{3})$/, printed: '$1-$2-$3' },
  { series: 'old', pattern: /^([A-Z]{3})(\d{3})$/, printed: '$1-$2' },
  { series: 'old', pattern: /^(\d{3})([A-Z]{3})$/, printed: '$1-$2' },
];

const bare = (written: string): string => written.replaceAll(/[\s.-]/gu, '').toUpperCase();

const shapeOf = (text: string): Shape | undefined => shapes.find(({ pattern }) => pattern.test(text));

const printed = (written: string): string => {
  const text = bare(written);
  const shape = shapeOf(text);
  return shape === undefined ? text : text.replace(shape.pattern, shape.printed);
};

interface PlateSaid {
  readonly series: PlateSeries;
}

/** A Belgian plate of one of the series, stored as it is printed: `1-ABC-123`. */
export const plate: Identifier<PlateSaid> = {
  normalize: printed,
  format: printed,
  check: (written) => {
    const text = bare(written);
    if (text === '') return refuse('empty');
    const stranger = /[^0-9A-Z]/u.exec(text)?.[0];
    if (stranger !== undefined) return refuse('character', { found: stranger });
    const shape = shapeOf(text);
    return shape === undefined ? refuse('shape') : accept(printed(text), { series: shape.series });
  },
};

/** Shapes that a chosen text may not have, for they are or were given out in series. */
const takenShapes = [
  /^\d+$/,
  /^[A-Z]{3}-?\d{4}$|^[A-Z]{4}-?\d{3}$|^\d{3}-?[A-Z]{4}$|^\d{4}-?[A-Z]{3}$/,
  /^[AEP]-?\d+$/,
  /^(CD|TX|TL)/,
  /^[WXYZ][A-Z]-?\d{2}-?[A-Z]{3}$/,
];

const MAX_CHOSEN = 8;

const normalizeChosen = (written: string): string => written.replaceAll(/\s/gu, '').toUpperCase();

/** A text that somebody chose for their plate: up to eight letters, digits and single hyphens, none of a series. */
export const personalizedPlate: Identifier<PlateSaid> = {
  normalize: normalizeChosen,
  format: normalizeChosen,
  check: (written) => {
    const text = normalizeChosen(written);
    if (text === '') return refuse('empty');
    const stranger = /[^0-9A-Z-]/u.exec(text)?.[0];
    if (stranger !== undefined) return refuse('character', { found: stranger });
    if (text.length > MAX_CHOSEN) return refuse('length', { expected: MAX_CHOSEN, found: text.length });
    const isTaken = shapeOf(bare(text)) !== undefined || takenShapes.some((shape) => shape.test(text));
    if (isTaken || /^-|-$|--/.test(text)) return refuse('shape');
    return accept(text, { series: 'personalized' });
  },
};

const letterAt = (number: number): string => String.fromCharCode(65 + (number % 26));

/** The ordinary plate with a place in the row of its series: 0 is `1-AAA-000`. */
export const makePlate = (place: number): string => {
  const letters = Math.trunc(place / 1000);
  const series = 1 + (Math.trunc(letters / 26 ** 3) % 7);
  const word = [letters / 26 ** 2, letters / 26, letters].map((one) => letterAt(Math.trunc(one))).join('');
  return `${series}-${word}-${String(place % 1000).padStart(3, '0')}`;
};
