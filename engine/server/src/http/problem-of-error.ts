import { CaseworkError, type Problem } from '@irisflow/foundation';
import { DatabaseFault } from '@irisflow/database';
import type { FastifyError } from 'fastify';
import { HttpProblem, problemBody } from './problem.ts';

const requiredPointer = (error: NonNullable<FastifyError['validation']>[number]): string =>
  error.keyword === 'required'
    ? `${error.instancePath}/${String(error.params['missingProperty'])}`
    : error.instancePath;

/** What a body must not have is named: whoever wrote it looks for that word. */
const foundIn = ({ validation, message }: FastifyError): string => {
  const extra = validation?.find(({ keyword }) => keyword === 'additionalProperties');
  return extra === undefined ? message : `found "${String(extra.params['additionalProperty']).slice(0, 100)}"`;
};

const ofValidation = (error: FastifyError): Problem =>
  problemBody({
    status: 400,
    code: 'INVALID_REQUEST',
    detail: `Expected ${error.validationContext ?? 'the request'} to follow the API description, but ${foundIn(error)}.`,
    errors: (error.validation ?? []).map((item) => ({
      pointer: requiredPointer(item),
      keyword: item.keyword,
      params: item.params,
    })),
  });

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('FST_');

const ofCasework = ({ status, code, detail, errors }: CaseworkError): Problem =>
  problemBody({
    status,
    code,
    detail,
    ...(errors === null
      ? {}
      : {
          errors: errors.map(({ params, ...error }) =>
            params === undefined ? error : { ...error, params: { ...params } },
          ),
        }),
  });

const isOutage = (error: unknown): error is DatabaseFault =>
  error instanceof DatabaseFault && (error.code === 'UNAVAILABLE' || error.code === 'FULL');

const outage: Problem = problemBody({
  status: 503,
  code: 'STORE_UNAVAILABLE',
  detail: 'Expected the store to answer, but it does not. Try again in a moment; what was acknowledged is not lost.',
});

const sentenceOf = (code: string, message: string): string =>
  code === 'CTP_BODY_TOO_LARGE'
    ? 'Expected a smaller body, but this one is longer than what the address takes.'
    : message;

/** What the caller is told about a failure. Faults of ours say nothing but their trace id: details stay in the log. */
export const problemOfError = (error: unknown, requestId: string): Problem => {
  if (error instanceof CaseworkError) return ofCasework(error);
  if (error instanceof HttpProblem)
    return problemBody({ status: error.status, code: error.code, detail: error.message });
  if (isOutage(error)) return outage;
  if (error instanceof Error && 'validation' in error) return ofValidation(error as FastifyError);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500 && error instanceof Error) {
    const code = isFastifyError(error) ? error.code.replace(/^FST_(ERR_)?/, '') : 'REFUSED';
    return problemBody({ status, code, detail: sentenceOf(code, error.message) });
  }
  return problemBody({
    status: 500,
    code: 'INTERNAL',
    detail: `The fault is ours. Nothing was changed. Give this number when you call us: ${requestId}.`,
  });
};
