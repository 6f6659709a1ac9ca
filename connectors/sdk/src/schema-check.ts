import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { Static, TSchema } from 'typebox';

import { incident } from './failures.ts';

// CommonJS seen from a module: the function hides behind `default`.
const addFormats = ajvFormats.default;

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, useDefaults: true });
addFormats(ajv);

const compiled = new WeakMap<TSchema, ValidateFunction>();

/** Checks `value` against one of our own schemas, filling in defaults; answers what is wrong (a place and a rule, never the value). */
export const findSchemaViolation = (schema: TSchema, value: unknown): string | undefined => {
  const validate = compiled.get(schema) ?? compile(schema);
  if (validate(value)) return undefined;
  return validate.errors?.map(describe).join('; ') ?? 'it does not match its schema';
};

const compile = (schema: TSchema): ValidateFunction => {
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
};

const describe = ({ instancePath, message = 'is invalid' }: ErrorObject): string =>
  `${instancePath === '' ? 'the whole' : instancePath} ${message}`;

/** Reads an answer from outside as `schema` says; raises an incident naming what is wrong with `what`. */
export const expectShape = <Schema extends TSchema>(schema: Schema, value: unknown, what: string): Static<Schema> => {
  const violation = findSchemaViolation(schema, value);
  if (violation !== undefined) throw incident(`Expected ${what} to have its agreed shape, but ${violation}.`);
  return value as Static<Schema>;
};
