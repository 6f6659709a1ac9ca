import { request as send, type Dispatcher } from 'undici';

import { failureOf, incident, retryLater } from './failures.ts';
import { startTimeLimit } from './time-limit.ts';

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_MAX_BYTES = 1024 * 1024;

export type OutboundRequest = {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Time for the whole exchange in milliseconds, 10 s unless given. */
  readonly timeoutMs?: number;
  /** Longest answer accepted in bytes, 1 MiB unless given. */
  readonly maxBytes?: number;
};

export type InboundResponse = {
  readonly status: number;
  /** By lower-case name; repeated headers are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly text: string;
};

/** Sends one request. Redirects are answers, not followed; trouble on the way is a technical failure, a refusal an incident. */
export type GuardedFetch = (request: OutboundRequest) => Promise<InboundResponse>;

export type Exchange = {
  readonly url: URL;
  readonly request: OutboundRequest;
  readonly signal: AbortSignal;
  readonly dispatcher: Dispatcher;
};

/** One bounded exchange over connections that the caller has chosen. */
export const exchange = async ({ url, request, signal, dispatcher }: Exchange): Promise<InboundResponse> => {
  const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const limit = startTimeLimit(signal, timeoutMs);
  try {
    const response = await send(url, {
      dispatcher,
      method: request.method ?? 'GET',
      headers: { 'accept-encoding': 'identity', ...request.headers },
      body: request.body ?? null,
      signal: limit.signal,
    });
    const bytes = await readBounded(response.body, request.maxBytes ?? DEFAULT_MAX_BYTES, url);
    return {
      status: response.statusCode,
      headers: flattenHeaders(response.headers),
      bytes,
      text: bytes.toString('utf8'),
    };
  } catch (error) {
    throw translateTrouble(error, url, limit.isExpired() ? timeoutMs : undefined);
  } finally {
    limit.release();
  }
};

const readBounded = async (body: AsyncIterable<unknown>, maxBytes: number, url: URL): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > maxBytes) {
      throw incident(`Expected the answer of ${url.host} to have at most ${maxBytes} bytes, but it has more.`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

const flattenHeaders = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );

const translateTrouble = (error: unknown, url: URL, expiredMs: number | undefined): unknown => {
  if (failureOf(error).kind === 'incident') return error;
  if (expiredMs !== undefined) {
    return retryLater(`TIMEOUT: Expected ${url.host} to answer within ${expiredMs} ms, but it did not.`);
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
  if (code === 'UND_ERR_INVALID_ARG') {
    return incident(`Expected a well-formed request to ${url.host}, but a header or the method is malformed.`);
  }
  return retryLater(`UNAVAILABLE: Expected ${url.host} to be reachable, but found ${code}.`);
};
