import type { Problem } from '@irisflow/foundation';

/** A refusal made by the HTTP layer itself; `code` is stable, `detail` says what was expected and found. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | null;

  constructor(status: number, code: string, detail: string, retryAfter: number | null = null) {
    super(detail);
    this.name = 'HttpProblem';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Sign-in needed',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  405: 'Method not allowed',
  422: 'Not acceptable as it is',
  429: 'Too many requests',
  502: 'The engine refused',
  503: 'Unavailable for now',
};

interface ProblemSource {
  status: number;
  code: string;
  detail?: string;
  errors?: Problem['errors'];
}

/** RFC 9457 body. */
export const problemBody = ({ status, code, detail, errors }: ProblemSource): Problem => ({
  type: 'about:blank',
  title: titles[status] ?? 'Unexpected error',
  status,
  code,
  ...(detail === undefined ? {} : { detail }),
  ...(errors === undefined ? {} : { errors }),
});
