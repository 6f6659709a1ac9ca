import { DatabaseFault } from '@irisflow/database';
import { SearchRefusal } from '../../storage/search/binder.ts';

/** An answer that is no success, as RFC 9457 describes it. `title` is a code for programs, the message is for people. */
export class RestProblem extends Error {
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, detail: string) {
    super(detail);
    this.name = 'RestProblem';
    this.status = status;
    this.title = title;
  }
}

export const badRequest = (detail: string): RestProblem => new RestProblem(400, 'INVALID_ARGUMENT', detail);
export const notFound = (detail: string): RestProblem => new RestProblem(404, 'NOT_FOUND', detail);

const TITLES: Readonly<Record<number, string>> = {
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** What the caller is told about a failure; null when the fault is ours. */
export const problemOf = (thrown: unknown): RestProblem | null => {
  if (thrown instanceof RestProblem) return thrown;
  if (thrown instanceof SearchRefusal) return badRequest(thrown.message);
  if (thrown instanceof DatabaseFault && (thrown.code === 'UNAVAILABLE' || thrown.code === 'FULL')) {
    return new RestProblem(503, 'UNAVAILABLE', 'Expected to use the store, but it does not answer; try again');
  }
  // The web framework marks what is wrong with a request by a status of its own.
  const status = thrown instanceof Error && 'statusCode' in thrown ? Number(thrown.statusCode) : 500;
  if (!(thrown instanceof Error) || !(status >= 400 && status < 500)) return null;
  return new RestProblem(status, TITLES[status] ?? 'INVALID_ARGUMENT', thrown.message);
};

export const internalProblem = new RestProblem(
  500,
  'INTERNAL',
  'Expected to answer the request, but the gateway failed',
);

/** The body of the answer; `instance` is the path that was asked. */
export const problemText = ({ title, status, message: detail }: RestProblem, instance: string): string =>
  JSON.stringify({ type: 'about:blank', title, status, detail, instance });
