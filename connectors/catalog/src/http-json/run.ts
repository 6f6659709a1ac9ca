import {
  bpmnError,
  incident,
  pauseOf,
  retryLater,
  type InboundResponse,
  type OutboundRequest,
  type RunContext,
} from '@irisflow/connector-sdk';

import { readCredential } from './credential.ts';
import { readPointer } from './json-pointer.ts';
import type { Input, Output } from './schema.ts';

export const run = async (input: Input, context: RunContext): Promise<Output> => {
  const response = await context.fetch(await requestOf(input, context));
  const { status } = response;
  if (status === 429 || status >= 500) {
    throw retryLater(
      `UNAVAILABLE: Expected the host to answer, but found status ${status}.`,
      pauseOf(response.headers),
    );
  }
  if (status >= 300 && status < 400) {
    throw incident(`Expected an answer, but the host redirects elsewhere (status ${status}), which is not followed.`);
  }
  const body = readBody(response);
  if (status >= 400)
    throw bpmnError('REQUEST_REFUSED', `The host refused the request (status ${status}).`, { status, body });
  return { status, body: input.pick === undefined ? body : pickFrom(body, input.pick) };
};

const requestOf = async (input: Input, context: RunContext): Promise<OutboundRequest> => {
  const { method = 'GET', url, headers, body, credential, timeoutMs } = input;
  return {
    url,
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      // A job may be delivered twice; a host that knows the header acts once.
      ...(method === 'GET' ? {} : { 'idempotency-key': context.idempotencyKey }),
      ...lowerCased(headers),
      ...(credential === undefined ? {} : { authorization: await readCredential(credential, url, context) }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
};

const lowerCased = (headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const readBody = ({ text, status }: InboundResponse): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    // A refusal is often a page for people; only a success must be JSON.
    if (status >= 400) return null;
    throw incident('Expected the host to answer with JSON, but it does not.');
  }
};

const pickFrom = (body: unknown, pick: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(pick).map(([name, pointer]) => [name, readPointer(body, pointer)]));
