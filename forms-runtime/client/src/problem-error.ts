import type { Problem } from './views.ts';

/** The platform refused: `problem.code` says why, `problem.errors` where. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The platform could not be reached; what was typed is still here. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('Expected an answer of the platform, but the connection failed.', { cause });
    this.name = 'ConnectionError';
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value;

/** What a failed answer means, also when a proxy answered in the platform's place. */
export const problemOf = (body: unknown, status: number): Problem =>
  isProblem(body) ? body : { type: 'about:blank', title: `HTTP ${status}`, status, code: 'UNEXPECTED_ANSWER' };
