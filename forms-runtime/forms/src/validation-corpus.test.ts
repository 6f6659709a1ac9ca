import { Validator } from '@cfworker/json-schema';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileForm, effectiveSchema, settle, validateForm, type FieldSchema, type FormContext } from './index.ts';
import { validateFormOnServer } from './server.ts';
import { formOf, type FieldSetup } from './testing.ts';

/**
 * One corpus for every validator: the browser's interpreter, Ajv on the server, and @cfworker/json-schema as a third
 * opinion on what our schema means. A case says what one field may hold and which keyword, if any, must object.
 */
interface Case {
  readonly says: string;
  readonly schema: FieldSchema;
  readonly value: unknown;
  /** Expected errors as `<pointer> <keyword>`. */
  readonly errors?: readonly string[];
  readonly required?: boolean;
  readonly setup?: Omit<FieldSetup, 'schema'>;
}

const context: FormContext = { audience: 'applicant', today: '2026-11-24' };
const choices = (...values: readonly (string | number)[]) =>
  values.map((value) => ({ const: value, title: `t.${value}` }));
const row = { name: { schema: { type: 'string' } }, age: { schema: { type: 'integer' } } } as const;
const rows: FieldSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: { name: { type: 'string' }, age: { type: 'integer', minimum: 0 } },
    required: ['name'],
  },
};
const address: FieldSchema = {
  type: 'object',
  properties: { street: { type: 'string' }, postalCode: { type: 'string', format: 'postal-code-be' } },
  required: ['street', 'postalCode'],
};

const text: FieldSchema = { type: 'string' };
const format = (name: NonNullable<FieldSchema['format']>): FieldSchema => ({ type: 'string', format: name });

const cases: readonly Case[] = [
  { says: 'a text', schema: text, value: 'hello' },
  { says: 'a number where a text belongs', schema: text, value: 12, errors: ['/x type'] },
  { says: 'an absent optional text', schema: text, value: undefined },
  { says: 'an absent required text', schema: text, value: undefined, required: true, errors: ['/x required'] },
  { says: 'a blank required text', schema: text, value: '   ', required: true, errors: ['/x required'] },
  { says: 'null for a required text', schema: text, value: null, required: true, errors: ['/x required'] },
  { says: 'a text of the least length', schema: { ...text, minLength: 3 }, value: 'abc' },
  { says: 'a text too short', schema: { ...text, minLength: 3 }, value: 'ab', errors: ['/x minLength'] },
  { says: 'two emoji of minimum length two', schema: { ...text, minLength: 2 }, value: '🌼🌼' },
  { says: 'one emoji of minimum length two', schema: { ...text, minLength: 2 }, value: '🌼', errors: ['/x minLength'] },
  { says: 'a text of the most length', schema: { ...text, maxLength: 3 }, value: 'abc' },
  { says: 'a text too long', schema: { ...text, maxLength: 3 }, value: 'abcd', errors: ['/x maxLength'] },
  { says: 'a text past the built-in bound', schema: text, value: 'a'.repeat(10_001), errors: ['/x maxLength'] },
  { says: 'a text that matches', schema: { ...text, pattern: '^[A-Z]{2}\\d{3}$' }, value: 'AB123' },
  { says: 'a text that does not match', schema: { ...text, pattern: '^[A-Z]{2}\\d{3}$' }, value: 'ab123', errors: ['/x pattern'] },
  { says: 'a text too long to be searched', schema: { ...text, pattern: '^a*$' }, value: 'a'.repeat(500), errors: ['/x maxLength'] },
  { says: 'a chosen value', schema: { ...text, oneOf: choices('a', 'b') }, value: 'b' },
  { says: 'a value nobody offered', schema: { ...text, oneOf: choices('a', 'b') }, value: 'c', errors: ['/x enum'] },
  { says: 'a chosen number', schema: { type: 'integer', oneOf: choices(1, 2) }, value: 2 },
  { says: 'a number nobody offered', schema: { type: 'integer', oneOf: choices(1, 2) }, value: 3, errors: ['/x enum'] },
  { says: 'an enum value', schema: { ...text, enum: ['a'] }, value: 'a' },
  { says: 'not an enum value', schema: { ...text, enum: ['a'] }, value: 'b', errors: ['/x enum'] },
  { says: 'a number', schema: { type: 'number' }, value: 1.5 },
  { says: 'a text where a number belongs', schema: { type: 'number' }, value: '1.5', errors: ['/x type'] },
  { says: 'a number that can be read in two ways', schema: { type: 'number' }, value: '1.200', errors: ['/x ambiguous'] },
  { says: 'a whole number', schema: { type: 'integer' }, value: 3 },
  { says: 'a broken whole number', schema: { type: 'integer' }, value: 3.2, errors: ['/x type'] },
  { says: 'the minimum', schema: { type: 'number', minimum: 0 }, value: 0 },
  { says: 'below the minimum', schema: { type: 'number', minimum: 0 }, value: -0.01, errors: ['/x minimum'] },
  { says: 'the maximum', schema: { type: 'number', maximum: 10 }, value: 10 },
  { says: 'above the maximum', schema: { type: 'number', maximum: 10 }, value: 10.01, errors: ['/x maximum'] },
  { says: 'on an excluded minimum', schema: { type: 'number', exclusiveMinimum: 0 }, value: 0, errors: ['/x exclusiveMinimum'] },
  { says: 'above an excluded minimum', schema: { type: 'number', exclusiveMinimum: 0 }, value: 0.01 },
  { says: 'on an excluded maximum', schema: { type: 'number', exclusiveMaximum: 1 }, value: 1, errors: ['/x exclusiveMaximum'] },
  { says: 'cents that floats cannot hold', schema: { type: 'number', multipleOf: 0.01 }, value: 0.07 },
  { says: 'a big amount in cents', schema: { type: 'number', multipleOf: 0.01 }, value: 20_485.33 },
  { says: 'a third decimal', schema: { type: 'number', multipleOf: 0.01 }, value: 1.005, errors: ['/x multipleOf'] },
  { says: 'true', schema: { type: 'boolean' }, value: true },
  { says: 'false when an answer is required', schema: { type: 'boolean' }, value: false, required: true },
  { says: 'a declaration given', schema: { type: 'boolean', const: true }, value: true, required: true },
  { says: 'a declaration refused', schema: { type: 'boolean', const: true }, value: false, required: true, errors: ['/x const'] },
  { says: 'a text for a boolean', schema: { type: 'boolean' }, value: 'true', errors: ['/x type'] },
  { says: 'a day', schema: format('date'), value: '2024-02-29' },
  { says: 'a day that does not exist', schema: format('date'), value: '2023-02-29', errors: ['/x format'] },
  { says: 'half a date', schema: format('date'), value: '2024-2-', errors: ['/x format'] },
  { says: 'a birth date before today', schema: { ...format('date'), dateMax: 'today' }, value: '2026-11-24' },
  { says: 'a birth date after today', schema: { ...format('date'), dateMax: 'today' }, value: '2026-11-25', errors: ['/x dateMax'] },
  { says: 'old enough today', schema: { ...format('date'), dateMax: 'today-18y' }, value: '2008-11-24' },
  { says: 'one day too young', schema: { ...format('date'), dateMax: 'today-18y' }, value: '2008-11-25', errors: ['/x dateMax'] },
  { says: 'before the first day allowed', schema: { ...format('date'), dateMin: '2020-01-01' }, value: '2019-12-31', errors: ['/x dateMin'] },
  { says: 'an e-mail address', schema: format('email'), value: 'noor@example.be' },
  { says: 'an e-mail address without domain', schema: format('email'), value: 'noor@example', errors: ['/x format'] },
  { says: 'a mobile number', schema: format('phone'), value: '+32 470 12 34 56' },
  { says: 'a phone number too short', schema: format('phone'), value: '12 34', errors: ['/x format'] },
  { says: 'an IBAN with spaces', schema: format('iban'), value: 'BE54 0000 0000 0097' },
  { says: 'an IBAN off by one', schema: format('iban'), value: 'BE54000000000098', errors: ['/x format'] },
  { says: 'a national number as printed', schema: format('be-national-number'), value: '85.00.00-997.12' },
  { says: 'a national number off by one', schema: format('be-national-number'), value: '85000099713', errors: ['/x format'] },
  { says: 'an enterprise number with BE', schema: format('be-enterprise-number'), value: 'BE 0999.999.031' },
  { says: 'an enterprise number off by one', schema: format('be-enterprise-number'), value: '0999999032', errors: ['/x format'] },
  { says: 'a postal code', schema: format('postal-code-be'), value: '1030' },
  { says: 'a foreign postal code', schema: format('postal-code-be'), value: '75001', errors: ['/x format'] },
  { says: 'several choices', schema: { type: 'array', items: { ...text, oneOf: choices('a', 'b') } }, value: ['a', 'b'] },
  { says: 'a strange choice among good ones', schema: { type: 'array', items: { ...text, oneOf: choices('a', 'b') } }, value: ['a', 'z'], errors: ['/x/1 enum'] },
  { says: 'too many entries', schema: { type: 'array', maxItems: 1, items: text }, value: ['a', 'b'], errors: ['/x maxItems'] },
  { says: 'too few entries', schema: { type: 'array', minItems: 2, items: text }, value: ['a'], errors: ['/x minItems'] },
  { says: 'an empty required list', schema: { type: 'array', items: text }, value: [], required: true, errors: ['/x minItems'] },
  { says: 'an object for a list', schema: { type: 'array', items: text }, value: { 0: 'a' }, errors: ['/x type'] },
  { says: 'good rows', schema: rows, setup: { rows: row }, value: [{ name: 'Sam', age: 3 }, { name: 'Lou' }] },
  { says: 'a row without its name', schema: rows, setup: { rows: row }, value: [{ name: 'Sam' }, { age: 1 }], errors: ['/x/1/name required'] },
  { says: 'a bad number in a row', schema: rows, setup: { rows: row }, value: [{ name: 'Sam', age: -1 }], errors: ['/x/0/age minimum'] },
  { says: 'a row that is no object', schema: rows, setup: { rows: row }, value: ['Sam'], errors: ['/x/0 type'] },
  { says: 'a whole address', schema: address, setup: { options: { widget: 'address' } }, value: { street: 'Rue', postalCode: '1000' } },
  { says: 'half an address', schema: address, setup: { options: { widget: 'address' } }, value: { street: 'Rue' }, errors: ['/x/postalCode required'] },
  {
    says: 'no required address at all', schema: address, setup: { options: { widget: 'address' } }, value: undefined, required: true,
    errors: ['/x/street required', '/x/postalCode required'],
  },
]; // prettier-ignore

const compiledOf = ({ schema, setup, required = false }: Case) =>
  compileForm(formOf({ fields: { x: { schema, ...setup } }, required: required ? ['x'] : [] }));

const dataOf = ({ value }: Case) => (value === undefined ? {} : { x: value });
const briefly = (errors: readonly { pointer: string; keyword: string }[]) =>
  errors.map(({ pointer, keyword }) => `${pointer} ${keyword}`);

/** Keywords cfworker does not know; it then accepts what we refuse. */
const OURS = ['format', 'dateMin', 'dateMax'];

describe('the validation corpus', () => {
  test('covers every value keyword at least once', () => {
    const met = new Set(cases.flatMap(({ errors = [] }) => errors.map((error) => error.split(' ')[1] ?? '')));

    expect([...met].toSorted()).toEqual(
      [
        'ambiguous', 'const', 'dateMax', 'dateMin', 'enum', 'exclusiveMaximum', 'exclusiveMinimum', 'format', 'maxItems', 'maxLength',
        'maximum', 'minItems', 'minLength', 'minimum', 'multipleOf', 'pattern', 'required', 'type',
      ].toSorted(), // prettier-ignore
    );
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  test.each(cases)('$says: browser', (each) => {
    expect(briefly(validateForm(compiledOf(each), dataOf(each), context))).toEqual(each.errors ?? []);
  });

  test.each(cases)('$says: server', (each) => {
    expect(briefly(validateFormOnServer(compiledOf(each), dataOf(each), context))).toEqual(each.errors ?? []);
  });

  test.each(cases)('$says: same limits in both', (each) => {
    const compiled = compiledOf(each);

    expect(validateFormOnServer(compiled, dataOf(each), context)).toEqual(
      validateForm(compiled, dataOf(each), context),
    );
  });

  test.each(
    cases.filter(({ errors = [] }) => !errors.some((error) => OURS.some((keyword) => error.endsWith(keyword)))),
  )('$says: a third validator agrees', (each) => {
    const compiled = compiledOf(each);
    const schema = JSON.parse(
      JSON.stringify(effectiveSchema(compiled, 'applicant'), (key, inner) => (key === 'format' ? undefined : inner)),
    );
    const { data } = settle(compiled, dataOf(each), context);

    expect(new Validator(schema, '2020-12').validate(data).valid).toBe(each.errors === undefined);
  });
});

describe('both validators on anything at all', () => {
  const fields = {
    text: { schema: { type: 'string', minLength: 2, pattern: '^[a-z]+$' } },
    amount: { schema: { type: 'number', minimum: 0, multipleOf: 0.01 } },
    agreed: { schema: { type: 'boolean', const: true } },
    born: { schema: { type: 'string', format: 'date', dateMax: 'today' } },
    people: { schema: rows, rows: row },
  } as const satisfies Record<string, FieldSetup>;
  const compiled = compileForm(formOf({ fields, required: Object.keys(fields) }));
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('ab', '2020-01-01', true, 0.07, 12.345, [{ name: 'Sam' }]));
  const data = fc.dictionary(fc.constantFrom(...Object.keys(fields)), value);

  test('give the same answer for an amount whose multiple overflows', () => {
    const huge = { amount: Number.MAX_VALUE };

    expect(validateFormOnServer(compiled, huge, context)).toEqual(validateForm(compiled, huge, context));
  });

  test('give the same answer', () => {
    fc.assert(
      fc.property(data, (given) => {
        expect(validateFormOnServer(compiled, given, context)).toEqual(validateForm(compiled, given, context));
      }),
      { numRuns: 500 },
    );
  });
});
