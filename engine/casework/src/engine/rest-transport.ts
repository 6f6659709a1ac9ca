import { EngineFailure, type EngineFailureKind } from './engine-failure.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface RestTransport {
  get(path: string): Promise<Json>;
  getText(path: string): Promise<string>;
  post(path: string, body: Json | FormData): Promise<Json>;
  remove(path: string): Promise<void>;
}

export interface RestAddress {
  /** Up to and including the version, e.g. `http://127.0.0.1:8080/v2`. */
  readonly restUrl: string;
  /** Headers of every request, e.g. an authorization that is renewed from time to time. */
  readonly headers?: () => Promise<Readonly<Record<string, string>>>;
}

const TIMEOUT_MS = 15_000;
const NOT_IMPLEMENTED = 501;

const kindOf = (status: number): EngineFailureKind => {
  if (status === 404) return 'notFound';
  if (status === 409) return 'conflict';
  if (status === 429 || status === 503) return 'unavailable';
  return status >= 500 && status !== NOT_IMPLEMENTED ? 'uncertain' : 'refused';
};

const refuse = async (request: string, response: Response): Promise<never> => {
  const text = (await response.text()).slice(0, 2000);
  throw new EngineFailure(
    kindOf(response.status),
    `Expected the engine to accept ${request}, but it answered ${response.status}: ${text}`,
  );
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readObject = async (response: Response): Promise<Json> => {
  const text = await response.text();
  const value: unknown = text === '' ? {} : JSON.parse(text);
  return isObject(value) ? value : {};
};

/** Talks to REST v2 by plain fetch; everything that is not a success is an {@link EngineFailure}. */
export const openRestTransport = ({ restUrl, headers }: RestAddress): RestTransport => {
  const send = async (method: string, path: string, body?: Json | FormData): Promise<Response> => {
    const request = `${method} ${path}`;
    const isForm = body instanceof FormData;
    const init: RequestInit = {
      method,
      headers: { ...(isForm ? {} : { 'content-type': 'application/json' }), ...(await headers?.()) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    };
    const response = await fetch(`${restUrl}${path}`, init).catch((thrown: unknown) => {
      throw new EngineFailure('uncertain', `Expected the engine to answer ${request}, but it did not`, thrown);
    });
    return response.ok ? response : refuse(request, response);
  };
  return {
    get: async (path) => readObject(await send('GET', path)),
    getText: async (path) => (await send('GET', path)).text(),
    post: async (path, body) => readObject(await send('POST', path, body)),
    remove: async (path) => {
      await send('DELETE', path);
    },
  };
};
