import { rootCertificates } from 'node:tls';

import { Agent } from 'undici';

import { exchange, type GuardedFetch } from './exchange.ts';
import { incident } from './failures.ts';

const CONNECT_TIMEOUT_MS = 5_000;

/** A way to one server and nowhere else, to be closed with `close`. */
export type OriginFetch = { readonly fetch: GuardedFetch; readonly close: () => Promise<void> };

/**
 * Opens a way to the server at `url`, for what must reach the platform itself; requests are ended by their own time limit only.
 * `ca`, in PEM, is trusted beside the public authorities.
 */
export const createOriginFetch = (url: string, { ca = '' }: { readonly ca?: string } = {}): OriginFetch => {
  const { origin } = new URL(url);
  const trusted = ca === '' ? {} : { ca: [...rootCertificates, ca] };
  const dispatcher = new Agent({ connect: { timeout: CONNECT_TIMEOUT_MS, ...trusted } });
  const { signal } = new AbortController();
  return {
    fetch: async (request) => {
      const target = new URL(request.url);
      if (target.origin !== origin) throw incident(`Expected a request to ${origin}, but it is for ${target.origin}.`);
      return exchange({ url: target, request, signal, dispatcher });
    },
    close: () => dispatcher.destroy(),
  };
};
