import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import type { FastifyValidationResult } from 'fastify/types/schema.js';

const formats = addFormats.default;

const forText = formats(new Ajv({ coerceTypes: true, useDefaults: true, allErrors: false, strict: false }));
const forJson = formats(new Ajv({ coerceTypes: false, allErrors: false, strict: false }));

/**
 * Path and query arrive as text and are read as what the contract says; a JSON body must be right as it is.
 * A schema becomes code when its route is first asked: hundreds at once are a second of every start.
 */
export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const ajv = httpPart === 'body' ? forJson : forText;
  let compiled: ValidateFunction | null = null;
  const validate: FastifyValidationResult = (data: unknown) => {
    compiled ??= ajv.compile(schema);
    const isValid = compiled(data);
    validate.errors = compiled.errors ?? null;
    return isValid;
  };
  return validate;
};
