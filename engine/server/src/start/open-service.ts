import { createOriginFetch, type InboundResponse, type OutboundRequest } from '@irisflow/connector-sdk';
import type { Type } from 'typebox';
import { Value } from 'typebox/value';

/** Somebody outside who does something for the platform, over HTTP and at no other address than theirs. */
export interface Service {
  /** Fails with what {@link ServiceSettings.unavailable} makes of it where no answer comes. */
  readonly ask: (question: Question) => Promise<InboundResponse>;
  /** An answer as it was agreed. */
  readonly read: <T extends Type.TSchema>(schema: T, answer: InboundResponse) => Type.Static<T>;
  readonly close: () => Promise<void>;
}

/** `path` follows the address of the service. A `key` makes asking again the same question. */
export interface Question {
  readonly path: string;
  readonly post?: { readonly key: string; readonly body: unknown };
}

export interface ServiceSettings {
  /** Where its API is. */
  readonly url: string;
  readonly key: string;
  readonly timeoutMs: number;
  readonly unavailable: (why: string) => Error;
}

const MAX_ANSWER_BYTES = 64 * 1024;

const requestOf = ({ post }: Question): Omit<OutboundRequest, 'url' | 'timeoutMs' | 'maxBytes'> =>
  post === undefined
    ? {}
    : {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': post.key },
        body: JSON.stringify(post.body),
      };

export const openService = ({ url, key, timeoutMs, unavailable }: ServiceSettings): Service => {
  const way = createOriginFetch(url);
  return {
    ask: async (question) => {
      const { headers, ...request } = requestOf(question);
      try {
        return await way.fetch({
          ...request,
          url: `${url}${question.path}`,
          headers: { ...headers, authorization: `Bearer ${key}`, accept: 'application/json' },
          timeoutMs,
          maxBytes: MAX_ANSWER_BYTES,
        });
      } catch (thrown) {
        throw unavailable(thrown instanceof Error ? thrown.message : 'it did not');
      }
    },
    read: (schema, { text }) => {
      try {
        const value: unknown = JSON.parse(text);
        if (Value.Check(schema, value)) return value;
      } catch {
        // Said below.
      }
      throw unavailable('its answer was not as agreed');
    },
    close: () => way.close(),
  };
};
