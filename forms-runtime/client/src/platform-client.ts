import createFetchClient from 'openapi-fetch';
import type { paths } from './api.gen.ts';
import { ConnectionError, ProblemError, problemOf } from './problem-error.ts';

let csrfToken: string | null = null;

/** Every change carries the token that the session view handed out. */
export const rememberCsrfToken = (token: string | null): void => {
  csrfToken = token;
};

export const csrfHeader = (): Record<string, string> => (csrfToken === null ? {} : { 'x-csrf-token': csrfToken });

const connect = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request);
  } catch (cause) {
    throw new ConnectionError(cause);
  }
};

/** The typed client of the platform API: `platform.GET('/api/my/cases')`. Use it with `answer`. */
export const platform = createFetchClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: connect });

platform.use({
  onRequest({ request }) {
    if (request.method !== 'GET')
      for (const [name, value] of Object.entries(csrfHeader())) request.headers.set(name, value);
    return request;
  },
});

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
