import { ProblemError } from '@irisflow/client';
import type { FieldError } from '@irisflow/forms';

type Params = FieldError['params'];

const isParam = (value: unknown): value is Params[string] => ['string', 'number', 'boolean'].includes(typeof value);

const paramsOf = (params: Readonly<Record<string, unknown>>): Params =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (isParam(value) ? [[name, value] as const] : [])),
  );

/** What the platform says of single answers, as the form shows it; nothing when it refused for another reason. */
export const fieldErrorsOf = (error: unknown): readonly FieldError[] =>
  error instanceof ProblemError
    ? (error.problem.errors ?? []).map(({ pointer, keyword, params = {} }) => ({
        pointer,
        keyword,
        params: paramsOf(params),
      }))
    : [];
