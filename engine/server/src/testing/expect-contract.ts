import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { Problem } from '@irisflow/foundation';
import type { LightMyRequestResponse } from 'fastify';
import { operations, type Operation, type OperationId } from '../api/contract/index.ts';

// Each schema checks a few answers a run: to make its code shorter takes longer than the longer code.
const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true, code: { optimize: false } }));
const compiled = new Map<unknown, ValidateFunction>();

const check = (schema: object, value: unknown, what: string): void => {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  if (!validate(value))
    throw new Error(`Expected ${what} to follow the contract, but ${ajv.errorsText(validate.errors)}`);
};

const expectSuccess = (id: OperationId, { reply, status = 200 }: Operation, answer: LightMyRequestResponse): void => {
  const expected = reply === 'none' ? 204 : reply === 'redirect' ? 302 : status;
  if (answer.statusCode !== expected)
    throw new Error(`Expected ${id} to answer ${expected}, but found ${answer.statusCode}`);
  if (typeof reply !== 'string') check(reply, answer.json(), `the answer of ${id}`);
};

/** Fails unless a success has the shape of the contract and a refusal is a problem. */
export const expectContract = (id: OperationId, answer: LightMyRequestResponse): void => {
  if (answer.statusCode < 400) return expectSuccess(id, operations[id], answer);
  if (!String(answer.headers['content-type']).startsWith('application/problem+json'))
    throw new Error(
      `Expected ${id} to refuse with a problem, but found ${String(answer.headers['content-type'])}: ${answer.body}`,
    );
  check(Problem, answer.json(), `the problem of ${id}`);
  if (answer.json<{ status: number }>().status !== answer.statusCode)
    throw new Error(`Expected ${id} to say its own status`);
};
