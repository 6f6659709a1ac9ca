import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';

const formats = addFormats.default;

const forText = formats(new Ajv({ coerceTypes: true, useDefaults: true, allErrors: false, strict: false }));
const forJson = formats(new Ajv({ coerceTypes: false, allErrors: false, strict: false }));

/** Path and query arrive as text and are read as what the contract says; a JSON body must be right as it is. */
export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? forJson : forText).compile(schema);
