import { EngineFailure, type EngineFailureKind } from './engine-failure.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface RestTransport {
  get(path: string): Promise<Json>;
  getText(path: string): Promise<string>;
  /** A header of the answer; null when it has none of this name. */
  getHeader(path: string, name: string): Promise<string | null>;
  post(path: string, body: Json | FormData): Promise<Json>;
  remove(path: string): Promise<void>;
}

export interface RestAddress {
  /** Up to and including the version, e.g. `http://127.0.0.1:8080/v2`. */
  readonly restUrl: string;
  /** Headers of every request, e.g. an authorization that is renewed from time to time. */
  readonly headers?: () => Promise<Headers>;
  /** Told which headers the engine refused with 401; the request is then sent once more. */
  readonly refused?: (headers: Headers) => void;
  /** For connections that plain `fetch` cannot make, e.g. with a certificate of one's own. */
  readonly fetch?: typeof fetch;
}

type Headers = Readonly<Record<string, string>>;

const TIMEOUT_MS = 15_000;
const UNAUTHENTICATED = 401;
const NOT_IMPLEMENTED = 501;

const kindOf = (status: number): EngineFailureKind => {
  if (status === 404) return 'notFound';
  if (status === 409) return 'conflict';
  if (status === 400 || status === 413) return 'invalid';
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

interface RestRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: Json | FormData | undefined;
}

const initOf = ({ method, body }: RestRequest, headers: Headers): RequestInit => {
  const isForm = body instanceof FormData;
  return {
    method,
    headers: { ...(isForm ? {} : { 'content-type': 'application/json' }), ...headers },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  };
};

/** Without credentials nothing was sent. */
const withoutCredentials = (thrown: unknown): never => {
  throw new EngineFailure('unavailable', thrown instanceof Error ? thrown.message : String(thrown), thrown);
};

/** Sends a request with credentials, and again with others when the engine does not take them. */
const createSender = ({ restUrl, headers, refused, fetch: reach = fetch }: RestAddress) => {
  const sendOnce = async (request: RestRequest, own: Headers): Promise<Response> =>
    reach(`${restUrl}${request.path}`, initOf(request, own)).catch((thrown: unknown) => {
      const name = `${request.method} ${request.path}`;
      throw new EngineFailure('uncertain', `Expected the engine to answer ${name}, but it did not`, thrown);
    });
  const ownHeaders = async (): Promise<Headers> => (await headers?.().catch(withoutCredentials)) ?? {};
  return async (request: RestRequest): Promise<Response> => {
    const shown = await ownHeaders();
    const response = await sendOnce(request, shown);
    if (response.status !== UNAUTHENTICATED || refused === undefined) return response;
    refused(shown);
    const renewed = await ownHeaders();
    return renewed['authorization'] === shown['authorization'] ? response : sendOnce(request, renewed);
  };
};

/** Talks to REST v2 by plain fetch; everything that is not a success is an {@link EngineFailure}. */
export const openRestTransport = (address: RestAddress): RestTransport => {
  const sender = createSender(address);
  const send = async (method: string, path: string, body?: Json | FormData): Promise<Response> => {
    const response = await sender({ method, path, body });
    return response.ok ? response : refuse(`${method} ${path}`, response);
  };
  return {
    get: async (path) => readObject(await send('GET', path)),
    getText: async (path) => (await send('GET', path)).text(),
    getHeader: async (path, name) => {
      const answer = await send('GET', path);
      await answer.arrayBuffer();
      return answer.headers.get(name);
    },
    post: async (path, body) => readObject(await send('POST', path, body)),
    remove: async (path) => {
      await send('DELETE', path);
    },
  };
};
