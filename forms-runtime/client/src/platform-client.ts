import createFetchClient from 'openapi-fetch';
import type { paths } from './api.gen.ts';
import { ConnectionError, ProblemError, problemOf } from './problem-error.ts';
import { csrfHeader, isWorthAnotherTry } from './session-token.ts';

const withToken = (request: Request): Request => {
  for (const [name, value] of Object.entries(csrfHeader())) request.headers.set(name, value);
  return request;
};

const change = async (request: Request): Promise<Response> => {
  const again = request.clone();
  const response = await fetch(withToken(request));
  const isOld = await isWorthAnotherTry(response.status, () => response.clone().json());
  return isOld ? fetch(withToken(again)) : response;
};

const connect = async (request: Request): Promise<Response> => {
  try {
    return await (request.method === 'GET' ? fetch(request) : change(request));
  } catch (cause) {
    throw new ConnectionError(cause);
  }
};

/** The typed client of the platform API: `platform.GET('/api/my/cases')`. Use it with `answer`. */
export const platform = createFetchClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: connect });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of an answer. Throws `ProblemError` when the platform refused. */
export const answer = async <T>(pending: Promise<Answer<T>>): Promise<T> => {
  const { data, error, response } = await pending;
  if (!response.ok) throw new ProblemError(problemOf(error, response.status));
  return data as T;
};
