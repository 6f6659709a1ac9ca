import { CaseworkError, type Problem } from '@irisflow/casework';
import type { FastifyError } from 'fastify';
import { HttpProblem, problemBody } from './problem.ts';

const requiredPointer = (error: NonNullable<FastifyError['validation']>[number]): string =>
  error.keyword === 'required'
    ? `${error.instancePath}/${String(error.params['missingProperty'])}`
    : error.instancePath;

const ofValidation = (error: FastifyError): Problem =>
  problemBody({
    status: 400,
    code: 'INVALID_REQUEST',
    detail: `Expected ${error.validationContext ?? 'the request'} to follow the API description, but ${error.message}.`,
    errors: (error.validation ?? []).map((item) => ({
      pointer: requiredPointer(item),
      keyword: item.keyword,
      params: item.params,
    })),
  });

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('FST_');

/** What the caller is told about a failure. Faults of ours say nothing but their trace id: details stay in the log. */
export const problemOfError = (error: unknown, requestId: string): Problem => {
  if (error instanceof CaseworkError) {
    return problemBody({ status: error.status, code: error.code, detail: error.message, errors: error.errors });
  }
  if (error instanceof HttpProblem)
    return problemBody({ status: error.status, code: error.code, detail: error.message });
  if (error instanceof Error && 'validation' in error) return ofValidation(error as FastifyError);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500 && error instanceof Error) {
    const code = isFastifyError(error) ? error.code.replace('FST_', '') : 'REFUSED';
    return problemBody({ status, code, detail: error.message });
  }
  return problemBody({
    status: 500,
    code: 'INTERNAL',
    detail: `The fault is ours. Nothing was changed. Give this number when you call us: ${requestId}.`,
  });
};
