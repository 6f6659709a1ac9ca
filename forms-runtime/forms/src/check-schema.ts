import { resolveDateLimit } from './date-limit.ts';
import { formatParams, formats } from './formats.ts';
import { matchesPattern } from './pattern-cost.ts';
import { pointerOf } from './pointer.ts';
import type { EffectiveSchema, FieldType } from './schema.ts';

/** What is wrong at one place: `pointer` names the field, `keyword` the broken rule, `params` its limits. */
export interface FieldError {
  readonly pointer: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
}

interface Check {
  readonly today: string;
  readonly path: readonly (string | number)[];
  readonly errors: FieldError[];
}

type Params = FieldError['params'];

const fail = (check: Check, keyword: string, params: Params = {}): void => {
  check.errors.push({ pointer: pointerOf(check.path), keyword, params });
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeChecks: { readonly [T in FieldType]: (value: unknown) => boolean } = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isObject,
};

/**
 * A multiple within a millionth: 0.07 is a multiple of 0.01 although 0.07 / 0.01 is 7.000000000000001.
 * A quotient too large for a double is not judged, so that this says what the validator of the server says.
 */
const isMultiple = (value: number, step: number): boolean => {
  const quotient = value / step;
  return !Number.isFinite(quotient) || Math.abs(quotient - Math.round(quotient)) <= 1e-6;
};

const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

const checkDates = (schema: EffectiveSchema, value: string, check: Check): void => {
  const { dateMin, dateMax } = schema;
  const min = dateMin === undefined ? undefined : resolveDateLimit(dateMin, check.today);
  const max = dateMax === undefined ? undefined : resolveDateLimit(dateMax, check.today);
  if (min !== undefined && value < min) fail(check, 'dateMin', { limit: min });
  if (max !== undefined && value > max) fail(check, 'dateMax', { limit: max });
};

const checkString = (schema: EffectiveSchema, value: string, check: Check): void => {
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength !== undefined && lengthOf(value) < minLength) fail(check, 'minLength', { limit: minLength });
  if (maxLength !== undefined && lengthOf(value) > maxLength) fail(check, 'maxLength', { limit: maxLength });
  if (pattern !== undefined && !matchesPattern(pattern, value)) fail(check, 'pattern', { pattern });
  if (format !== undefined && !formats[format](value)) fail(check, 'format', formatParams(format, value));
  checkDates(schema, value, check);
};

const checkNumber = (schema: EffectiveSchema, value: number, check: Check): void => {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (minimum !== undefined && value < minimum) fail(check, 'minimum', { limit: minimum });
  if (maximum !== undefined && value > maximum) fail(check, 'maximum', { limit: maximum });
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    fail(check, 'exclusiveMinimum', { limit: exclusiveMinimum });
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
    fail(check, 'exclusiveMaximum', { limit: exclusiveMaximum });
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) fail(check, 'multipleOf', { multipleOf });
};

const checkArray = (schema: EffectiveSchema, value: readonly unknown[], check: Check): void => {
  const { minItems, maxItems, items, contains } = schema;
  if (minItems !== undefined && value.length < minItems) fail(check, 'minItems', { limit: minItems });
  if (maxItems !== undefined && value.length > maxItems) fail(check, 'maxItems', { limit: maxItems });
  if (items !== undefined) value.forEach((item, row) => visit(items, item, { ...check, path: [...check.path, row] }));
  if (contains !== undefined && !value.some((item) => holds(contains, item, check.today))) fail(check, 'contains');
};

const checkObject = (schema: EffectiveSchema, value: Readonly<Record<string, unknown>>, check: Check): void => {
  for (const name of schema.required ?? [])
    if (!Object.hasOwn(value, name)) fail({ ...check, path: [...check.path, name] }, 'required');
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    if (Object.hasOwn(value, name)) visit(inner, value[name], { ...check, path: [...check.path, name] });
  if (schema.additionalProperties !== false) return;
  for (const name of Object.keys(value))
    if (!Object.hasOwn(schema.properties ?? {}, name))
      fail({ ...check, path: [...check.path, name] }, 'additionalProperties');
};

const checkCombinators = (schema: EffectiveSchema, value: unknown, check: Check): void => {
  const passes = (inner: EffectiveSchema): boolean => holds(inner, value, check.today);
  if (schema.not !== undefined && passes(schema.not)) fail(check, 'not');
  if (schema.anyOf !== undefined && !schema.anyOf.some(passes)) fail(check, 'anyOf');
  for (const inner of schema.allOf ?? []) visit(inner, value, check);
  if (schema.if !== undefined && schema.then !== undefined && passes(schema.if)) visit(schema.then, value, check);
};

const visit = (schema: EffectiveSchema, value: unknown, check: Check): void => {
  if (schema.type !== undefined && !typeChecks[schema.type](value)) fail(check, 'type', { type: schema.type });
  if (schema.const !== undefined && value !== schema.const) fail(check, 'const', { allowedValue: schema.const });
  if (schema.enum !== undefined && !schema.enum.some((allowed) => allowed === value)) fail(check, 'enum');
  if (typeof value === 'string') checkString(schema, value, check);
  else if (typeof value === 'number') checkNumber(schema, value, check);
  else if (Array.isArray(value)) checkArray(schema, value, check);
  else if (isObject(value)) checkObject(schema, value, check);
  checkCombinators(schema, value, check);
};

/** Whether a value, or its absence (`undefined`), satisfies a schema on the day `today`. */
export const holds = (schema: EffectiveSchema, value: unknown, today: string): boolean => {
  const errors: FieldError[] = [];
  visit(schema, value, { today, path: [], errors });
  return errors.length === 0;
};

/** Every violation of a schema, in document order. */
export const checkSchema = (schema: EffectiveSchema, value: unknown, today: string): readonly FieldError[] => {
  const errors: FieldError[] = [];
  visit(schema, value, { today, path: [], errors });
  return errors;
};
