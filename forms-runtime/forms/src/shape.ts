/** What is wrong with a form document, at a JSON pointer. */
export interface FormProblem {
  readonly code: 'FORM_TYPE' | 'FORM_MISSING' | 'FORM_UNKNOWN_KEY' | 'FORM_VALUE' | 'FORM_PATTERN' | 'FORM_SIZE';
  readonly pointer: string;
  readonly expected: string;
  readonly found: string;
}

/** Where a check stands and where its findings go. */
export interface Place {
  readonly pointer: string;
  readonly depth: number;
  readonly problems: FormProblem[];
}

/** A check of one JSON value; reports to `place` and never throws. */
export type Shape = (value: unknown, place: Place) => void;

const MAX_DEPTH = 32;
const MAX_PROBLEMS = 100;

const describe = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

/** Records one finding. */
export const report = (place: Place, code: FormProblem['code'], expected: string, value: unknown): void => {
  if (place.problems.length >= MAX_PROBLEMS) return;
  place.problems.push({ code, pointer: place.pointer, expected, found: describe(value) });
};

const inside = (place: Place, key: string | number): Place => ({
  ...place,
  pointer: `${place.pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`,
  depth: place.depth + 1,
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const always = (): boolean => true;

/** A text of at most `max` characters that passes `test`, described by `expected`. */
export const text =
  (
    expected = 'a text',
    { max = 2000, test = always }: { max?: number; test?: (value: string) => boolean } = {},
  ): Shape =>
  (value, place) => {
    if (typeof value !== 'string') report(place, 'FORM_TYPE', expected, value);
    else if (value.length > max || !test(value)) report(place, 'FORM_VALUE', expected, value);
  };

/** A finite number that passes `test`. */
export const number =
  (expected = 'a number', test: (value: number) => boolean = always): Shape =>
  (value, place) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) report(place, 'FORM_TYPE', expected, value);
    else if (!test(value)) report(place, 'FORM_VALUE', expected, value);
  };

/** A whole number from zero up. */
export const count = number('a whole number from 0', (value) => Number.isInteger(value) && value >= 0);

export const flag: Shape = (value, place) => {
  if (typeof value !== 'boolean') report(place, 'FORM_TYPE', 'true or false', value);
};

export const scalar: Shape = (value, place) => {
  if (!['string', 'number', 'boolean'].includes(typeof value))
    report(place, 'FORM_TYPE', 'a text, a number, true or false', value);
};

/** Anything, within the size limits of JSON. */
export const anything: Shape = () => undefined;

/** One of a closed list of values. */
export const oneOf =
  (...values: readonly unknown[]): Shape =>
  (value, place) => {
    if (!values.includes(value)) report(place, 'FORM_VALUE', `one of ${values.map(String).join(', ')}`, value);
  };

/** An array of `min` to `max` items of one shape. */
export const list =
  (item: Shape, { min = 0, max = 500 } = {}): Shape =>
  (value, place) => {
    if (!Array.isArray(value)) return report(place, 'FORM_TYPE', 'a list', value);
    if (value.length < min || value.length > max) report(place, 'FORM_SIZE', `${min} to ${max} items`, value.length);
    else value.forEach((inner, index) => item(inner, inside(place, index)));
  };

/** An object with free keys that pass `isKey`, all of one shape. */
export const record =
  (item: Shape, { max = 500, isKey = always }: { max?: number; isKey?: (key: string) => boolean } = {}): Shape =>
  (value, place) => {
    if (!isObject(value)) return report(place, 'FORM_TYPE', 'an object', value);
    if (place.depth > MAX_DEPTH) return report(place, 'FORM_SIZE', `at most ${MAX_DEPTH} levels`, 'more');
    const entries = Object.entries(value);
    if (entries.length > max) return report(place, 'FORM_SIZE', `at most ${max} keys`, entries.length);
    for (const [key, inner] of entries) {
      if (isKey(key)) item(inner, inside(place, key));
      else report(inside(place, key), 'FORM_UNKNOWN_KEY', 'a known key', key);
    }
  };

type Shapes = Readonly<Record<string, Shape>>;

/** An object with exactly these keys: `required` ones present, `optional` ones perhaps, no other. */
export const object =
  (required: Shapes, optional: Shapes = {}): Shape =>
  (value, place) => {
    if (!isObject(value)) return report(place, 'FORM_TYPE', 'an object', value);
    if (place.depth > MAX_DEPTH) return report(place, 'FORM_SIZE', `at most ${MAX_DEPTH} levels`, 'more');
    for (const name of Object.keys(required))
      if (!Object.hasOwn(value, name)) report(inside(place, name), 'FORM_MISSING', 'a value', undefined);
    for (const [name, inner] of Object.entries(value)) {
      const shape = [required, optional].find((shapes) => Object.hasOwn(shapes, name))?.[name];
      if (shape === undefined) report(inside(place, name), 'FORM_UNKNOWN_KEY', 'a known key', name);
      else shape(inner, inside(place, name));
    }
  };

/** An object whose shape depends on the value of one key. */
export const tagged =
  (tag: string, shapes: Shapes): Shape =>
  (value, place) => {
    if (!isObject(value)) return report(place, 'FORM_TYPE', 'an object', value);
    const kind = value[tag];
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    if (shape === undefined) report(inside(place, tag), 'FORM_VALUE', `one of ${Object.keys(shapes).join(', ')}`, kind);
    else shape(value, place);
  };

/** A shape that refers to itself. */
export const lazy =
  (shape: () => Shape): Shape =>
  (value, place) =>
    shape()(value, place);
