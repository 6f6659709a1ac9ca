import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

import { Agent } from 'undici';

import { exchange, type InboundResponse, type OutboundRequest } from './exchange.ts';
import { incident } from './failures.ts';
import { isForbiddenAddress } from './forbidden-address.ts';

const CONNECT_TIMEOUT_MS = 5_000;

/** Where connectors may go. */
export type EgressPolicy = {
  /** Hosts that may be private and may speak plain HTTP, as `host` or `host:port`. */
  readonly trustedHosts?: readonly string[];
  /** Public hosts that may be reached over HTTPS; any, unless given. */
  readonly publicHosts?: readonly string[];
};

/** The one way out: owns the connections, to be closed with `close`. */
export type Egress = {
  readonly fetch: (request: OutboundRequest, signal: AbortSignal) => Promise<InboundResponse>;
  readonly close: () => Promise<void>;
};

/** Opens the egress guard for `policy`. */
export function createEgress(policy: EgressPolicy = {}): Egress {
  const trusted = new Agent({ connect: { timeout: CONNECT_TIMEOUT_MS } });
  // The address that was checked is the address that is connected to: a second, different DNS answer finds no second question.
  const guarded = new Agent({ connect: { timeout: CONNECT_TIMEOUT_MS, lookup: lookupPublic } });
  return {
    fetch: async (request, signal) => {
      const url = parseTarget(request.url);
      const isTrusted = includesHost(policy.trustedHosts ?? [], url);
      if (!isTrusted) refuseUnlessPublic(url, policy);
      return exchange({ url, request, signal, dispatcher: isTrusted ? trusted : guarded });
    },
    close: async () => {
      await Promise.all([trusted.destroy(), guarded.destroy()]);
    },
  };
}

function parseTarget(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw incident('Expected the address of a request to be an http or https URL, but it is not.');
  }
  if (url.username !== '' || url.password !== '') {
    throw incident(`Expected the address of a request to ${url.host} to carry no credentials, but it does.`);
  }
  return url;
}

const includesHost = (hosts: readonly string[], url: URL): boolean =>
  hosts.some((host) => host === url.hostname || host === url.host);

function refuseUnlessPublic(url: URL, policy: EgressPolicy): void {
  if (policy.publicHosts !== undefined && !includesHost(policy.publicHosts, url)) {
    throw incident(`Expected ${url.host} to be among the hosts that connectors may reach, but it is not.`);
  }
  if (url.protocol !== 'https:') {
    throw incident(`Expected a request to ${url.host} to use https, but it uses http; only trusted hosts may.`);
  }
  // An address in the URL is connected to without any lookup, so it is judged here.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && isForbiddenAddress(literal)) throw forbiddenTarget(url.hostname);
}

const forbiddenTarget = (host: string): Error =>
  incident(`Expected ${host} to be on the public internet, but it leads to a private or reserved address.`);

const lookupPublic: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return answer(error, '');
    if (addresses.length === 0 || addresses.some(({ address }) => isForbiddenAddress(address))) {
      return answer(forbiddenTarget(hostname), '');
    }
    return options.all === true ? answer(null, addresses) : answerFirst(addresses, answer);
  });
};

function answerFirst(
  addresses: readonly { readonly address: string; readonly family: number }[],
  answer: Parameters<LookupFunction>[2],
): void {
  for (const { address, family } of addresses.slice(0, 1)) answer(null, address, family);
}
