import { ProblemError } from '@irisflow/client';
import type { FieldError } from '@irisflow/forms';

const NO_ERRORS: readonly FieldError[] = [];

/** What the server found wrong with the answers, field by field. */
export const fieldErrorsOf = (error: unknown): readonly FieldError[] => {
  if (!(error instanceof ProblemError) || error.problem.code !== 'FORM_INVALID') return NO_ERRORS;
  return (error.problem.errors ?? []).map(({ pointer, keyword, params = {} }) => ({
    pointer,
    keyword,
    params: params as FieldError['params'],
  }));
};
